import { addDays } from '../../platform/time/local-time.ts'

/** Days, both included. */
export interface Week {
  readonly from: string
  readonly until: string
}

/** Four weeks, one after the other. */
export type FourWeeks = readonly Week[]

/** The four weeks before an activity and the four from its first day on, and the same weeks of the year before. */
export interface WeighedWeeks {
  readonly before: FourWeeks
  readonly after: FourWeeks
  readonly beforeYearAgo: FourWeeks
  readonly afterYearAgo: FourWeeks
}

/** So many days earlier are the same days of the week, about a year ago. */
const yearOfWeeks = 52 * 7

export function weeksAround(startsOn: string): WeighedWeeks {
  const four = (first: string): Week[] =>
    [0, 1, 2, 3].map((number) => {
      const from = addDays(first, number * 7)
      return { from, until: addDays(from, 6) }
    })
  const starts = { before: addDays(startsOn, -28), after: startsOn }
  return {
    before: four(starts.before),
    after: four(starts.after),
    beforeYearAgo: four(addDays(starts.before, -yearOfWeeks)),
    afterYearAgo: four(addDays(starts.after, -yearOfWeeks)),
  }
}

/** Fewer contacts than this are not told: so few people could be recognised (decision 0016). */
export const fewestTold = 10

/** What four weeks come to. */
export interface ToldWeeks {
  /** Undefined while these are not over. */
  readonly total: number | 'hidden' | undefined
  /** By week, only where each of the four may be told: else the total would tell the one that is not. */
  readonly weeks: readonly number[] | undefined
}

/** @param counts of the four weeks; undefined for a week that is not over */
export function tellWeeks(counts: readonly (number | undefined)[]): ToldWeeks {
  const known = counts.filter((count) => count !== undefined)
  if (known.length < counts.length) return { total: undefined, weeks: undefined }
  const total = known.reduce((sum, count) => sum + count, 0)
  if (total < fewestTold) return { total: 'hidden', weeks: undefined }
  return { total, weeks: known.every((count) => count >= fewestTold) ? known : undefined }
}

/** By how many percent the second is more than the first, or less; undefined where that cannot be told. */
export function changeBetween(first: ToldWeeks, second: ToldWeeks): number | undefined {
  return typeof first.total === 'number' && typeof second.total === 'number'
    ? Math.round(((second.total - first.total) / first.total) * 100)
    : undefined
}
