import { dayNumber, dayOfNumber, momentOfMinute } from '../time/local-minutes.ts'

// Our own lines: ical-generator 10.2 writes DTSTAMP and UNTIL in local time beside a zone, where RFC 5545 asks for UTC,
// brings no VTIMEZONE, leaves commas and line ends in the name as they are and ends the file without a line end.

/** Of every place in the European Netherlands, by the rule that the European Union has had since 1996. */
export const timezoneLines: readonly string[] = [
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

/** What a calendar may be for: to keep, or to take out of a calendar what was called off (RFC 5546 § 3.2). */
export type CalendarMethod = 'PUBLISH' | 'CANCEL'

/** A whole calendar (RFC 5545), its lines folded and ended as they must be. @param lines of its properties and events */
export function calendarText(product: string, method: CalendarMethod, lines: readonly string[]): string {
  const all = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Balie//${product}//NL`,
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...lines,
    'END:VCALENDAR',
  ]
  return `${all.map(foldedLine).join('\r\n')}\r\n`
}

/** 20261124T110000 on the clock. @param day its number @param minute of that day; from 1440 it is the next one */
export function localMoment(day: number, minute: number): string {
  const rest = minute % 1440
  const time = `${String(Math.floor(rest / 60)).padStart(2, '0')}${String(rest % 60).padStart(2, '0')}00`
  return `${dayOfNumber(day + Math.floor(minute / 1440)).replaceAll('-', '')}T${time}`
}

/** 20261124T100000Z of a moment, in milliseconds since 1970. */
export const utcMoment = (moment: number): string =>
  `${localMoment(Math.floor(moment / 86_400_000), Math.floor(moment / 60_000) % 1440)}Z`

/** Readers of calendars differ about the first hours of a day on which the clock changes. */
const untilClockIsSure = 4 * 60

/** Whether every reader makes the same moment of this time on the clock. @param minute of the day; from 1440 it is the next one */
export function isSureOnClock(day: string, minute: number): boolean {
  const number = dayNumber(day) + Math.floor(minute / 1440)
  const lasts = momentOfMinute(number + 1, 0) - momentOfMinute(number, 0)
  return lasts === 1440 * 60_000 || minute % 1440 >= untilClockIsSure
}

/** A text as the value of a property. */
export const escapedText = (text: string): string =>
  text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r\n|\r|\n/g, '\\n')

/** At most 75 octets on a line (RFC 5545 § 3.1), never within a character. */
function foldedLine(line: string): string {
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
