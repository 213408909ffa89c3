import { addDays } from '../../platform/time/local-time.ts'
import type { DatedHours, DeskHours, Opening, Timetable } from './opening-hours.ts'

/** The timetables that hold today or will, by day. */
export function plannedTimetables({ timetables }: DeskHours, today: string): Timetable[] {
  return timetables
    .filter(({ untilDay }) => untilDay === null || untilDay > today)
    .sort((one, other) => one.fromDay.localeCompare(other.fromDay))
}

/** The stops and other single days from a day on, by day and time. */
export function stopsFrom({ dated }: DeskHours, today: string): DatedHours[] {
  return dated
    .filter(({ day }) => day >= today)
    .sort((one, other) => one.day.localeCompare(other.day) || one.opens - other.opens)
}

/** Within these days visitors have seen a stop: it is called off, in sight of everybody, and not taken away. */
const announcedDays = 14

/** Whether a stop may still go without a trace. */
export const mayBeRemoved = ({ day }: Pick<DatedHours, 'day'>, today: string): boolean =>
  day > addDays(today, announcedDays)

/** Minutes in which something is open; what overlaps counts once. */
export function minutesOpen(openings: readonly Opening[]): number {
  let milliseconds = 0
  let until = 0
  for (const { start, end } of [...openings].sort((one, other) => one.start - other.start)) {
    milliseconds += Math.max(0, end - Math.max(start, until))
    until = Math.max(until, end)
  }
  return milliseconds / 60_000
}
