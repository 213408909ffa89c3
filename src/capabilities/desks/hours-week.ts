import { dayNumber, dayOfNumber, weekdayOfNumber } from '../../platform/time/local-minutes.ts'
import {
  type DeskHours,
  type Hours,
  hoursOn,
  type Timetable,
  timetableOn,
  type WeekHours,
} from './opening-hours.ts'

// Figure 7 of the guide (§ 2.2.3) counts desks by their hours a week, and those that are open in the evening and in the
// weekend. It does not say what an evening is, nor from how often on a desk is open then: both are ours.

/** From six o'clock, on any day. */
export const eveningFrom = 18 * 60
/** Open in the evening or the weekend: in one week out of four, some once a month. One evening a year is not. */
const regularShare = 1 / 4

/** Helped by the desk itself, who comes by: for everybody, for youth, on a theme. A partner's hours are the partner's. */
export const isAtDesk = ({ kind }: Hours): boolean => kind === 'desk' || kind === 'youth' || kind === 'theme'
export const isByTelephone = ({ kind }: Hours): boolean => kind === 'telephone'

/** What an average week of a desk comes to. Hours at the same time count once; staff's among themselves are for who asks. */
export interface AverageWeek {
  /** Over how many whole weeks. */
  readonly weeks: number
  /** Minutes a week, by the clock. */
  readonly minutes: number
  readonly eveningMinutes: number
  readonly weekendMinutes: number
  /** Regularly open in the evening. */
  readonly evenings: boolean
  /** Regularly open on Saturday or Sunday. */
  readonly weekends: boolean
}

/** Minutes in one week of a timetable, hours at the same time once. */
export function minutesAWeek(hours: readonly WeekHours[], counts: (hours: Hours) => boolean): number {
  const all = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
    hours
      .filter((each) => counts(each) && (each.weekday ?? weekday) === weekday)
      .map(({ opens, closes }) => ({ opens: opens + weekday * 1440, closes: closes + weekday * 1440 })),
  )
  let reached = 0
  let minutes = 0
  for (const { opens, closes } of all.toSorted((one, other) => one.opens - other.opens)) {
    minutes += Math.max(0, closes - Math.max(opens, reached))
    reached = Math.max(reached, closes)
  }
  return minutes
}

interface Days {
  readonly fromDay: string
  readonly untilDay: string
}

/**
 * The days over which a desk is counted: the 52 weeks before `today`; since its hours are known, when that is shorter ago,
 * and then 52 weeks on, or as far as is known (a bus of which the stops are announced six weeks ahead).
 * @returns nothing for a desk of which no hours are known in these days
 */
export function countedDays({ timetables, dated }: DeskHours, today: string): Days | undefined {
  const lasting = timetables.filter(({ kind }) => kind !== 'exception')
  const stops = dated.filter(({ cancelled }) => !cancelled).map(({ day }) => dayNumber(day))
  const first = Math.min(...lasting.map(({ fromDay }) => dayNumber(fromDay)), ...stops)
  const last = Math.max(
    ...lasting.map(({ untilDay }) => (untilDay === null ? Number.POSITIVE_INFINITY : dayNumber(untilDay))),
    ...stops.map((day) => day + 1),
  )
  const from = Math.max(dayNumber(today) - 364, first)
  const until = Math.min(from + 364, last)
  if (!(from < until)) return undefined
  return { fromDay: dayOfNumber(from), untilDay: dayOfNumber(until) }
}

