import { z } from 'zod'
import { dayFields, daySent, optionalDaySent } from '../../../platform/http/date-fields.ts'
import { dayField, optionalDayField } from '../../../platform/http/day-field.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { type Deliverable, owers, repetitions } from '../deliverable.ts'
import type { DeliverableFacts } from './keep-deliverable.command.ts'

/** @param goals among which one may choose, by id */
export const deliverableForm = (goals: readonly { readonly id: string }[]) =>
  z
    .object({
      what: z
        .string()
        .min(1, 'agreements.error.what' satisfies MessageKey)
        .max(300, 'agreements.error.long' satisfies MessageKey),
      owedBy: z.enum(owers, 'agreements.error.owed-by' satisfies MessageKey),
      first: dayField('agreements.error.first-due'),
      repeats: z.enum(repetitions, 'agreements.error.repeats' satisfies MessageKey),
      last: optionalDayField('agreements.error.day'),
      goal: z
        .string()
        .refine(
          (id) => id === '' || goals.some((goal) => goal.id === id),
          'agreements.error.goal' satisfies MessageKey,
        ),
    })
    .superRefine(({ first, last }, context) => {
      if (last !== '' && last < first)
        context.addIssue({
          code: 'custom',
          path: ['last'],
          message: 'agreements.error.last-before' satisfies MessageKey,
        })
    })
    .transform(
      ({ what, owedBy, first, repeats, last, goal }): DeliverableFacts => ({
        what,
        owedBy,
        firstDue: first,
        repeats,
        lastDue: last === '' || repeats === 'once' ? null : last,
        goalId: goal === '' ? null : goal,
      }),
    )

export const deliverableSent = (form: FormFields) => ({
  what: form.text('what'),
  owedBy: form.text('owedBy'),
  first: daySent(form, 'first'),
  repeats: form.text('repeats'),
  last: optionalDaySent(form, 'last'),
  goal: form.text('goal'),
})

/** What is owed as the form shows it. */
export const deliverableFields = (deliverable: Deliverable): [string, string][] => [
  ['what', deliverable.what],
  ['owedBy', deliverable.owedBy],
  ...dayFields('first', deliverable.firstDue),
  ['repeats', deliverable.repeats],
  ...(deliverable.lastDue ? dayFields('last', deliverable.lastDue) : []),
  ['goal', deliverable.goalId ?? ''],
  ['version', String(deliverable.version)],
]
