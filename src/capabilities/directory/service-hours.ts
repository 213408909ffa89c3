import { dayNumber, weekdayOfNumber } from '../../platform/time/local-minutes.ts'
import { type Instant, localDay, localTime } from '../../platform/time/local-time.ts'

/** When a service can be reached: from one minute of the local day until another, on a weekday (1 Monday). */
export interface ServiceHours {
  /** Null: hours in words alone (note). */
  readonly weekday: number | null
  /** Minutes after midnight; `closes` beyond 1440 is the night that follows. */
  readonly opens: number | null
  readonly closes: number | null
  /** The first day on which they hold, and the first on which they no longer do. */
  readonly fromDay: string | null
  readonly untilDay: string | null
  readonly note: string
}

/** The local day of a moment, and the minute of it that the clock shows. */
export function minuteOf(now: Instant): { readonly day: string; readonly minute: number } {
  const [hours = 0, minutes = 0] = localTime(now).split(':').map(Number)
  return { day: localDay(now), minute: hours * 60 + minutes }
}

/**
 * Whether a service can be reached at a minute of a local day; the night that began the day before counts. Undefined
 * when its hours are not known by the clock. The database reckons the same (directory.is_open).
 */
export function isOpenAt(
  hours: readonly ServiceHours[],
  { day, minute }: { readonly day: string; readonly minute: number },
): boolean | undefined {
  const told = hours.filter(({ weekday }) => weekday !== null)
  if (told.length === 0) return undefined
  const today = dayNumber(day)
  return told.some(({ weekday, opens, closes, fromDay, untilDay }) =>
    [0, 1].some((before) => {
      const number = today - before
      const at = minute + before * 1440
      return (
        weekday === weekdayOfNumber(number) &&
        (fromDay === null || dayNumber(fromDay) <= number) &&
        (untilDay === null || dayNumber(untilDay) > number) &&
        at >= (opens ?? 0) &&
        at < (closes ?? 0)
      )
    }),
  )
}

/** Hours that hold on a day or later. */
export const hoursAhead = (hours: readonly ServiceHours[], today: string): ServiceHours[] =>
  hours.filter(({ untilDay }) => untilDay === null || untilDay > today)
