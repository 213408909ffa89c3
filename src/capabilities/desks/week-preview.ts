import { addDays, mondayOf } from '../../platform/time/local-time.ts'
import {
  type DeskHours,
  type Hours,
  hoursOn,
  isClosedOn,
  type Timetable,
  timetableOn,
} from './opening-hours.ts'
import { endFollowedWeeks } from './week-ends.ts'

/** One day as it will be. */
export interface PreviewDay {
  /** As 2026-11-24. */
  readonly day: string
  /** What makes the day another than an ordinary one. */
  readonly special: Timetable | undefined
  readonly hours: readonly (Hours & { readonly cancelled: boolean })[]
}

export interface PreviewWeek {
  readonly monday: string
  readonly days: readonly PreviewDay[]
}

/** How far one looks ahead while changing hours. */
export const weeksAhead = 4

/** The weeks from the one that a day is in: what of the model visitors and staff will see on each day. */
export function previewWeeks(hours: DeskHours, fromDay: string, weeks = weeksAhead): PreviewWeek[] {
  const first = mondayOf(fromDay)
  return Array.from({ length: weeks }, (_, week) => {
    const monday = addDays(first, week * 7)
    return {
      monday,
      days: Array.from({ length: 7 }, (_each, day) => previewDay(hours, addDays(monday, day))),
    }
  })
}

function previewDay(hours: DeskHours, day: string): PreviewDay {
  const timetable = timetableOn(hours, day)
  // What was called off is still said, unless the whole day is closed.
  const calledOff = isClosedOn(hours, day)
    ? []
    : hours.dated.filter((each) => each.day === day && each.cancelled)
  return {
    day,
    special: timetable && timetable.kind !== 'ordinary' ? timetable : undefined,
    hours: [
      ...hoursOn(hours, day).map((each) => ({ ...each, cancelled: false })),
      ...calledOff.map((each) => ({ ...each, cancelled: true })),
    ].sort((one, other) => one.opens - other.opens),
  }
}

/** The hours as they would be with this timetable, in place of the one that it changes or that begins on the same day. */
export function withTimetable({ timetables, dated }: DeskHours, timetable: Timetable): DeskHours {
  const others = timetables.filter(
    ({ id, kind, fromDay }) =>
      id !== timetable.id && !(kind === timetable.kind && fromDay === timetable.fromDay),
  )
  return { dated, timetables: endFollowedWeeks(timetables, [...others, timetable]) }
}

/** The hours as they would be without this timetable. */
export function withoutTimetable({ timetables, dated }: DeskHours, { id: gone }: Timetable): DeskHours {
  return {
    dated,
    timetables: endFollowedWeeks(
      timetables,
      timetables.filter(({ id }) => id !== gone),
    ),
  }
}
