import { addMonths, monthsFrom } from '../../platform/time/local-month.ts'

/** A quarter is released in the second month after it, on this day: the term for corrections is long over by then. */
const dayOfRelease = '15'

/** The months of a quarter such as 2026-Q1. */
export function monthsOfQuarter(quarter: string): readonly string[] {
  const first = `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3 - 2).padStart(2, '0')}`
  return monthsFrom(first, addMonths(first, 2))
}

/** The quarters of a year. */
export const quartersOfYear = (year: string): readonly string[] =>
  ['Q1', 'Q2', 'Q3', 'Q4'].map((quarter) => `${year}-${quarter}`)

/** The local day from which a quarter is released. */
export function releaseDay(quarter: string): string {
  return `${addMonths(monthsOfQuarter(quarter).at(-1) ?? '', 2)}-${dayOfRelease}`
}

/** The quarters whose day has come, from the first month that is counted on, the oldest first. */
export function quartersDue(firstMonth: string, today: string): string[] {
  return [...new Set(monthsFrom(firstMonth, today.slice(0, 7)).map(quarterOfMonth))].filter(
    (quarter) => releaseDay(quarter) <= today,
  )
}

/** The first quarter after a day that is still to be released, and when. */
export function nextRelease(today: string): { readonly quarter: string; readonly day: string } {
  const quarter =
    monthsFrom(addMonths(today.slice(0, 7), -6), today.slice(0, 7))
      .map(quarterOfMonth)
      .find((each) => releaseDay(each) > today) ?? quarterOfMonth(today.slice(0, 7))
  return { quarter, day: releaseDay(quarter) }
}

const quarterOfMonth = (month: string): string =>
  `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`
