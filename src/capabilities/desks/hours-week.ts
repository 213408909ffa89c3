import { dayNumber, dayOfNumber, weekdayOfNumber } from '../../platform/time/local-minutes.ts'
import {
  type DeskHours,
  type Hours,
  hoursOn,
  isClosedOn,
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
export const isOfPartner = ({ kind }: Hours): boolean => kind === 'consultation'

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
  const withStops = new Set(hours.dated.map(({ day }) => day))
  // Most days are like others of their timetable: counting a nation comes to 400,000 of them.
  const known = new Map<string, readonly Hours[]>()
  const counted = (number: number): readonly Hours[] => {
    const day = dayOfNumber(number)
    if (withStops.has(day)) return isClosedOn(hours, day) ? [] : hoursOn(hours, day).filter(counts)
    const key = `${timetableOn(hours, day)?.id} ${weekdayOfNumber(number)}`
    const found = known.get(key) ?? hoursOn(hours, day).filter(counts)
    known.set(key, found)
    return found
  }
  let minutes = 0
  let eveningMinutes = 0
  let weekendMinutes = 0
  const eveningWeeks = new Set<number>()
  const weekendWeeks = new Set<number>()
  /** Up to which minute has been counted: hours at the same time, and a night before, count once. */
  let reached = 0
  for (let day = first; day < until; day += 1) {
    const week = Math.floor((day - first) / 7)
    const isWeekend = weekdayOfNumber(day) > 5
    for (const { opens, closes } of counted(day)) {
      const start = Math.max(day * 1440 + opens, reached)
      const end = day * 1440 + closes
      if (end <= start) continue
      reached = end
      minutes += end - start
      const evening = Math.max(0, end - Math.max(start, day * 1440 + eveningFrom))
      eveningMinutes += evening
      if (evening > 0) eveningWeeks.add(week)
      if (!isWeekend) continue
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
