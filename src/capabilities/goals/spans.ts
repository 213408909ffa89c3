import { addMonths, firstDayOf, lastDayOf, monthOf, monthsFrom } from '../../platform/time/local-month.ts'
import { addDays, daysBetween } from '../../platform/time/local-time.ts'
import type { Period } from './goal.ts'

/** The days of a period that have been, today along with them; undefined before its first day. */
export function soFar({ from, until }: Period, today: string): Period | undefined {
  if (today < from) return undefined
  return { from, until: today < until ? today : until }
}

/** A month with those of its days that lie in a period. */
export interface MonthOfPeriod extends Period {
  readonly month: string
  /** All of its days lie in the period, and are over. */
  readonly whole: boolean
}

/** The months that a period touches. */
export function monthsIn(period: Period, today: string): MonthOfPeriod[] {
  return monthsFrom(monthOf(period.from), monthOf(period.until)).map((month) => {
    const [first, last] = [firstDayOf(month), lastDayOf(month)]
    return {
      month,
      from: first > period.from ? first : period.from,
      until: last < period.until ? last : period.until,
      whole: first >= period.from && last <= period.until && last < today,
    }
  })
}

/** How many months of a period are still to come after today, with the part that is left of the one that runs. */
export function monthsLeft(period: Period, today: string): number {
  const from = today < period.from ? period.from : addDays(today, 1)
  if (from > period.until) return 0
  return monthsIn({ from, until: period.until }, today).reduce((sum, { month, from: first, until }) => {
    const days = daysBetween(firstDayOf(month), lastDayOf(month)) + 1
    return sum + (daysBetween(first, until) + 1) / days
  }, 0)
}

const firstMonths: readonly string[] = ['01', '04', '07', '10']

/** Whether a period begins and ends with a quarter: what is counted by quarters fits in no other. */
export const isWholeQuarters = ({ from, until }: Period): boolean =>
  from.endsWith('-01') &&
  firstMonths.includes(from.slice(5, 7)) &&
  until === lastDayOf(monthOf(until)) &&
  firstMonths.includes(addMonths(monthOf(until), 1).slice(5, 7))

/** How many quarters a period of whole quarters holds. */
export const quartersIn = ({ from, until }: Period): number =>
  monthsFrom(monthOf(from), monthOf(until)).length / 3
