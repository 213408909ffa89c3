import { dayNumber, dayOfNumber, momentOfMinute } from '../../platform/time/local-minutes.ts'
import { addDays } from '../../platform/time/local-time.ts'
import {
  type DatedHours,
  type DeskHours,
  type Hours,
  isClosedOn,
  type Opening,
  openingsBetween,
  type Timetable,
} from './opening-hours.ts'

/** What a calendar says of an opening, in words. */
export interface EventWords {
  readonly summary: string
  readonly location?: string
  readonly description?: string
}

export interface CalendarWords {
  /** How the calendar is called in the list of the reader's calendars. */
  readonly name: string
  /** Of the page of the desk. */
  readonly url: string
  /** Behind the @ of the ids of the events. */
  readonly host: string
  /** When this calendar is written, as 20261124T090000Z. */
  readonly writtenAt: string
  readonly describe: (hours: Hours) => EventWords
}

// Our own lines: ical-generator 10.2 writes DTSTAMP and UNTIL in local time beside a zone, where RFC 5545 asks for UTC,
// brings no VTIMEZONE, leaves commas and line ends in the name as they are and ends the file without a line end.

/** Of every place in the European Netherlands, by the rule that the European Union has had since 1996. */
const timezone = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Amsterdam',
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
]
const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/**
 * The openings of a desk as a calendar (RFC 5545) to subscribe to, from `fromDay` up to but not including `untilDay`: an
 * event for each line of a timetable, and one for each stop. A stop that was called off stays in it, as cancelled.
 */
