import { z } from 'zod'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import { isId } from '../../../platform/http/web-request.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { agreementKinds } from '../agreement.ts'

export const startForm = z.object({
  kind: z.enum(agreementKinds, 'agreements.error.kind' satisfies MessageKey),
  title: z
    .string()
    .min(1, 'agreements.error.title' satisfies MessageKey)
    .max(120, 'agreements.error.title-long' satisfies MessageKey),
})

export const startSent = (form: FormFields) => ({ kind: form.text('kind'), title: form.text('title') })

/** The id that was made when the form was shown, so that sending it twice makes one thing; undefined for what is no id. */
export const idSent = (form: FormFields): string | undefined =>
  isId(form.text('id')) ? form.text('id') : undefined
