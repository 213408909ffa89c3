import { z } from 'zod'
import { dayFields, daySent } from '../../../platform/http/date-fields.ts'
import { dayField } from '../../../platform/http/day-field.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { networkText } from '../keep-network-partner/keep-network-partner.form.ts'
import { type Attendance, attendances, type Meeting } from '../network.ts'
import type { MeetingFacts } from './keep-meeting.command.ts'

const line = z.string().max(200, 'network.error.long' satisfies MessageKey)
const longestText = 20_000

/** A time of day as people type it: 14:00, 14.00, 14u00 or 14; as 14:00. Undefined when it is none. */
export function tidyTime(text: string): string | undefined {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[:.uU](\d{2}))?$/.exec(text) ?? []
  return hour !== '' && Number(hour) < 24 && Number(minute) < 60
    ? `${hour.padStart(2, '0')}:${minute}`
    : undefined
}

export const meetingForm = z
  .object({
    subject: line.min(1, 'network.error.subject' satisfies MessageKey),
    day: dayField('network.error.day'),
    starts: z
      .string()
      .refine(
        (text) => text === '' || tidyTime(text) !== undefined,
        'network.error.time' satisfies MessageKey,
      )
      .transform((text) => (text === '' ? null : (tidyTime(text) ?? null))),
    place: line,
    agenda: networkText(longestText),
    minutes: networkText(longestText),
    cancelled: z.boolean(),
    attendance: z.map(z.string(), z.enum(attendances)),
  })
  .transform((facts): MeetingFacts => facts)

/** @param members the partners in the network, of each of whom the form asks whether he came */
export const meetingSent = (form: FormFields, members: readonly { readonly id: string }[]) => ({
  subject: form.text('subject'),
  day: daySent(form, 'day'),
  starts: form.text('starts'),
  place: form.text('place'),
  agenda: form.text('agenda'),
  minutes: form.text('minutes'),
  cancelled: form.has('cancelled'),
  attendance: new Map(
    members.flatMap(({ id }) => {
      const kind = form.text(`partner-${id}`)
      return kind ? [[id, kind] as const] : []
    }),
  ),
})

/** A meeting as the form shows it. */
export const meetingFields = (
  meeting: Meeting,
  attendance: ReadonlyMap<string, Attendance>,
): [string, string][] => [
  ['subject', meeting.subject],
  ...dayFields('day', meeting.day),
  ['starts', meeting.starts ?? ''],
  ['place', meeting.place],
  ['agenda', meeting.agenda],
  ['minutes', meeting.minutes],
  ...(meeting.cancelled ? ([['cancelled', 'ja']] as [string, string][]) : []),
  ...[...attendance].map(([id, kind]): [string, string] => [`partner-${id}`, kind]),
  ['version', String(meeting.version)],
]
