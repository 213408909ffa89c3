import { z } from 'zod'
import { type ParsedForm, parseForm } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey, Translate } from '../../../platform/i18n/translate.ts'
import { findPersonalData } from '../../../platform/personal-data/find-personal-data.ts'

/** What a desk says in one tap of somebody who was sent to it. */
export const deskAnswers = ['receive', 'come', 'stay-away', 'help', 'decline'] as const
export type DeskAnswer = (typeof deskAnswers)[number]

export interface AnswerToSender {
  readonly answer: DeskAnswer
  readonly reason: string
  readonly betterPlace: string
}

const longest = 300

/** A text that the sender reads: about the question, never about who asked it. */
const words = (year: number) =>
  z
    .string()
    .max(longest, 'senders.error.long' satisfies MessageKey)
    .refine((text) => findPersonalData(text, year) === undefined, 'senders.error.data' satisfies MessageKey)

/** Reads the answer of a desk; only 'not for us' needs a word of why. */
export const readAnswer = (form: FormFields, year: number, t: Translate): ParsedForm<AnswerToSender> =>
  parseForm(
    z
      .object({ answer: z.enum(deskAnswers), reason: words(year), betterPlace: words(year) })
      .superRefine(({ answer, reason }, context) => {
        if (answer === 'decline' && reason === '')
          context.addIssue({
            code: 'custom',
            path: ['reason'],
            message: 'senders.error.reason' satisfies MessageKey,
          })
      }),
    { answer: form.text('answer'), reason: form.text('reason'), betterPlace: form.text('better') },
    t,
  )
