import { optionalDaySent } from '../../../platform/http/date-fields.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import { addDays, type Instant, isDay, localDay } from '../../../platform/time/local-time.ts'
import type { ListSnapshot } from '../../lists/public.ts'
import { oldestContactDays } from '../contact.ts'
import type { FieldError } from '../field-error.ts'
import type { Parsed } from '../register-contact/register-contact.form.ts'

export interface Tally {
  readonly countedOn: string
  readonly channel: string
  readonly marks: readonly {
    readonly topicCode: string
    /** The library's own topic, when one was chosen. */
    readonly localCode?: string
    readonly serviceProvider: string | null
    readonly number: number
  }[]
}

export const tallyRows = 8
/** More marks than this on one line are a slip of the pen; two lines can hold them. */
export const mostMarks = 250

/** Reads a paper tally: a day, and for each line a topic and how many marks stand behind it. Empty lines do not count. */
export function readTally(fields: FormFields, context: { lists: ListSnapshot; now: Instant }): Parsed<Tally> {
  const { lists, now } = context
  const errors: FieldError[] = []
  const today = localDay(now)
  const countedOn = optionalDaySent(fields, 'day') || today
  if (!isDay(countedOn)) errors.push({ id: 'day', key: 'contacts.error.day' })
  else if (countedOn > today) errors.push({ id: 'day', key: 'contacts.error.future' })
  else if (countedOn < addDays(today, -oldestContactDays))
    errors.push({ id: 'day', key: 'contacts.error.too-old' })
  const channel = fields.text('channel')
  if (!lists.answerOptions.channel.some(({ code }) => code === channel))
    errors.push({ id: 'channel', key: 'contacts.error.choose' })

  const marks = Array.from({ length: tallyRows }, (_, row) => row).flatMap((row) => {
    const [topicCode, written] = [fields.text(`topic-${row}`), fields.text(`number-${row}`)]
    if (!topicCode && !written) return []
    const topic = lists.topics.find(({ code }) => code === topicCode)
    if (!topic) errors.push({ id: `topic-${row}`, key: 'contacts.error.choose' })
    const number = /^\d{1,4}$/.test(written) ? Number(written) : 0
    if (number < 1 || number > mostMarks)
      errors.push({ id: `number-${row}`, key: 'contacts.error.marks', values: { most: mostMarks } })
    if (!topic) return []
    const codes =
      topic.nationalCode === undefined
        ? { topicCode }
        : { topicCode: topic.nationalCode, localCode: topicCode }
    return [{ ...codes, serviceProvider: topic.serviceProviders[0] ?? null, number }]
  })
  if (marks.length === 0 && errors.length === 0)
    errors.push({ id: 'topic-0', key: 'contacts.error.empty-tally' })
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: { countedOn, channel, marks } }
}
