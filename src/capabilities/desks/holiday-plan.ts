import { addDays } from '../../platform/time/local-time.ts'
import {
  type DeskHours,
  type Hours,
  hoursOn,
  isClosedOn,
  type Timetable,
  timetableOn,
} from './opening-hours.ts'
import type { Holiday } from './public-holidays.ts'

export const holidayDecisions = ['closed', 'other-hours', 'as-usual'] as const
export type HolidayDecision = (typeof holidayDecisions)[number]

/** A public holiday on which a desk would be open, and what was decided about it. */
export interface PlannedHoliday extends Holiday {
  /** The hours that the desk would have. */
  readonly usual: readonly Hours[]
  /** Nothing while nobody decided. */
  readonly decision: HolidayDecision | undefined
  /** The exception of that day, of whatever length. */
  readonly exception: Timetable | undefined
}

/** The holidays that a desk must decide about, or did: those on which it would be open. */
export function planHolidays(
  hours: DeskHours,
  holidays: readonly Holiday[],
  asUsual: ReadonlySet<string>,
): PlannedHoliday[] {
  const without = { ...hours, timetables: hours.timetables.filter(({ kind }) => kind !== 'exception') }
  return holidays.flatMap((holiday) => {
    const usual = hoursOn(without, holiday.day)
    if (usual.length === 0) return []
    const timetable = timetableOn(hours, holiday.day)
    const exception = timetable?.kind === 'exception' ? timetable : undefined
    const decision = isClosedOn(hours, holiday.day)
      ? 'closed'
      : exception
        ? 'other-hours'
        : asUsual.has(holiday.day)
          ? 'as-usual'
          : undefined
    return [{ ...holiday, usual, decision, exception }]
  })
}

/** Whether the holiday's decision is kept as a day of its own: then it can be taken back with the holidays. */
export const isOwnDay = ({ exception, day }: PlannedHoliday): boolean =>
  exception === undefined ||
  (exception.fromDay === day && exception.hours.length === 0 && lastsOneDay(exception))

function lastsOneDay({ fromDay, untilDay }: Timetable): boolean {
  return untilDay !== null && addDays(fromDay, 1) === untilDay
}
