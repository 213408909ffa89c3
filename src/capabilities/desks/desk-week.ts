import { addDays } from '../../platform/time/local-time.ts'
import {
  type DatedHours,
  type DeskHours,
  type Hours,
  hoursOn,
  type Timetable,
  timetableOn,
} from './opening-hours.ts'

/** A day of a desk as a visitor sees it. */
export interface DeskDay {
  readonly day: string
  readonly hours: readonly Hours[]
  /** The name of the exception or period in force: 'Koningsdag'. */
  readonly name: string | null
  /** Called off. */
  readonly cancelled: readonly DatedHours[]
}

/** So many days from `from` on, without the hours of staff alone. */
export function deskDays(hours: DeskHours, from: string, count: number): DeskDay[] {
  return Array.from({ length: count }, (_, index): DeskDay => {
    const day = addDays(from, index)
    const timetable = timetableOn(hours, day)
    return {
      day,
      hours: hoursOn(hours, day).filter(({ kind }) => kind !== 'staff'),
      name: timetable?.kind === 'ordinary' ? null : (timetable?.name ?? null),
      cancelled: hours.dated.filter((each) => each.day === day && each.cancelled),
    }
  })
}

/** The timetables that take the place of the ordinary week in the days to come: closures, other hours, a summer; by day. */
export function otherTimesAhead({ timetables }: DeskHours, from: string, count: number): Timetable[] {
  const until = addDays(from, count)
  return timetables
    .filter(
      ({ kind, fromDay, untilDay }) =>
        kind !== 'ordinary' && fromDay < until && untilDay !== null && untilDay > from,
    )
    .sort((one, other) => (one.fromDay < other.fromDay ? -1 : 1))
}

/** The stops that are still to come, or were called off, by day. */
export function stopsAhead(hours: DeskHours, from: string, count: number): DatedHours[] {
  const until = addDays(from, count)
  return hours.dated
    .filter(({ day, kind, placeId }) => day >= from && day < until && kind !== 'staff' && placeId !== null)
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : one.opens - other.opens))
}
