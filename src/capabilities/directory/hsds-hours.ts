import { addDays, isDay } from '../../platform/time/local-time.ts'
import { having, idOf, type Json, type JsonObject, objectsIn, textIn } from './hsds-document.ts'
import type { Lens } from './hsds-lens.ts'

/** When a service can be reached: minutes of the local day on a weekday (1 Monday); or, without a weekday, hours in words. */
export interface ReachHours {
  readonly weekday: number | null
  readonly opens: number | null
  readonly closes: number | null
  readonly fromDay: string | null
  /** The first day on which they no longer hold. */
  readonly untilDay: string | null
  readonly note: string
}

const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** Each weekday of a schedule; words alone when its rule is another one; nothing when it says nothing that can be told. */
function rowsOf(schedule: JsonObject): ReachHours[] {
  const note = textIn(schedule, 'description') || textIn(schedule, 'notes')
  const lastDay = dayIn(schedule, 'valid_to')
  const period = {
    fromDay: dayIn(schedule, 'valid_from'),
    // HSDS tells the last day, we the one after it.
    untilDay: lastDay === null ? null : addDays(lastDay, 1),
    note,
  }
  const opens = minuteOf(textIn(schedule, 'opens_at'))
  const shuts = minuteOf(textIn(schedule, 'closes_at'))
  const codes = textIn(schedule, 'byday').split(',')
  const weekdays = codes.map((code) => weekdayCodes.indexOf(code.trim()) + 1)
  const isWeekly =
    textIn(schedule, 'freq') === 'WEEKLY' &&
    (schedule.interval ?? 1) === 1 &&
    weekdays.every((weekday) => weekday > 0) &&
    schedule.count == null
  if (!isWeekly || opens === undefined || shuts === undefined)
    return note === '' ? [] : [{ ...period, weekday: null, opens: null, closes: null }]
  const closes = shuts > opens ? shuts : shuts + 1440
  return weekdays.map((weekday) => ({ ...period, weekday, opens, closes }))
}

const dayIn = (schedule: JsonObject, name: string): string | null => {
  const found = textIn(schedule, name).slice(0, 10)
  return isDay(found) ? found : null
}

/**
 * Minutes of 14:05 or 14:05:00+01:00: then the clock at the door is meant. Of a time in UTC one cannot tell what the clock
 * says the whole year round.
 */
function minuteOf(text: string): number | undefined {
  const [, hours, minutes] =
    /^(\d{1,2}):([0-5]\d)(?::\d{2}(?:\.\d+)?)?(?:[+-]\d{2}:?\d{2})?$/.exec(text) ?? []
  const minute = Number(hours) * 60 + Number(minutes)
  return minute >= 0 && minute < 1440 ? minute : undefined
}

const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** A schedule for each row. Times are those of the clock at the door, the whole year round, so without a distance to UTC. */
function scheduleOf(row: ReachHours, owner: string): JsonObject {
  const { weekday, opens, closes, fromDay, untilDay, note } = row
  const id = idOf('hours', owner, JSON.stringify(row))
  return {
    id,
    ...(weekday !== null &&
      opens !== null &&
      closes !== null && {
        freq: 'WEEKLY',
        interval: 1,
        wkst: 'MO',
        byday: weekdayCodes[weekday - 1] ?? 'MO',
        opens_at: clockOf(opens),
        closes_at: clockOf(closes),
      }),
    ...(fromDay !== null && { valid_from: fromDay, dtstart: fromDay }),
    ...(untilDay !== null && { valid_to: addDays(untilDay, -1), until: addDays(untilDay, -1) }),
    ...(note !== '' && { description: note }),
  }
}

const keyOf = ({ weekday, opens, closes, fromDay, untilDay, note }: ReachHours): string =>
  JSON.stringify([weekday, opens, closes, fromDay, untilDay, note])

/** The hours in the schedules of a service, of a place or of a service at a place. A schedule of which all rows still hold stays as it was written. */
export const hoursIn = (makeId: (document: JsonObject) => string): Lens<readonly ReachHours[]> => ({
  get: (document) => {
    const rows = new Map<string, ReachHours>()
    for (const row of objectsIn(document, 'schedules').flatMap(rowsOf)) rows.set(keyOf(row), row)
    return [...rows.values()]
  },
  put: (document, rows) => {
    const wanted = new Set(rows.map(keyOf))
    const kept = objectsIn(document, 'schedules').filter((schedule) =>
      rowsOf(schedule).every((row) => wanted.has(keyOf(row))),
    )
    const there = new Set(kept.flatMap(rowsOf).map(keyOf))
    const added = rows.filter((row) => !there.has(keyOf(row)))
    return having(document, 'schedules', [
      ...kept,
      ...added.map((row) => scheduleOf(row, makeId(document))),
    ] as Json)
  },
})
