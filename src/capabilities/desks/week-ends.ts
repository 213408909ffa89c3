import type { Timetable } from './opening-hours.ts'

type Week = Pick<Timetable, 'id' | 'kind' | 'fromDay' | 'untilDay'>

/**
 * The same timetables with the ordinary weeks ending where the next one begins, so that `untilDay` alone says whether a
 * week still holds. A week that ended where the next one began, `before` a change, ends there no longer when that next one
 * has moved or gone; an end of its own stays.
 */
export function endFollowedWeeks<Of extends Week>(before: readonly Week[], after: readonly Of[]): Of[] {
  const followed = new Set(
    ordinaryByDay(before).flatMap(({ id, untilDay }, at, weeks) =>
      untilDay !== null && untilDay === weeks[at + 1]?.fromDay ? [id] : [],
    ),
  )
  const ends = new Map(
    ordinaryByDay(after).map(({ id, untilDay }, at, weeks) => {
      const own = followed.has(id) ? null : untilDay
      const next = weeks[at + 1]?.fromDay
      return [id, next !== undefined && (own === null || own > next) ? next : own]
    }),
  )
  return after.map((each) => ({
    ...each,
    untilDay: ends.has(each.id) ? (ends.get(each.id) ?? null) : each.untilDay,
  }))
}

const ordinaryByDay = (timetables: readonly Week[]): Week[] =>
  timetables
    .filter(({ kind }) => kind === 'ordinary')
    .sort((one, other) => one.fromDay.localeCompare(other.fromDay))
