import { z } from 'zod'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import { isId } from '../../../platform/http/web-request.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { countField } from '../count.ts'
import { writtenText } from '../written-text.ts'

export const correctionForm = z.object({
  /** Made when the form was shown: what is sent twice is kept once. */
  id: z.string().refine(isId, 'accountability.error.again' satisfies MessageKey),
  value: countField,
  reason: writtenText.min(1, 'accountability.error.reason' satisfies MessageKey),
  over: z.string(),
})

export const correctionSent = (form: FormFields) => ({
  id: form.text('id'),
  value: form.text('value'),
  reason: form.text('reason'),
  over: form.text('over'),
})
