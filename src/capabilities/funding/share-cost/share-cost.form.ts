import { z } from 'zod'
import { daySent } from '../../../platform/http/date-fields.ts'
import { dayField } from '../../../platform/http/day-field.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { amountField } from '../../../platform/money/amount-field.ts'
import { bookingKinds, purposes } from '../booking.ts'
import { longestDescription } from '../keep-booking/keep-booking.form.ts'

export const sharedCostForm = (year: number) =>
  z
    .object({
      kind: z.enum(bookingKinds, { error: 'money.error.kind' satisfies MessageKey }),
      purpose: z.enum(purposes, { error: 'money.error.purpose' satisfies MessageKey }),
      day: dayField('money.error.day').refine(
        (day) => day.startsWith(`${year}-`),
        'money.error.day-in-year' satisfies MessageKey,
      ),
      description: z
        .string()
        .min(1, 'money.error.description' satisfies MessageKey)
        .max(longestDescription, 'money.error.description-long' satisfies MessageKey),
      amount: amountField('money.error.amount'),
    })
    .transform(({ amount, ...facts }) => ({ ...facts, amountCents: amount }))

export const sharedCostSent = (form: FormFields) => ({
  kind: form.text('kind'),
  purpose: form.text('purpose'),
  day: daySent(form, 'day'),
  description: form.text('description'),
  amount: form.text('amount'),
})
