import { createHash } from 'node:crypto'
import {
  clockMinute,
  dayNumber,
  dayOfNumber,
  momentOfMinute,
  weekdayOfNumber,
} from '../../platform/time/local-minutes.ts'
import { type DeskHours, type Hours, type Opening, openingsBetween } from './opening-hours.ts'

const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/** A schedule of the Human Services Data Specification 3.1 (Open Referral). Closing at or before the opening time: the next day. */
export interface HsdsSchedule {
  readonly id: string
  readonly freq: 'WEEKLY'
  readonly interval: 1
  readonly wkst: 'MO'
  /** Of the openings, the first and the last day. */
  readonly dtstart: string
  readonly until: string
  readonly valid_from: string
  readonly valid_to: string
  readonly byday: string
  /** With the distance to UTC, as 11:00+01:00. */
  readonly opens_at: string
  readonly closes_at: string
  /** Hours from UTC, of `opens_at`. */
  readonly timezone: number
  readonly description: string
  readonly notes?: string
}

/**
 * The openings of a desk as HSDS schedules, from `fromDay` up to but not including `untilDay`. HSDS knows no day that is
 * left out and tells times from UTC, so a schedule ends at each exception and each change of the clock, and another begins.
 * @param owner whose schedules: their ids follow from it, and stay as long as the schedule does
 * @param describe what a schedule says of these hours
 */
export function hsdsSchedules(
  hours: DeskHours,
  fromDay: string,
  untilDay: string,
  counts: (opening: Opening) => boolean,
  { owner, describe }: { readonly owner: string; readonly describe: (hours: Hours) => string },
): HsdsSchedule[] {
  const alike = new Map<string, { times: Times; days: Set<number> }>()
  for (const opening of openingsBetween(hours, fromDay, untilDay)) {
    if (!counts(opening)) continue
    const { day, times } = timesOf(opening, describe(opening.hours))
    const key = JSON.stringify(times)
    const known = alike.get(key) ?? { times, days: new Set() }
    known.days.add(day)
    alike.set(key, known)
  }
  return [...alike.values()]
    .flatMap(({ times, days }) =>
      runsOf(days, dayNumber(untilDay)).map((run) => scheduleOf(owner, times, run)),
    )
    .toSorted((one, other) => compare(one.dtstart, other.dtstart) || compare(one.opens_at, other.opens_at))
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

type Times = Pick<HsdsSchedule, 'opens_at' | 'closes_at' | 'timezone' | 'description' | 'notes'>

function timesOf(opening: Opening, description: string): { day: number; times: Times } {
  // What the clock skips may have moved the beginning, never to another day.
  const day = dayNumber(opening.day)
  const opens = clockAt(day, opening.start)
  const closes = clockAt(opening.end > momentOfMinute(day, 1440) ? day + 1 : day, opening.end)
  const nextDay = opening.end >= momentOfMinute(day, 1440)
  return {
    day,
    times: {
      opens_at: opens.text,
      closes_at: closes.text,
      timezone: opens.fromUtc / 60,
      description,
      ...(nextDay && { notes: 'Closes at midnight or on the next day.' }),
    },
  }
}

/** The time on the clock on the day with this number, with its distance to UTC in minutes. */
function clockAt(day: number, moment: number): { text: string; fromUtc: number } {
  const minute = clockMinute(day, moment)
  const fromUtc = day * 1440 + minute - moment / 60_000
  const offset = `${fromUtc < 0 ? '-' : '+'}${twoDigits(Math.floor(Math.abs(fromUtc) / 60))}:${twoDigits(Math.abs(fromUtc) % 60)}`
  return { text: `${twoDigits(Math.floor(minute / 60) % 24)}:${twoDigits(minute % 60)}${offset}`, fromUtc }
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')

interface Run {
  readonly first: number
  readonly last: number
  /** 1 Monday to 7 Sunday. */
  readonly weekdays: readonly number[]
}

/** Days as runs of weeks without a gap. What its first seven days say is the week of a run; it ends at the first day that differs. */
function runsOf(days: ReadonlySet<number>, until: number): Run[] {
  const ordered = [...days].sort((one, other) => one - other)
  const runs: Run[] = []
  for (const first of ordered) {
    const before = runs.at(-1)
    if (before && first <= before.last) continue
    const week = [0, 1, 2, 3, 4, 5, 6].map((ahead) => days.has(first + ahead))
    let last = first
    for (let day = first; day < until && days.has(day) === week[(day - first) % 7]; day += 1)
      if (days.has(day)) last = day
    const weekdays = week.flatMap((open, ahead) =>
      open && first + ahead <= last ? [weekdayOfNumber(first + ahead)] : [],
    )
    runs.push({ first, last, weekdays: weekdays.toSorted((one, other) => one - other) })
  }
  return runs
}

function scheduleOf(owner: string, times: Times, { first, last, weekdays }: Run): HsdsSchedule {
  const dtstart = dayOfNumber(first)
  const until = dayOfNumber(last)
  const byday = weekdays.map((weekday) => weekdayCodes[weekday - 1]).join()
  const { opens_at, closes_at, description } = times
  return {
    id: idOf([owner, dtstart, byday, opens_at, closes_at, description].join(' ')),
    freq: 'WEEKLY',
    interval: 1,
    wkst: 'MO',
    dtstart,
    until,
    valid_from: dtstart,
    valid_to: until,
    byday,
    ...times,
  }
}

/** A UUID version 8 that follows from what it is the id of. */
function idOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
