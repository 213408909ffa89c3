import { z } from 'zod'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { writeAmount } from '../../../platform/money/amount.ts'
import { optionalAmountField } from '../../../platform/money/amount-field.ts'

export interface YearChoiceFacts {
  readonly reserveCents: number | null
  readonly carriedInCents: number | null
}

/**
 * @param mostCents the most that may be kept for the next year; null: everything
 * @param isCarriedInReckoned Balie knows what came from the year before: then nobody types it
 */
export const yearChoiceForm = (mostCents: number | null, isCarriedInReckoned: boolean) =>
  z
    .object({
      reserve: optionalAmountField.refine(
        (cents) => cents === null || mostCents === null || cents <= mostCents,
        'money.error.reserve-most' satisfies MessageKey,
      ),
      carriedIn: optionalAmountField.refine(
        (cents) => cents === null || !isCarriedInReckoned,
        'money.error.carried-in-known' satisfies MessageKey,
      ),
    })
    .transform(
      ({ reserve, carriedIn }): YearChoiceFacts => ({ reserveCents: reserve, carriedInCents: carriedIn }),
    )

export const yearChoiceSent = (form: FormFields) => ({
  reserve: form.text('reserve'),
  carriedIn: form.text('carriedIn'),
})

const amountOrEmpty = (cents: number | null): string => (cents === null ? '' : writeAmount(cents))

export const yearChoiceFields = (
  { reserveCents, carriedInCents }: YearChoiceFacts,
  version: number,
): [string, string][] => [
  ['reserve', amountOrEmpty(reserveCents)],
  ['carriedIn', amountOrEmpty(carriedInCents)],
  ['version', String(version)],
]
