import { z } from 'zod'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { findPersonalData } from '../../../platform/personal-data/find-personal-data.ts'
import { longest, signalStatuses } from '../signal.ts'

const key = (message: MessageKey): MessageKey => message

/** What a municipality can say of a signal: no longer that it is new. */
export const answerStatuses = signalStatuses.filter((status) => status !== 'new')

/** Desks read the answer: who is told what comes of it is told why. @param year the year it is now */
export const answerForm = (year: number) =>
  z
    .object({
      status: z.enum(answerStatuses, key('signals.error.status')),
      answer: z
        .string()
        .max(longest.answer, key('signals.error.long'))
        .refine(
          (text) => findPersonalData(text, year, ['phone', 'email', 'address']) === undefined,
          key('notices.error.personal-data'),
        ),
    })
    .refine(({ status, answer }) => status === 'looking' || answer !== '', {
      path: ['answer'],
      message: key('signals.error.answer'),
    })

export const answerSent = (form: FormFields) => ({
  status: form.text('status'),
  answer: form.text('answer').replaceAll('\r\n', '\n'),
})
