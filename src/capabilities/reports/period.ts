import {
  addMonths,
  firstDayOf,
  lastDayOf,
  monthOf,
  monthsFrom,
  yearsEarlier,
} from '../../platform/time/local-month.ts'
import { addDays, daysBetween, isDay } from '../../platform/time/local-time.ts'

/** Days, both included. */
export interface Period {
  readonly from: string
  readonly until: string
}

/** The periods to choose from, as they stand in addresses. `eigen`: days of one's own choice. */
export const periodChoices = [
  'twaalf-maanden',
  'deze-maand',
  'vorige-maand',
  'dit-kwartaal',
  'dit-jaar',
  'vorig-jaar',
  'eigen',
] as const
export type PeriodChoice = (typeof periodChoices)[number]

export const usualPeriod: PeriodChoice = 'twaalf-maanden'

/** No desk is older: registration began in 2019 (bibliotheekenbasisvaardigheden.nl, 8 May 2020). */
export const earliestDay = '2019-01-01'

/** As many years as are shown at once: a column for each month must stay legible. */
export const mostYears = 10

/** A period as meant on a day. What still runs ends today, so that it compares with the same days of another year. */
export function periodOf(choice: Exclude<PeriodChoice, 'eigen'>, today: string): Period {
  const month = monthOf(today)
  switch (choice) {
    case 'twaalf-maanden':
      return { from: firstDayOf(addMonths(month, -11)), until: today }
    case 'deze-maand':
      return { from: firstDayOf(month), until: today }
    case 'vorige-maand':
      return wholeMonths(addMonths(month, -1), addMonths(month, -1))
    case 'dit-kwartaal':
      return { from: firstDayOf(firstMonthOf(quarterOf(month))), until: today }
    case 'dit-jaar':
      return { from: `${today.slice(0, 4)}-01-01`, until: today }
    case 'vorig-jaar': {
      const year = Number(today.slice(0, 4)) - 1
      return { from: `${year}-01-01`, until: `${year}-12-31` }
    }
  }
}

export type PeriodProblem = 'no-day' | 'too-early' | 'in-future' | 'ends-before' | 'too-long'

/** Days of one's own choice, or what is wrong with them and in which of the two. */
export function ownPeriod(
  from: string,
  until: string,
  today: string,
): Period | { readonly at: 'from' | 'until'; readonly problem: PeriodProblem } {
  if (!isDay(from)) return { at: 'from', problem: 'no-day' }
  if (!isDay(until)) return { at: 'until', problem: 'no-day' }
  if (from < earliestDay) return { at: 'from', problem: 'too-early' }
  if (from > today) return { at: 'from', problem: 'in-future' }
  if (until < from) return { at: 'until', problem: 'ends-before' }
  if (until > today) return { at: 'until', problem: 'in-future' }
  if (from <= yearsEarlier(until, mostYears)) return { at: 'from', problem: 'too-long' }
  return { from, until }
}

export const monthsOf = ({ from, until }: Period): string[] => monthsFrom(monthOf(from), monthOf(until))

/** The same days a year earlier. */
export function yearBefore({ from, until }: Period): Period {
  const before = { from: yearsEarlier(from, 1), until: yearsEarlier(until, 1) }
  // A February that was whole stays whole.
  return until === lastDayOf(monthOf(until)) ? { ...before, until: lastDayOf(monthOf(before.until)) } : before
}

/** As long a period, right before it: as many months of whole months, else as many days. */
export function periodBefore({ from, until }: Period): Period {
  if (from === firstDayOf(monthOf(from)) && until === lastDayOf(monthOf(until))) {
    const months = monthsOf({ from, until }).length
    return wholeMonths(addMonths(monthOf(from), -months), addMonths(monthOf(until), -months))
  }
  const days = daysBetween(from, until) + 1
  return { from: addDays(from, -days), until: addDays(from, -1) }
}

/** The year that ends right before a day. */
export const yearUpTo = (day: string): Period => ({ from: yearsEarlier(day, 1), until: addDays(day, -1) })

function wholeMonths(first: string, last: string): Period {
  return { from: firstDayOf(first), until: lastDayOf(last) }
}

/** The part of a month that falls within the period. */
export function monthWithin(month: string, { from, until }: Period): Period {
  const first = firstDayOf(month)
  const last = lastDayOf(month)
  return { from: from > first ? from : first, until: until < last ? until : last }
}

/** The quarter of a month, as 2026-Q1. */
export const quarterOf = (month: string): string =>
  `${month.slice(0, 4)}-Q${Math.floor((Number(month.slice(5, 7)) + 2) / 3)}`

const firstMonthOf = (quarter: string): string =>
  `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3 - 2).padStart(2, '0')}`

export function daysOfQuarter(quarter: string): Period {
  const first = firstMonthOf(quarter)
  return wholeMonths(first, addMonths(first, 2))
}

/** The quarters of which at least one day falls in the period. */
export const quartersTouchedBy = (period: Period): string[] => [...new Set(monthsOf(period).map(quarterOf))]

/** The quarters that are over and that fall in the period wholly. */
export function closedQuartersWithin(period: Period, today: string): string[] {
  return quartersTouchedBy(period).filter((quarter) => {
    const { from, until } = daysOfQuarter(quarter)
    return from >= period.from && until <= period.until && until < today
  })
}

/** The quarter that was over last. */
export const lastClosedQuarter = (today: string): string =>
  quarterOf(addMonths(firstMonthOf(quarterOf(monthOf(today))), -1))
