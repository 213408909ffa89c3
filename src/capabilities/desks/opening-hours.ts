import { dayNumber, dayOfNumber, momentOfMinute, weekdayOfNumber } from '../../platform/time/local-minutes.ts'

/** What happens in these hours. `staff` is never shown to visitors. */
export const hoursKinds = ['desk', 'consultation', 'telephone', 'youth', 'theme', 'staff'] as const
export type HoursKind = (typeof hoursKinds)[number]

/** Whether a visitor may simply come, or first makes an appointment. */
export const accessWays = ['walk-in', 'appointment'] as const
export type Access = (typeof accessWays)[number]

/** Hours after one another, and what a visitor meets in them. */
export interface Hours {
  /** Minutes of the local day, 0 to 1439. */
  readonly opens: number
  /** Minutes of that same day; more than 1440 is the night that follows. After `opens`, by 1440 at most. */
  readonly closes: number
  readonly kind: HoursKind
  /** Whose consultation hour it is, or about which theme. */
  readonly label: string | null
  readonly access: Access
  /** Languages besides Dutch, by their ISO 639-1 code. */
  readonly languages: readonly string[]
  readonly targetGroup: string | null
  /** Elsewhere than at the desk's own address. */
  readonly placeId: string | null
}

/** Hours of a timetable. */
export interface WeekHours extends Hours {
  /** 1 Monday to 7 Sunday; null is each day of the timetable. */
  readonly weekday: number | null
}

/** Hours of one day alone, as a stop of the bus. They stand beside the timetable. */
export interface DatedHours extends Hours {
  readonly id: string
  /** As 2026-11-24. */
  readonly day: string
  /** Announced, and then called off: still shown, as such. */
  readonly cancelled: boolean
}

/** From weak to strong: of those that hold on a day the strongest is in force, of two equal ones the later. */
export const timetableKinds = ['ordinary', 'period', 'exception'] as const
export type TimetableKind = (typeof timetableKinds)[number]

export interface Timetable {
  readonly id: string
  readonly kind: TimetableKind
  /** Of a period or an exception: 'Zomer', 'Koningsdag'. */
  readonly name: string | null
  /** The first day on which it holds. */
  readonly fromDay: string
  /** The first day on which it no longer holds; null is without an end. */
  readonly untilDay: string | null
  readonly version: number
  /** None, or none but of staff: closed to visitors, on all its days. */
  readonly hours: readonly WeekHours[]
}

/** All hours of one desk. */
export interface DeskHours {
  readonly timetables: readonly Timetable[]
  readonly dated: readonly DatedHours[]
}

/** Once open: from `start` until `end`, in milliseconds since 1970. */
export interface Opening {
  /** The local day on which it begins. */
  readonly day: string
  readonly start: number
  readonly end: number
  readonly hours: Hours
}

/** The timetable that is in force on a day. */
export function timetableOn(hours: DeskHours, day: string): Timetable | undefined {
  let found: Timetable | undefined
  for (const timetable of hours.timetables) {
    if (timetable.fromDay > day || (timetable.untilDay !== null && timetable.untilDay <= day)) continue
    if (!found || isStronger(timetable, found)) found = timetable
  }
  return found
}

/** The ordinary week of a day, whatever period or exception stands over it. */
export function ordinaryOn({ timetables }: DeskHours, day: string): Timetable | undefined {
  return timetableOn({ dated: [], timetables: timetables.filter(({ kind }) => kind === 'ordinary') }, day)
}

function isStronger(one: Timetable, other: Timetable): boolean {
  const rank = timetableKinds.indexOf(one.kind) - timetableKinds.indexOf(other.kind)
  return rank > 0 || (rank === 0 && one.fromDay > other.fromDay)
}

/**
 * Whether an exception closes the desk to visitors on a day: then its stops of that day do not count either. Hours of
 * staff alone make no difference, since who may not read those must come to the same.
 */
export function isClosedOn(hours: DeskHours, day: string): boolean {
  return isClosed(timetableOn(hours, day))
}

const isClosed = (timetable: Timetable | undefined): boolean =>
  timetable?.kind === 'exception' && timetable.hours.every(({ kind }) => kind === 'staff')

/** The hours that begin on a day, by time: those of the timetable in force and those of the day alone. */
export function hoursOn(hours: DeskHours, day: string): Hours[] {
  const timetable = timetableOn(hours, day)
  const weekday = weekdayOfNumber(dayNumber(day))
  const ofTimetable = (timetable?.hours ?? []).filter(
    (each) => each.weekday === null || each.weekday === weekday,
  )
  const ofDay = isClosed(timetable) ? [] : hours.dated.filter((each) => each.day === day && !each.cancelled)
  return [...ofTimetable, ...ofDay].sort((one, other) => one.opens - other.opens || one.closes - other.closes)
}

/** The openings that begin on a day. The hour that the clock skips when summer time begins is cut out of them. */
export function openingsOn(hours: DeskHours, day: string): Opening[] {
  const number = dayNumber(day)
  return hoursOn(hours, day).flatMap((each) => {
    const start = momentOfMinute(number, each.opens)
    const end = momentOfMinute(number, each.closes)
    return end > start ? [{ day, start, end, hours: each }] : []
  })
}

/** The openings that begin on the days from `fromDay` up to but not including `untilDay`. */
export function openingsBetween(hours: DeskHours, fromDay: string, untilDay: string): Opening[] {
  const openings: Opening[] = []
  const until = dayNumber(untilDay)
  for (let number = dayNumber(fromDay); number < until; number += 1)
    openings.push(...openingsOn(hours, dayOfNumber(number)))
  return openings
}

/** How far ahead is looked for the next opening: longer than any summer holiday or the time between two stops. */
const daysAhead = 120

export interface OpeningState {
  /** What is open now, the longest lasting first. */
  readonly now: readonly Opening[]
  /** The first opening that still has to begin. */
  readonly next: Opening | undefined
  /** The moment at which this may become different: the next opening or closing. */
  readonly changesAt: number | undefined
}

/**
 * Whether a desk is open at a moment (milliseconds since 1970), and when next.
 * @param today the local day of that moment
 * @param counts which hours count, as those by telephone alone
 */
export function stateAt(
  hours: DeskHours,
  moment: number,
  today: string,
  counts: (opening: Opening) => boolean = isForVisitors,
): OpeningState {
  const first = dayNumber(today)
  const now: Opening[] = []
  let next: Opening | undefined
  // Yesterday's night may still last.
  for (let number = first - 1; number <= first + daysAhead && !next; number += 1)
    for (const opening of openingsOn(hours, dayOfNumber(number))) {
      if (!counts(opening)) continue
      if (opening.start <= moment && moment < opening.end) now.push(opening)
      else if (opening.start > moment && (!next || opening.start < next.start)) next = opening
    }
  now.sort((one, other) => other.end - one.end)
  const changes = [...now.map(({ end }) => end), ...(next ? [next.start] : [])]
  return { now, next, changesAt: changes.length > 0 ? Math.min(...changes) : undefined }
}

/** Hours that a visitor may hear of. */
export const isForVisitors = ({ hours }: Opening): boolean => hours.kind !== 'staff'
