import { z } from 'zod'
import { daySent, optionalDaySent } from '../../../platform/http/date-fields.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { day, optionalDay } from '../change-week/change-week.form.ts'
import { mostStops, stopDays, stopRepeats } from '../stop-days.ts'

/** When a stop is, once or again and again. Gives its days. */
export const stopsForm = (today: string) =>
  z
    .object({
      day: day('hours.error.stop-day').refine(
        (text) => text >= today,
        'hours.error.stop-past' satisfies MessageKey,
      ),
      repeat: z.enum(stopRepeats, 'hours.error.repeat' satisfies MessageKey),
      until: optionalDay('hours.error.until-day'),
    })
    .refine(({ repeat, until }) => repeat === 'once' || until, {
      path: ['until'],
      error: 'hours.error.stop-until' satisfies MessageKey,
    })
    .transform((sent) => stopDays(sent.day, sent.repeat, sent.until || sent.day))
    .refine((days) => days.length > 0, {
      path: ['until'],
      error: 'hours.error.no-stops' satisfies MessageKey,
    })
    .refine((days) => days.length <= mostStops, {
      path: ['until'],
      error: 'hours.error.most-stops' satisfies MessageKey,
    })

export const stopsSent = (form: FormFields) => ({
  day: daySent(form, 'day'),
  repeat: form.text('repeat'),
  until: optionalDaySent(form, 'until'),
})