/** What the week of a desk comes to on average over these days, with its holidays, its summer and its stops. */
export function averageWeek(
  hours: DeskHours,
  { fromDay, untilDay }: Days,
  counts: (hours: Hours) => boolean,
): AverageWeek {
  const first = dayNumber(fromDay)
  const until = dayNumber(untilDay)
  const weeks = Math.max(1, Math.ceil((until - first) / 7))
  const withStops = new Set(hours.dated.map(({ day }) => dayNumber(day)))
  // Most days are like others of their timetable: counting a nation comes to 400,000 of them.
  const known = new Map<Timetable | undefined, (readonly Hours[])[]>()
  const counted = (day: number, weekday: number, timetable: Timetable | undefined): readonly Hours[] => {
    const ofDay = () => hoursOn(hours, dayOfNumber(day)).filter(counts)
    if (withStops.has(day)) return ofDay()
    const week = known.get(timetable) ?? []
    known.set(timetable, week)
    const found = week[weekday] ?? ofDay()
    week[weekday] = found
    return found
  }
  let minutes = 0
  let eveningMinutes = 0
  let weekendMinutes = 0
  const eveningWeeks = new Set<number>()
  const weekendWeeks = new Set<number>()
  /** Up to which minute has been counted: hours at the same time, and a night before, count once. */
  let reached = 0
  for (const { from, to, timetable } of spansBetween(hours, first, until))
    for (let day = from; day < to; day += 1) {
      const week = Math.floor((day - first) / 7)
      const weekday = weekdayOfNumber(day)
      for (const { opens, closes } of counted(day, weekday, timetable)) {
        const start = Math.max(day * 1440 + opens, reached)
        const end = day * 1440 + closes
        if (end <= start) continue
        reached = end
        minutes += end - start
        const evening = Math.max(0, end - Math.max(start, day * 1440 + eveningFrom))
        eveningMinutes += evening
        if (evening > 0) eveningWeeks.add(week)
        if (weekday <= 5) continue
        weekendMinutes += end - start
        weekendWeeks.add(week)
      }
    }
  return {
    weeks,
    minutes: minutes / weeks,
    eveningMinutes: eveningMinutes / weeks,
    weekendMinutes: weekendMinutes / weeks,
    evenings: eveningWeeks.size >= weeks * regularShare,
    weekends: weekendWeeks.size >= weeks * regularShare,
  }
}

/** The days from `first` up to `until` by their numbers, in runs on which one timetable is in force. */
function spansBetween(
  hours: DeskHours,
  first: number,
  until: number,
): { readonly from: number; readonly to: number; readonly timetable: Timetable | undefined }[] {
  const changes = hours.timetables
    .flatMap(({ fromDay, untilDay }) => [dayNumber(fromDay), untilDay === null ? first : dayNumber(untilDay)])
    .filter((day) => day > first && day < until)
  const starts = [...new Set([first, ...changes])].sort((one, other) => one - other)
  return starts.map((from, index) => ({
    from,
    to: starts[index + 1] ?? until,
    timetable: timetableOn(hours, dayOfNumber(from)),
  }))
}

/** Where a class of hours a week begins. The last is of more than 32 hours: exactly 32 is in the one before. */
export const hourClasses = [0, 8, 16, 24, 32] as const

/** In which class of hours a week so many minutes are, from 0. */
export const hourClassOf = (minutes: number): number =>
  hourClasses.findLastIndex((hours) => (hours === 32 ? minutes > hours * 60 : minutes >= hours * 60))

/** Figure 7 of the guide (§ 2.2.3), over some desks. */
export interface OpeningFigures {
  /** Of how many desks the hours are known: the base of all the rest. */
  readonly desks: number
  readonly unknown: number
  /** On average, in minutes a week; undefined without any desk. */
  readonly meanMinutes: number | undefined
  /** How many desks in each class of `hourClasses`. */
  readonly classes: readonly number[]
  readonly evenings: number
  readonly weekends: number
}

/** Counts desks by their weeks, each desk once, however often it is named: a desk with its mother, and by itself. */
export function openingFigures(
  desks: readonly { readonly id: string; readonly week: AverageWeek | undefined }[],
): OpeningFigures {
  const all = [...new Map(desks.map((desk) => [desk.id, desk.week])).values()]
  const weeks = all.filter((week) => week !== undefined)
  const classes = hourClasses.map(() => 0)
  for (const { minutes } of weeks) {
    const which = hourClassOf(minutes)
    classes[which] = (classes[which] ?? 0) + 1
  }
  const sum = weeks.reduce((minutes, week) => minutes + week.minutes, 0)
  return {
    desks: weeks.length,
    unknown: all.length - weeks.length,
    meanMinutes: weeks.length === 0 ? undefined : sum / weeks.length,
    classes,
    evenings: weeks.filter(({ evenings }) => evenings).length,
    weekends: weeks.filter(({ weekends }) => weekends).length,
  }
}
