import fc from 'fast-check'
import { expect } from 'vitest'
import { type DeskHours, isForVisitors, openingsBetween } from '../../src/capabilities/desks/opening-hours.ts'
import { addDays, startOfDay } from '../../src/platform/time/local-time.ts'
import {
  arbitraryFrom,
  arbitraryUntil,
  deskHoursArbitrary,
  deskHoursByDayArbitrary,
} from './hours-arbitrary.ts'
import { knownHours } from './known-hours.ts'

/** From a moment until another, in milliseconds since 1970. */
export type Interval = readonly [start: number, end: number]

/** The same time, without overlap, in order. */
export function union(intervals: readonly Interval[]): Interval[] {
  const found: Interval[] = []
  for (const [start, end] of intervals.toSorted(([one], [other]) => one - other)) {
    const last = found.at(-1)
    if (end <= start) continue
    if (last && start <= last[1]) found[found.length - 1] = [last[0], Math.max(last[1], end)]
    else found.push([start, end])
  }
  return found
}

/** What of these intervals lies in the local days from `fromDay` up to `untilDay`. */
export function within(intervals: readonly Interval[], fromDay: string, untilDay: string): Interval[] {
  const from = startOfDay(fromDay).epochMilliseconds
  const until = startOfDay(untilDay).epochMilliseconds
  return union(intervals.map(([start, end]) => [Math.max(start, from), Math.min(end, until)]))
}

const told = (intervals: readonly Interval[]): string[] =>
  intervals.map(([start, end]) => `${new Date(start).toISOString()} ${new Date(end).toISOString()}`)

/** When the engine says that visitors can come, the night before the first day included. */
export const openingTimes = (hours: DeskHours, fromDay: string, untilDay: string): Interval[] =>
  openingsBetween(hours, addDays(fromDay, -1), untilDay)
    .filter(isForVisitors)
    .map(({ start, end }) => [start, end])

/**
 * Expects that another way to tell hours comes to the same minutes, for two years: for known desks, and for whatever hours
 * there can be.
 * @param read what somebody else makes of it
 * @param options.byDay leaves the nights out, for who cannot read them
 */
export function expectSameIntervals(
  read: (hours: DeskHours, fromDay: string, untilDay: string) => Interval[],
  { numRuns, byDay = false }: { numRuns: number; byDay?: boolean },
): void {
  const same = (hours: DeskHours, fromDay: string, untilDay: string): void => {
    const mine = within(openingTimes(hours, fromDay, untilDay), fromDay, untilDay)
    const theirs = within(read(hours, fromDay, untilDay), fromDay, untilDay)
    expect(told(theirs)).toEqual(told(mine))
  }
  // From a Sunday: a night of the day before reaches into it.
  for (const [name, hours] of Object.entries(knownHours))
    if (!byDay || !name.startsWith('Nacht')) same(hours, '2026-11-29', '2028-11-29')
  fc.assert(
    fc.property(byDay ? deskHoursByDayArbitrary : deskHoursArbitrary, (hours) =>
      same(hours, arbitraryFrom, arbitraryUntil),
    ),
    { numRuns },
  )
}
