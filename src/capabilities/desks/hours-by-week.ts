import { clockMinute, dayNumber, dayOfNumber, momentOfMinute } from '../../platform/time/local-minutes.ts'
import { type DeskHours, type Opening, openingsBetween, timetableOn } from './opening-hours.ts'

/** Open on one day, in minutes of the clock: what goes on after midnight is of the next day. */
export interface Span {
  readonly opens: number
  /** 1440 at most. */
  readonly closes: number
}

/** Days on which every week is alike. */
export interface Stretch {
  readonly fromDay: string
  readonly untilDay: string
  /** Monday first. */
  readonly week: readonly (readonly Span[])[]
}

/** Days that are not as their week says, all alike. */
export interface OtherDays {
  readonly fromDay: string
  readonly untilDay: string
  /** None: closed. */
  readonly spans: readonly Span[]
}

/** The same openings, told as people tell them: the weeks, and the days that are different. */
export interface HoursByWeek {
  readonly stretches: readonly Stretch[]
  readonly others: readonly OtherDays[]
}

/**
 * When a desk is open, from `fromDay` up to but not including `untilDay`, as weeks and the days that differ. Openings at the
 * same time are one. A weekday is as it mostly is under one timetable: a bus that comes each Tuesday comes on Tuesdays.
 */
export function hoursByWeek(
  hours: DeskHours,
  fromDay: string,
  untilDay: string,
  counts: (opening: Opening) => boolean,
): HoursByWeek {
  const first = dayNumber(fromDay)
  const days = spansByDay(hours, first, dayNumber(untilDay), counts)
  const lasting = { ...hours, timetables: hours.timetables.filter(({ kind }) => kind !== 'exception') }
  const timetables = days.map((_, index) => timetableOn(lasting, dayOfNumber(first + index))?.id)
  const weeks = weeksOf(days, timetables, first)
  const usual = days.map((_, index) => weeks.get(timetables[index])?.[(first + index + 3) % 7] ?? [])
  return { stretches: stretchesOf(timetables, weeks, first), others: othersOf(days, usual, first) }
}

/** What is open on each of these days, from midnight to midnight: the night before included. */
function spansByDay(
  hours: DeskHours,
  first: number,
  until: number,
  counts: (opening: Opening) => boolean,
): Span[][] {
  const days = Array.from({ length: until - first }, (): Span[] => [])
  for (const opening of openingsBetween(hours, dayOfNumber(first - 1), dayOfNumber(until))) {
    if (!counts(opening)) continue
    const { start, end } = opening
    for (let day = dayNumber(opening.day); momentOfMinute(day, 0) < end; day += 1) {
      const midnight = momentOfMinute(day, 0)
      if (momentOfMinute(day + 1, 0) <= start) continue
      days[day - first]?.push({
        opens: start <= midnight ? 0 : clockMinute(day, start),
        closes: clockMinute(day, end),
      })
    }
  }
  return days.map(joined)
}

function joined(spans: readonly Span[]): Span[] {
  const found: Span[] = []
  for (const span of spans.toSorted((one, other) => one.opens - other.opens)) {
    const last = found.at(-1)
    if (last && span.opens <= last.closes)
      found[found.length - 1] = { opens: last.opens, closes: Math.max(last.closes, span.closes) }
    else found.push(span)
  }
  return found
}

const keyOf = (spans: readonly Span[]): string =>
  spans.map(({ opens, closes }) => `${opens}-${closes}`).join()
const sameSpans = (one: readonly Span[], other: readonly Span[]): boolean => keyOf(one) === keyOf(other)

export const sameWeek = (one: Stretch['week'], other: Stretch['week']): boolean =>
  one.length === other.length && one.every((spans, weekday) => sameSpans(spans, other[weekday] ?? []))

/** The weekdays of a week (0 Monday) that are open, those with the same times together. */
export function weekdaysAlike(week: Stretch['week']): { weekdays: number[]; spans: readonly Span[] }[] {
  const groups = new Map<string, { weekdays: number[]; spans: readonly Span[] }>()
  week.forEach((spans, weekday) => {
    if (spans.length === 0) return
    const group = groups.get(keyOf(spans)) ?? { weekdays: [], spans }
    group.weekdays.push(weekday)
    groups.set(keyOf(spans), group)
  })
  return [...groups.values()]
}

type TimetableId = string | undefined

/** The week of each timetable: of every weekday what it is on more than half of its days, or closed. */
function weeksOf(
  days: readonly (readonly Span[])[],
  timetables: readonly TimetableId[],
  first: number,
): Map<TimetableId, Span[][]> {
  const counted = new Map<TimetableId, Map<string, { spans: Span[]; days: number }>[]>()
  days.forEach((spans, index) => {
    const week = counted.get(timetables[index]) ?? Array.from({ length: 7 }, () => new Map())
    counted.set(timetables[index], week)
    const ofWeekday = week[(first + index + 3) % 7]
    const known = ofWeekday?.get(keyOf(spans))
    ofWeekday?.set(keyOf(spans), { spans: [...spans], days: (known?.days ?? 0) + 1 })
  })
  const usual = (ofWeekday: ReadonlyMap<string, { spans: Span[]; days: number }>): Span[] => {
    const all = [...ofWeekday.values()]
    const total = all.reduce((sum, { days: count }) => sum + count, 0)
    return all.find(({ days: count }) => count * 2 > total)?.spans ?? []
  }
  return new Map([...counted].map(([id, week]) => [id, week.map(usual)]))
}

function stretchesOf(
  timetables: readonly TimetableId[],
  weeks: ReadonlyMap<TimetableId, Span[][]>,
  first: number,
): Stretch[] {
  const stretches: Stretch[] = []
  timetables.forEach((id, index) => {
    const week = weeks.get(id) ?? []
    const last = stretches.at(-1)
    const untilDay = dayOfNumber(first + index + 1)
    if (last && sameWeek(week, last.week)) stretches[stretches.length - 1] = { ...last, untilDay }
    else stretches.push({ fromDay: dayOfNumber(first + index), untilDay, week })
  })
  return stretches
}

/** The days that differ, those after one another that are alike as one: a holiday with its Sundays. */
function othersOf(
  days: readonly (readonly Span[])[],
  usual: readonly (readonly Span[])[],
  first: number,
): OtherDays[] {
  const others: OtherDays[] = []
  let from = 0
  while (from < days.length) {
    const spans = days[from] ?? []
    let last = -1
    let next = from
    for (; next < days.length && sameSpans(days[next] ?? [], spans); next += 1)
      if (!sameSpans(spans, usual[next] ?? [])) {
        if (last < 0) from = next
        last = next
      }
    if (last >= 0)
      others.push({ fromDay: dayOfNumber(first + from), untilDay: dayOfNumber(first + last + 1), spans })
    from = next
  }
  return others
}
