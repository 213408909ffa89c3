import { z } from 'zod'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { writeAmount } from '../../../platform/money/amount.ts'
import { optionalAmountField } from '../../../platform/money/amount-field.ts'
import type { KnownAmount } from '../grant.ts'

/** What somebody tells of the amount of a municipality. */
export type AmountFacts = Pick<KnownAmount, 'inhabitants' | 'lessEducated' | 'amountCents' | 'sourceNote'>

/** More people than there are in the Netherlands is a typing error. */
const mostPeople = 20_000_000

/** A number of people as somebody types it, with or without points; null when it is empty. */
export const peopleField = z.string().transform((text, context) => {
  if (text === '') return null
  const bare = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/^(\d{1,3})(([.,]\d{3})+)$/, (all) => all.replace(/[.,]/g, ''))
  const people = /^\d{1,8}$/.test(bare) ? Number(bare) : Number.NaN
  if (people <= mostPeople) return people
  context.addIssue({ code: 'custom', message: 'money.error.people' satisfies MessageKey })
  return z.NEVER
})

export const amountForm = z
  .object({
    inhabitants: peopleField,
    lessEducated: peopleField,
    amount: optionalAmountField,
    note: z.string().max(200, 'money.error.note-long' satisfies MessageKey),
  })
  .transform(
    ({ amount, note, ...numbers }): AmountFacts => ({ ...numbers, amountCents: amount, sourceNote: note }),
  )

export const amountSent = (form: FormFields) => ({
  inhabitants: form.text('inhabitants'),
  lessEducated: form.text('lessEducated'),
  amount: form.text('amount'),
  note: form.text('note'),
})

export const amountFields = (known: KnownAmount | undefined): [string, string][] => [
  ['inhabitants', known?.inhabitants == null ? '' : String(known.inhabitants)],
  ['lessEducated', known?.lessEducated == null ? '' : String(known.lessEducated)],
  ['amount', known?.amountCents == null ? '' : writeAmount(known.amountCents)],
  ['note', known?.sourceNote ?? ''],
  ['version', String(known?.version ?? 0)],
]
