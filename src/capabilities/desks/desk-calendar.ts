import {
  calendarText,
  escapedText,
  isSureOnClock,
  localMoment,
  timezoneLines,
  utcMoment,
} from '../../platform/calendar/calendar-text.ts'
import { dayNumber, momentOfMinute } from '../../platform/time/local-minutes.ts'
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
  return calendarText('Openingstijden', 'PUBLISH', [
    `NAME:${escapedText(words.name)}`,
    `X-WR-CALNAME:${escapedText(words.name)}`,
    'X-WR-TIMEZONE:Europe/Amsterdam',
    `URL:${words.url}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...timezoneLines,
    ...events.flat(),
    ...stops.flat(),
  ])
}

interface Event {
  readonly uid: string
  /** Counts the changes, for who keeps an older version. */
  readonly sequence: number
  /** Lines that say when. */
  readonly when: readonly string[]
  readonly cancelled?: boolean
}

/** Whether every reader makes the same of these times on the clock. */
const isEven = ({ day, start, end, hours }: Opening): boolean =>
  end - start === (hours.closes - hours.opens) * 60_000 &&
  isSureOnClock(day, hours.opens) &&
  isSureOnClock(day, hours.closes)

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
    when.push(`RRULE:${rule};UNTIL=${localMoment(dayNumber(last.day), first.hours.opens)}Z`)
  }
  if (skipped.length > 0)
    when.push(
      `EXDATE;TZID=Europe/Amsterdam:${skipped.map((day) => localMoment(dayNumber(day), first.hours.opens)).join()}`,
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
    `SUMMARY:${escapedText(summary)}`,
    ...(location ? [`LOCATION:${escapedText(location)}`] : []),
    ...(description ? [`DESCRIPTION:${escapedText(description)}`] : []),
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
    `DTSTART;TZID=Europe/Amsterdam:${localMoment(number, opens)}`,
    `DTEND;TZID=Europe/Amsterdam:${localMoment(number, closes)}`,
  ]
}

const inUtc = ({ start, end }: Opening): string[] => [
  `DTSTART:${utcMoment(start)}`,
  `DTEND:${utcMoment(end)}`,
]
