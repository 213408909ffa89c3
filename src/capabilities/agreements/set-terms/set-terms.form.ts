import { z } from 'zod'
import { dayFields, daySent, optionalDaySent } from '../../../platform/http/date-fields.ts'
import { dayField, optionalDayField } from '../../../platform/http/day-field.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import type { Terms } from '../agreement.ts'

const mostMonths = 60
const orNull = (text: string): string | null => (text === '' ? null : text)

export const termsForm = z
  .object({
    from: dayField('agreements.error.from'),
    until: optionalDayField('agreements.error.day'),
    notice: z
      .string()
      .refine(
        (text) => text === '' || (/^\d{1,2}$/.test(text) && Number(text) <= mostMonths),
        'agreements.error.notice' satisfies MessageKey,
      ),
    review: optionalDayField('agreements.error.day'),
  })
  .superRefine(({ from, until, notice, review }, context) => {
    const wrong = (path: string, message: MessageKey) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (until !== '' && until < from) wrong('until', 'agreements.error.until-before')
    if (until === from) wrong('until', 'agreements.error.one-day')
    if (notice !== '' && until === '') wrong('notice', 'agreements.error.notice-without-end')
    if (review !== '' && review < from) wrong('review', 'agreements.error.review-before')
    if (review !== '' && until !== '' && review > until) wrong('review', 'agreements.error.review-after')
  })
  .transform(
    ({ from, until, notice, review }): Terms => ({
      fromDay: from,
      untilDay: orNull(until),
      noticeMonths: notice === '' ? null : Number(notice),
      reviewOn: orNull(review),
    }),
  )

export const termsSent = (form: FormFields) => ({
  from: daySent(form, 'from'),
  until: optionalDaySent(form, 'until'),
  notice: form.text('notice'),
  review: optionalDaySent(form, 'review'),
})

/** Terms as the form shows them. */
export const termsFields = ({ fromDay, untilDay, noticeMonths, reviewOn }: Terms): [string, string][] => [
  ...(fromDay ? dayFields('from', fromDay) : []),
  ...(untilDay ? dayFields('until', untilDay) : []),
  ['notice', noticeMonths === null ? '' : String(noticeMonths)],
  ...(reviewOn ? dayFields('review', reviewOn) : []),
]
