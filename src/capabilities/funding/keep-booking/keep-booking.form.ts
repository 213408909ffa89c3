import { z } from 'zod'
import { dayFields, daySent } from '../../../platform/http/date-fields.ts'
import { dayField } from '../../../platform/http/day-field.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import { isId } from '../../../platform/http/web-request.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { writeAmount } from '../../../platform/money/amount.ts'
import { amountField } from '../../../platform/money/amount-field.ts'
import { type Booking, bookingKinds, purposes } from '../booking.ts'

/** What somebody books. */
export type BookingFacts = Pick<
  Booking,
  | 'kind'
  | 'purpose'
  | 'day'
  | 'libraryId'
  | 'commitmentId'
  | 'description'
  | 'amountCents'
  | 'afterSigning'
  | 'reason'
>

export const longestDescription = 200
export const longestReason = 500

const chosen = (among: ReadonlySet<string>, unknown: MessageKey) =>
  z
    .string()
    .refine((id) => id === '' || among.has(id), unknown)
    .transform((id) => id || null)

/**
 * @param year the day falls in it
 * @param commitments by id, with what each is for: spending can be paid on one, and nothing on itself
 * @param paidOn what the commitment that is changed is for, when something was paid on it: then it stays one
 * @param isSigned then it is a correction, which has a reason and may be below nothing
 */
export const bookingForm = ({
  year,
  libraryIds,
  commitments,
  paidOn,
  isSigned,
}: {
  readonly year: number
  readonly libraryIds: ReadonlySet<string>
  readonly commitments: ReadonlyMap<string, Booking['purpose']>
  readonly paidOn?: Booking['purpose'] | undefined
  readonly isSigned: boolean
}) =>
  z
    .object({
      kind: z.enum(bookingKinds, { error: 'money.error.kind' satisfies MessageKey }),
      purpose: z.enum(purposes, { error: 'money.error.purpose' satisfies MessageKey }),
      day: dayField('money.error.day').refine(
        (day) => day.startsWith(`${year}-`),
        'money.error.day-in-year' satisfies MessageKey,
      ),
      library: chosen(libraryIds, 'money.error.library'),
      commitment: chosen(new Set(commitments.keys()), 'money.error.commitment'),
      description: z
        .string()
        .min(1, 'money.error.description' satisfies MessageKey)
        .max(longestDescription, 'money.error.description-long' satisfies MessageKey),
      amount: amountField('money.error.amount'),
      back: z.boolean(),
      reason: z
        .string()
        .min(isSigned ? 1 : 0, 'money.error.correction-reason' satisfies MessageKey)
        .max(longestReason, 'money.error.reason-long' satisfies MessageKey),
    })
    .superRefine(({ kind, purpose, commitment, back }, context) => {
      const say = (path: string, message: MessageKey) =>
        context.addIssue({ code: 'custom', path: [path], message })
      if (commitment && kind !== 'spending') say('commitment', 'money.error.commitment-kind')
      else if (commitment && commitments.get(commitment) !== purpose)
        say('commitment', 'money.error.commitment-purpose')
      if (paidOn && kind !== 'commitment') say('kind', 'money.error.commitment-paid')
      else if (paidOn && purpose !== paidOn) say('purpose', 'money.error.commitment-paid')
      if (back && kind !== 'spending' && !isSigned) say('back', 'money.error.back-kind')
    })
    .transform(
      ({ library, commitment, amount, back, reason, ...facts }): BookingFacts => ({
        ...facts,
        libraryId: library,
        commitmentId: commitment,
        amountCents: back ? -amount : amount,
        afterSigning: isSigned,
        reason: isSigned ? reason : '',
      }),
    )

export const bookingSent = (form: FormFields) => ({
  kind: form.text('kind'),
  purpose: form.text('purpose'),
  day: daySent(form, 'day'),
  library: form.text('library'),
  commitment: form.text('commitment'),
  description: form.text('description'),
  amount: form.text('amount'),
  back: form.has('back'),
  reason: form.text('reason'),
})

/** A booking as the form shows it. */
export const bookingFields = (booking: Booking): [string, string][] => [
  ['kind', booking.kind],
  ['purpose', booking.purpose],
  ...dayFields('day', booking.day),
  ['library', booking.libraryId ?? ''],
  ['commitment', booking.commitmentId ?? ''],
  ['description', booking.description],
  ['amount', writeAmount(Math.abs(booking.amountCents))],
  ...(booking.amountCents < 0 ? ([['back', 'ja']] as [string, string][]) : []),
  ['reason', booking.reason],
  ['version', String(booking.version)],
]

/** The id that the form made when it was shown: sent twice, it is one booking. */
export const sentId = (form: FormFields): string | undefined => {
  const id = form.text('id')
  return isId(id) ? id : undefined
}
