import { z } from 'zod'
import { dayFields, daySent, optionalDaySent } from '../../../platform/http/date-fields.ts'
import { dayField } from '../../../platform/http/day-field.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { type Priority, type PriorityFacts, priorityKinds } from '../direction.ts'
import { endDay, endsAfter, neededLine, optionalNote } from '../noted-text.ts'

export const priorityForm = z
  .object({
    kind: z.enum(priorityKinds, 'direction.error.priority-kind' satisfies MessageKey),
    name: neededLine('direction.error.priority-name'),
    why: optionalNote,
    fromDay: dayField('direction.error.from'),
    untilDay: endDay('direction.error.until'),
  })
  .refine(endsAfter, { path: ['untilDay'], message: 'direction.error.order' satisfies MessageKey })
  .transform((facts): PriorityFacts => facts)

export const prioritySent = (form: FormFields) => ({
  kind: form.text('kind'),
  name: form.text('name'),
  why: form.text('why'),
  fromDay: daySent(form, 'fromDay'),
  untilDay: optionalDaySent(form, 'untilDay'),
})

/** A priority as the form shows it. */
export const priorityFields = (priority: Priority): [string, string][] => [
  ['kind', priority.kind],
  ['name', priority.name],
  ['why', priority.why],
  ...dayFields('fromDay', priority.fromDay),
  ...(priority.untilDay ? dayFields('untilDay', priority.untilDay) : []),
]
