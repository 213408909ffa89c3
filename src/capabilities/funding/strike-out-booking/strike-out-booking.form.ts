import { z } from 'zod'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { longestReason } from '../keep-booking/keep-booking.form.ts'

export const strikeOutForm = z.object({
  reason: z
    .string()
    .min(1, 'money.error.strike-out-reason' satisfies MessageKey)
    .max(longestReason, 'money.error.reason-long' satisfies MessageKey),
})

export const strikeOutSent = (form: FormFields) => ({ reason: form.text('reason') })
