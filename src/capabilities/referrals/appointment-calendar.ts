import {
  type CalendarMethod,
  calendarText,
  escapedText,
  localMoment,
  timezoneLines,
  utcMoment,
} from '../../platform/calendar/calendar-text.ts'
import { clockMinute, dayNumber } from '../../platform/time/local-minutes.ts'
import { type Instant, instantAt, localDay } from '../../platform/time/local-time.ts'

/** An appointment as a calendar keeps it; of who comes it holds nothing. */
export interface CalendarAppointment {
  readonly id: string
  /** Counts the changes: of two with the same id a calendar keeps the higher (RFC 5545 § 3.8.7.4). */
  readonly sequence: number
  /** Milliseconds since 1970. */
  readonly start: number
  readonly end: number
  readonly cancelled: boolean
  readonly summary: string
  readonly location?: string | undefined
  readonly description?: string | undefined
}

/** One appointment, to put in a calendar, or to take out of it when it was cancelled. */
export const appointmentFile = (appointment: CalendarAppointment, now: Instant): string =>
  calendarText('Afspraken', appointment.cancelled ? 'CANCEL' : 'PUBLISH', [
    ...timezoneLines,
    ...eventLines(appointment, now),
  ])

/** The appointments of a desk as a calendar to subscribe to. Those that were cancelled stay in it, as such. */
export const appointmentFeed = (
  name: string,
  appointments: readonly CalendarAppointment[],
  now: Instant,
): string => {
  const method: CalendarMethod = 'PUBLISH'
  return calendarText('Afspraken', method, [
    `NAME:${escapedText(name)}`,
    `X-WR-CALNAME:${escapedText(name)}`,
    'X-WR-TIMEZONE:Europe/Amsterdam',
    'REFRESH-INTERVAL;VALUE=DURATION:PT15M',
    'X-PUBLISHED-TTL:PT15M',
    ...timezoneLines,
    ...appointments.flatMap((each) => eventLines(each, now)),
  ])
}

function eventLines(appointment: CalendarAppointment, now: Instant): string[] {
  const { id, sequence, start, end, cancelled, summary, location, description } = appointment
  return [
    'BEGIN:VEVENT',
    `UID:${id}`,
    `DTSTAMP:${utcMoment(now.epochMilliseconds)}`,
    `SEQUENCE:${sequence}`,
    ...whenLines(start, end),
    `SUMMARY:${escapedText(summary)}`,
    ...(location ? [`LOCATION:${escapedText(location)}`] : []),
    ...(description ? [`DESCRIPTION:${escapedText(description)}`] : []),
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ]
}

/** By night readers of calendars differ: about the hour that the clock skips or shows twice, and node-ical 0.22 about midnight. */
const isNight = (minute: number): boolean => minute < 6 * 60 || minute >= 23 * 60

/** On the clock of the Netherlands; by night in UTC, which nobody reads otherwise. */
function whenLines(start: number, end: number): string[] {
  const [from, until] = [start, end].map((moment) => {
    const day = dayNumber(localDay(instantAt(moment)))
    return { day, minute: clockMinute(day, moment) }
  }) as [{ day: number; minute: number }, { day: number; minute: number }]
  if (isNight(from.minute) || isNight(until.minute))
    return [`DTSTART:${utcMoment(start)}`, `DTEND:${utcMoment(end)}`]
  return [
    `DTSTART;TZID=Europe/Amsterdam:${localMoment(from.day, from.minute)}`,
    `DTEND;TZID=Europe/Amsterdam:${localMoment(until.day, until.minute)}`,
  ]
}
