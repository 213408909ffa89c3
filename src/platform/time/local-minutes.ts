import { Temporal } from 'temporal-polyfill'
import { zone } from './local-time.ts'

// Days and minutes as numbers, for who reckons with thousands of them in one request: some fifty times as fast as the
// objects of Temporal, which still says what the clock does.

const msOfDay = 86_400_000

/** The number of a local day: the next day has the next number. 1 January 1970 is 0. */
export function dayNumber(day: string): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / msOfDay
}

const days = new Map<number, string>()
/** Some ten years of days are asked for again and again; who asks for more begins anew. */
const mostKept = 4000

/** The local day with this number, as 2026-11-24. */
export function dayOfNumber(number: number): string {
  const known = days.get(number)
  if (known) return known
  const day = new Date(number * msOfDay).toISOString().slice(0, 10)
  if (days.size >= mostKept) days.clear()
  days.set(number, day)
  return day
}

/** 1 Monday to 7 Sunday (ISO 8601), of the day with this number. */
export function weekdayOfNumber(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1
}

interface ClockDay {
  /** When the day begins. */
  readonly start: number
  /** False on the two days in the year on which the clock jumps. */
  readonly even: boolean
}
const clockDays = new Map<number, ClockDay>()

function clockDay(number: number): ClockDay {
  const known = clockDays.get(number)
  if (known) return known
  const date = Temporal.PlainDate.from(dayOfNumber(number))
  const start = date.toZonedDateTime(zone).epochMilliseconds
  const day = {
    start,
    even: date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - start === msOfDay,
  }
  if (clockDays.size >= mostKept) clockDays.clear()
  clockDays.set(number, day)
  return day
}

/**
 * The moment (milliseconds since 1970) at which the clock shows so many minutes after midnight, on the day with this
 * number; 1440 and more is the night that follows. What the clock skips in March is all the one moment at which it jumps; what
 * it shows twice in October is the first time.
 */
export function momentOfMinute(number: number, minute: number): number {
  const days = Math.floor(minute / 1440)
  const day = clockDay(number + days)
  const rest = minute - days * 1440
  if (day.even) return day.start + rest * 60_000
  const { year, month, day: dayOfMonth } = Temporal.PlainDate.from(dayOfNumber(number + days))
  const clock = { year, month, day: dayOfMonth, hour: Math.floor(rest / 60), minute: rest % 60 }
  const local = Temporal.PlainDateTime.from(clock)
  const later = local.toZonedDateTime(zone)
  if (later.toPlainDateTime().equals(local)) return later.epochMilliseconds
  // A jump at that very moment counts as the previous one only a while after it.
  const jump = later.add({ minutes: 1 }).getTimeZoneTransition('previous')
  return (jump ?? later).epochMilliseconds
}

/** What the clock shows at a moment (milliseconds since 1970) of the day with this number, in minutes; 1440 at its end and after. */
export function clockMinute(number: number, moment: number): number {
  const { start, even } = clockDay(number)
  if (even) return Math.min(1440, (moment - start) / 60_000)
  if (moment >= clockDay(number + 1).start) return 1440
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone)
  return hour * 60 + minute
}
