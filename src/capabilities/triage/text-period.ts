import { addMonths, firstDayOf, monthOf } from '../../platform/time/local-month.ts'

/** Over how many months texts are shown; the first is what one gets. */
export const monthChoices = [12, 3, 36] as const

/** The month that runs and those before it: together so many. */
export function periodOf(months: string, today: string): { months: number; from: string; until: string } {
  const chosen = monthChoices.find((each) => String(each) === months) ?? monthChoices[0]
  return { months: chosen, from: firstDayOf(addMonths(monthOf(today), 1 - chosen)), until: today }
}

/** How many in the last three months of a period, and in the three before those. */
export function trendOf(
  months: readonly (readonly [month: string, contacts: number])[],
  until: string,
): { now: number; before: number } {
  const since = addMonths(monthOf(until), -2)
  const sinceBefore = addMonths(monthOf(until), -5)
  const sum = (within: (month: string) => boolean): number =>
    months.reduce((all, [month, contacts]) => (within(month) ? all + contacts : all), 0)
  return {
    now: sum((month) => month >= since),
    before: sum((month) => month >= sinceBefore && month < since),
  }
}
