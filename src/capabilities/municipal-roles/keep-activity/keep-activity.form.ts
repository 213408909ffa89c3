import { z } from 'zod'
import { dayFields, daySent, optionalDaySent } from '../../../platform/http/date-fields.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { parseAmount, writeAmount } from '../../../platform/money/amount.ts'
import { optionalAmountField } from '../../../platform/money/amount-field.ts'
import {
  type Activity,
  type ActivityFacts,
  channels,
  mostMaterials,
  readMaterials,
  writeMaterials,
} from '../activity.ts'
import { notedDay, optionalNotedDay } from '../noted-day.ts'
import { neededLine, optionalLine, optionalNote } from '../noted-text.ts'

/** How many people, whole, as people type it: 1200 or 1.200; null when it is left out. */
const peopleField = z.string().transform((text, context) => {
  if (text === '') return null
  const parsed = parseAmount(text)
  const people = parsed.ok ? parsed.cents / 100 : Number.NaN
  if (Number.isInteger(people) && people <= 20_000_000) return people
  context.addIssue({ code: 'custom', message: 'promotion.error.reached' satisfies MessageKey })
  return z.NEVER
})

/** @param desks among which one chooses */
export const activityForm = (desks: readonly { readonly id: string }[], today: string) =>
  z
    .object({
      name: neededLine('promotion.error.name'),
      channel: z.enum(channels, 'promotion.error.channel' satisfies MessageKey),
      startsOn: notedDay('promotion.error.day', today),
      endsOn: optionalNotedDay('promotion.error.day', today),
      audience: optionalLine,
      reached: peopleField,
      cost: optionalAmountField,
      desks: z
        .array(z.string())
        .refine(
          (ids) => ids.every((id) => desks.some((desk) => desk.id === id)),
          'promotion.error.desk' satisfies MessageKey,
        ),
      materials: optionalNote
        .transform(readMaterials)
        .refine(
          (materials) =>
            materials.length <= mostMaterials && materials.every(({ name }) => name.length <= 200),
          'promotion.error.materials' satisfies MessageKey,
        ),
      note: optionalNote,
    })
    .refine(({ startsOn, endsOn }) => endsOn === '' || endsOn >= startsOn, {
      path: ['endsOn'],
      message: 'promotion.error.order' satisfies MessageKey,
    })
    .transform(
      ({ cost, desks: deskIds, endsOn, ...facts }): ActivityFacts => ({
        ...facts,
        endsOn: endsOn || facts.startsOn,
        costCents: cost,
        deskIds: [...new Set(deskIds)],
      }),
    )

export const activitySent = (form: FormFields) => ({
  name: form.text('name'),
  channel: form.text('channel'),
  startsOn: daySent(form, 'startsOn'),
  endsOn: optionalDaySent(form, 'endsOn'),
  audience: form.text('audience'),
  reached: form.text('reached'),
  cost: form.text('cost'),
  desks: [...form.all('desks')],
  materials: form.text('materials'),
  note: form.text('note'),
})

/** An activity as the form shows it. */
export const activityFields = (activity: Activity): [string, string][] => [
  ['name', activity.name],
  ['channel', activity.channel],
  ...dayFields('startsOn', activity.startsOn),
  ...(activity.endsOn === activity.startsOn ? [] : dayFields('endsOn', activity.endsOn)),
  ['audience', activity.audience],
  ['reached', activity.reached === null ? '' : String(activity.reached)],
  ['cost', activity.costCents === null ? '' : writeAmount(activity.costCents)],
  ...activity.deskIds.map((id): [string, string] => ['desks', id]),
  ['materials', writeMaterials(activity.materials)],
  ['note', activity.note],
]