export function deskCalendar(
  hours: DeskHours,
  fromDay: string,
  untilDay: string,
  counts: (opening: Opening) => boolean,
  words: CalendarWords,
): string {
  const openings = new Map<Hours, Opening[]>()
  for (const each of openingsBetween(hours, fromDay, untilDay))
    if (counts(each)) openings.set(each.hours, [...(openings.get(each.hours) ?? []), each])
  const events = hours.timetables.flatMap((timetable) =>
    timetable.hours.flatMap((each) =>
      series(timetable, idOf(timetable, each), openings.get(each) ?? []).map((event) =>
        eventLines(event, each, words),
      ),
    ),
  )
  const stops = hours.dated
    .filter(({ day }) => day >= fromDay && day < untilDay)
    .flatMap((each) => {
      const opening = openingOf(each)
      const isThere = opening.end > opening.start && counts(opening)
      return isThere ? [eventLines(stop(hours, each), each, words)] : []
    })
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Balie//Openingstijden//NL',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(words.name)}`,
    `X-WR-CALNAME:${escaped(words.name)}`,
    'X-WR-TIMEZONE:Europe/Amsterdam',
    `URL:${words.url}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...timezone,
    ...events.flat(),
    ...stops.flat(),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

interface Event {
  readonly uid: string
  /** Counts the changes, for who keeps an older version. */
  readonly sequence: number
  /** Lines that say when. */
  readonly when: readonly string[]
  readonly cancelled?: boolean
}

/** Readers of calendars differ about the first hours of a day on which the clock changes. */
const untilClockIsSure = 4 * 60

/** Whether every reader makes the same of these times on the clock. */
function isEven({ day, start, end, hours }: Opening): boolean {
  const isSure = (minute: number): boolean => {
    const number = dayNumber(day) + Math.floor(minute / 1440)
    const lasts = momentOfMinute(number + 1, 0) - momentOfMinute(number, 0)
    return lasts === 1440 * 60_000 || minute % 1440 >= untilClockIsSure
  }
  return end - start === (hours.closes - hours.opens) * 60_000 && isSure(hours.opens) && isSure(hours.closes)
}

/** The same hours as long as the timetable keeps as many on that weekday, whatever their times become. */
function idOf({ id, hours }: Timetable, each: Timetable['hours'][number]): string {
  const nth = hours.filter(({ weekday }) => weekday === each.weekday).indexOf(each)
  return `${id}-${each.weekday ?? 0}-${nth}`
}

/** What returns each week, or each day, is one event; on the nights that the clock changes it is one of its own. */
function series({ version }: Timetable, id: string, openings: readonly Opening[]): Event[] {
  const sequence = version - 1
  const odd = openings.filter((each) => !isEven(each))
  const even = openings.filter(isEven)
  const [first] = even
  const last = even.at(-1)
  const events = odd.map((each) => ({ uid: `${id}-${each.day}`, sequence, when: inUtc(each) }))
  if (!first || !last) return events
  const step = 'weekday' in first.hours && first.hours.weekday === null ? 1 : 7
  const open = new Set(even.map(({ day }) => day))
  const skipped: string[] = []
  for (let day = first.day; day < last.day; day = addDays(day, step)) if (!open.has(day)) skipped.push(day)
  const when = [...inZone(first.day, first.hours)]
  if (last !== first) {
    const rule =
      step === 1 ? 'FREQ=DAILY' : `FREQ=WEEKLY;BYDAY=${weekdayCodes[(dayNumber(first.day) + 3) % 7]}`
    // Must be UTC, but some read it as the clock (rrule.js): an hour or two after the last opening begins, and right for both.
    when.push(`RRULE:${rule};UNTIL=${local(dayNumber(last.day), first.hours.opens)}Z`)
  }
  if (skipped.length > 0)
    when.push(
      `EXDATE;TZID=Europe/Amsterdam:${skipped.map((day) => local(dayNumber(day), first.hours.opens)).join()}`,
    )
  return [{ uid: id, sequence, when }, ...events]
}

/** A stop of which the bus is called off, or the desk is closed that day, is cancelled: it was announced. */
function stop(hours: DeskHours, each: DatedHours): Event {
  const opening = openingOf(each)
  const cancelled = each.cancelled || isClosedOn(hours, each.day)
  const when = isEven(opening) ? inZone(each.day, each) : inUtc(opening)
  return { uid: each.id, sequence: cancelled ? 1 : 0, when, cancelled }
}

const openingOf = (each: DatedHours): Opening => ({
  day: each.day,
  start: momentOfMinute(dayNumber(each.day), each.opens),
  end: momentOfMinute(dayNumber(each.day), each.closes),
  hours: each,
})

function eventLines(event: Event, each: Hours, { url, host, writtenAt, describe }: CalendarWords): string[] {
  const { summary, location, description } = describe(each)
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}@${host}`,
    `DTSTAMP:${writtenAt}`,
    `SEQUENCE:${event.sequence}`,
    ...event.when,
    `SUMMARY:${escaped(summary)}`,
    ...(location ? [`LOCATION:${escaped(location)}`] : []),
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    `URL:${url}`,
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    // A desk that is open takes no time of who subscribes.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

function inZone(day: string, { opens, closes }: Hours): string[] {
  const number = dayNumber(day)
  return [
    `DTSTART;TZID=Europe/Amsterdam:${local(number, opens)}`,
    `DTEND;TZID=Europe/Amsterdam:${local(number, closes)}`,
  ]
}

const inUtc = ({ start, end }: Opening): string[] => [`DTSTART:${utc(start)}`, `DTEND:${utc(end)}`]

/** 20261124T110000 on the clock. */
function local(day: number, minute: number): string {
  const rest = minute % 1440
  const time = `${String(Math.floor(rest / 60)).padStart(2, '0')}${String(rest % 60).padStart(2, '0')}00`
  return `${dayOfNumber(day + Math.floor(minute / 1440)).replaceAll('-', '')}T${time}`
}

/** 20261124T100000Z of a moment. */
const utc = (moment: number): string =>
  `${local(Math.floor(moment / 86_400_000), Math.floor(moment / 60_000) % 1440)}Z`

const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r\n|\r|\n/g, '\\n')

/** At most 75 octets on a line (RFC 5545 § 3.1), never within a character. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > 75) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += character
    octets += size
  }
  return [...parts, part].join('\r\n')
}
