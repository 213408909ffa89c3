import { clockMinute, weekdayOfNumber } from '../../platform/time/local-minutes.ts'
import type { Cells } from '../contacts/public.ts'

/** An hour of the week: 1 Monday to 7 Sunday, and the hour that the clock shows. */
export interface WeekHour {
  readonly weekday: number
  readonly hour: number
}

/** How it stands in cells: 3-10 for Wednesday from ten to eleven. */
export const codeOfHour = ({ weekday, hour }: WeekHour): string =>
  `${weekday}-${String(hour).padStart(2, '0')}`

export interface BusyHours {
  /** The hours of the day in which there was anybody, on some day. */
  readonly hours: readonly number[]
  readonly counts: ReadonlyMap<string, number>
  /** Contacts of which the time is known, and of which only the day is. */
  readonly timed: number
  readonly untimed: number
  /** The hours with the most and the next most contacts. */
  readonly busiest: (WeekHour & { readonly count: number }) | undefined
  readonly next: number
}

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** When contacts were: by hour of the day and day of the week. */
export function busyHours(cells: Cells): BusyHours {
  const found = Object.entries(cells).flatMap(([cell, count]) => {
    const [, weekday, hour] = /^hour:([1-7])-(\d\d)$/.exec(cell) ?? []
    return weekday && hour && count > 0 ? [{ weekday: Number(weekday), hour: Number(hour), count }] : []
  })
  const [busiest, next] = found.toSorted((one, other) => other.count - one.count)
  const timed = found.reduce((sum, { count }) => sum + count, 0)
  return {
    hours: [...new Set(found.map(({ hour }) => hour))].toSorted((one, other) => one - other),
    counts: new Map(found.map((each) => [codeOfHour(each), each.count])),
    timed,
    untimed: (cells.contacts ?? 0) - timed,
    busiest,
    next: next?.count ?? 0,
  }
}

const msOfDay = 86_400_000

/**
 * How many hours desks were open in each hour of the week, added up: two desks open on four Mondays from ten to eleven make eight.
 * @param openings as milliseconds since 1970, the end exclusive, each within one local day
 */
export function openHours(openings: Iterable<readonly [number, number]>): Map<string, number> {
  const minutes = new Map<string, number>()
  for (const [start, end] of openings) {
    // The clock is one or two hours ahead of UTC; just before midnight in winter that is a day too far.
    const ahead = Math.floor((start + 2 * 3_600_000) / msOfDay)
    const day = clockMinute(ahead, start) < 0 ? ahead - 1 : ahead
    const weekday = weekdayOfNumber(day)
    const until = clockMinute(day, end)
    for (let from = clockMinute(day, start); from < until; ) {
      const hour = Math.floor(from / 60)
      const to = Math.min(until, (hour + 1) * 60)
      const code = codeOfHour({ weekday, hour })
      minutes.set(code, (minutes.get(code) ?? 0) + to - from)
      from = to
    }
  }
  return new Map([...minutes].map(([code, sum]) => [code, sum / 60]))
}

/** Which shade a number has beside the largest: 0 for none, five in equal steps. */
export const shadeBeside = (value: number, largest: number): number =>
  value <= 0 || largest <= 0 ? 0 : Math.max(1, Math.ceil((value / largest) * 5))
