import { isDay } from '../../platform/time/local-time.ts'

export type ReadDay =
  | {
      readonly ok: true
      readonly day: string /** As 10:30; null when only the day is said. */
      readonly time: string | null
    }
  | { readonly ok: false; readonly reason: 'day-unreadable' | 'time-unreadable' }

const months: readonly (readonly string[])[] = [
  ['januari', 'jan'],
  ['februari', 'feb'],
  ['maart', 'mrt'],
  ['april', 'apr'],
  ['mei'],
  ['juni', 'jun'],
  ['juli', 'jul'],
  ['augustus', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'okt'],
  ['november', 'nov'],
  ['december', 'dec'],
]
const weekdays =
  /^(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|vr|za|zo)\.?,? +/i

/**
 * Reads a day, maybe with a time behind it: 2022-03-04, 4-3-2022, 4/3/2022, 4.3.2022 or 4 maart 2022; the day before the month.
 * A year of two digits is one of this century, since there were no desks before; also then the year comes last. Midnight behind a day is how a program writes a day
 * without a time, and no desk is open then.
 */
export function readImportDay(cell: string): ReadDay {
  const text = cell.trim().replace(/\s+/g, ' ').replace(weekdays, '')
  const match =
    /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:[T ](?<time>.+))?$/.exec(text) ??
    /^(?<day>\d{1,2})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<year>\d{2}|\d{4})(?:,? (?<time>.+))?$/.exec(
      text,
    ) ??
    /^(?<day>\d{1,2})[ -](?<month>[a-z]+)\.?[ -](?<year>\d{2}|\d{4})(?:,? (?<time>.+))?$/i.exec(text)
  const { day = '', month = '', year = '', time } = match?.groups ?? {}
  if (!match) return { ok: false, reason: 'day-unreadable' }
  const monthNumber = /^\d+$/.test(month)
    ? month
    : String(months.findIndex((names) => names.includes(month.toLowerCase())) + 1)
  const read = `${year.padStart(4, '20')}-${monthNumber.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!isDay(read)) return { ok: false, reason: 'day-unreadable' }
  if (time === undefined) return { ok: true, day: read, time: null }
  const readTime = readImportTime(time)
  if (readTime === undefined) return { ok: false, reason: 'time-unreadable' }
  return { ok: true, day: read, time: readTime === '00:00' ? null : readTime }
}

/** Reads a time of the day, as 10:30, 10.30, 10:30:00 or 10u30, as 10:30; undefined when it is none. */
export function readImportTime(cell: string): string | undefined {
  const match = /^(\d{1,2})[:.u](\d{2})(?::\d{2}(?:[.,]\d+)?)?(?: ?uur)?$/i.exec(cell.trim())
  if (!match) return undefined
  const [, hour = '', minute = ''] = match
  return Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : undefined
}
