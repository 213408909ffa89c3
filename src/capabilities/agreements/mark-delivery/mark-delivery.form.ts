import { z } from 'zod'
import { optionalDaySent } from '../../../platform/http/date-fields.ts'
import { optionalDayField } from '../../../platform/http/day-field.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import type { DeliveryMark } from './mark-delivery.command.ts'

/** @param today nothing came on a day to come */
export const markForm = (today: string) =>
  z
    .object({
      done: z.enum(['ja', 'nee'], 'agreements.error.done' satisfies MessageKey),
      doneOn: optionalDayField('agreements.error.day'),
      note: z.string().max(500, 'agreements.error.long' satisfies MessageKey),
    })
    .superRefine(({ done, doneOn }, context) => {
      if (done === 'ja' && (doneOn === '' || doneOn > today))
        context.addIssue({
          code: 'custom',
          path: ['doneOn'],
          message: (doneOn === ''
            ? 'agreements.error.done-day'
            : 'agreements.error.done-later') satisfies MessageKey,
        })
    })
    .transform(({ done, doneOn, note }): DeliveryMark => ({ doneOn: done === 'ja' ? doneOn : null, note }))

export const markSent = (form: FormFields) => ({
  done: form.text('done'),
  doneOn: optionalDaySent(form, 'doneOn'),
  note: form.text('note'),
})
