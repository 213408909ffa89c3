import { z } from 'zod'
import { dayFields, daySent, optionalDaySent } from '../../../platform/http/date-fields.ts'
import { dayField } from '../../../platform/http/day-field.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { type Presence, type PresenceFacts, presenceKinds } from '../direction.ts'
import { endDay, endsAfter, neededLine } from '../noted-text.ts'

/** @param desks among which one chooses */
export const presenceForm = (desks: readonly { readonly id: string }[]) =>
  z
    .object({
      deskId: z
        .string()
        .refine((id) => desks.some((desk) => desk.id === id), 'direction.error.desk' satisfies MessageKey),
      kind: z.enum(presenceKinds, 'direction.error.presence-kind' satisfies MessageKey),
      who: neededLine('direction.error.presence-who'),
      times: neededLine('direction.error.presence-times'),
      fromDay: dayField('direction.error.from'),
      untilDay: endDay('direction.error.until'),
    })
    .refine(endsAfter, { path: ['untilDay'], message: 'direction.error.order' satisfies MessageKey })
    .transform((facts): PresenceFacts => facts)

export const presenceSent = (form: FormFields) => ({
  deskId: form.text('deskId'),
  kind: form.text('kind'),
  who: form.text('who'),
  times: form.text('times'),
  fromDay: daySent(form, 'fromDay'),
  untilDay: optionalDaySent(form, 'untilDay'),
})

/** A presence as the form shows it. */
export const presenceFields = (presence: Presence): [string, string][] => [
  ['deskId', presence.deskId],
  ['kind', presence.kind],
  ['who', presence.who],
  ['times', presence.times],
  ...dayFields('fromDay', presence.fromDay),
  ...(presence.untilDay ? dayFields('untilDay', presence.untilDay) : []),
]
