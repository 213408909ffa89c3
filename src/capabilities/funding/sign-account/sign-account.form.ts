import { z } from 'zod'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { writtenText } from '../written-text.ts'

/** @param needsReason not every library confirmed its part, or nobody filled in its learning materials */
export const signForm = (needsReason: boolean) =>
  z.object({
    as: writtenText
      .min(1, 'accountability.error.signed-as' satisfies MessageKey)
      .max(120, 'accountability.error.signed-as-long' satisfies MessageKey),
    reason: needsReason
      ? writtenText.min(1, 'accountability.error.reason-without' satisfies MessageKey)
      : writtenText,
    /** A mark of all that would be signed when the page was shown: one signs what one saw. */
    shown: z.string(),
  })

export const signSent = (form: FormFields) => ({
  as: form.text('as'),
  reason: form.text('reason'),
  shown: form.text('shown'),
})
