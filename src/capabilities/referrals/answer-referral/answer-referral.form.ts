import { z } from 'zod'
import { daySent } from '../../../platform/http/date-fields.ts'
import { dayField } from '../../../platform/http/day-field.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { findPersonalData } from '../../../platform/personal-data/find-personal-data.ts'
import { addDays, momentOf } from '../../../platform/time/local-time.ts'

/** Longest reason and better place, in characters: one sentence. */
export const longestReason = 200

/** Why it is not for this partner, or what would be better: read by the desk, never about the person. */
const plainText = (year: number) =>
  z
    .string()
    .max(longestReason, 'referrals.error.text-long' satisfies MessageKey)
    .refine(
      (text) => findPersonalData(text, year) === undefined,
      'referrals.error.text-data' satisfies MessageKey,
    )

/** So many days ahead an appointment is planned at most; what is further is a typing error. */
const mostDaysAhead = 365

/**
 * An answer in one tap; an appointment asks for its day and time, 'not for us' for a reason.
 * @param today the first day of which an appointment can be (2026-11-24)
 */
export const answerForm = (today: string) => {
  const year = Number(today.slice(0, 4))
  return z.discriminatedUnion('event', [
    z
      .object({
        event: z.literal('plan'),
        day: dayField('referrals.error.day' satisfies MessageKey).refine(
          (day) => day >= today && day <= addDays(today, mostDaysAhead),
          'referrals.error.day-range' satisfies MessageKey,
        ),
        time: z.string().regex(/^([01]?\d|2[0-3])[.:]?[0-5]\d$/, 'referrals.error.time' satisfies MessageKey),
      })
      .transform(({ event, day, time }) => ({ event, appointmentAt: momentOf(day, clockTime(time)) })),
    z
      .object({
        event: z.literal('decline'),
        reason: plainText(year).min(1, 'referrals.error.reason' satisfies MessageKey),
        betterPlace: plainText(year),
      })
      .transform(({ betterPlace, ...answer }) => ({ ...answer, ...(betterPlace && { betterPlace }) })),
    z.object({ event: z.enum(['receive', 'come', 'stay-away', 'help', 'lack-room']) }),
  ])
}
export type ReferralAnswer = z.output<ReturnType<typeof answerForm>>

export const answerSent = (form: FormFields) => ({
  event: form.text('event'),
  day: daySent(form, 'day'),
  time: form.text('time'),
  reason: form.text('reason'),
  betterPlace: form.text('better-place'),
})

/** 9.30, 09:30 and 0930 are half past nine. */
const clockTime = (typed: string): string => {
  const digits = typed.replace(/\D/g, '').padStart(4, '0')
  return `${digits.slice(0, 2)}:${digits.slice(2)}`
}
