import { addDays, daysBetween, mondayOf } from '../../platform/time/local-time.ts'
import { publicHolidays } from '../desks/public.ts'

/** Monday up to and including Friday, but for public holidays on which offices close. */
export const isWorkingDay = (day: string, holidays: ReadonlySet<string>): boolean =>
  daysBetween(mondayOf(day), day) < 5 && !holidays.has(day)

/** The working day that is so many working days after a day: 2026-11-27 (Friday) and 1 give 2026-11-30. */
export function addWorkingDays(day: string, count: number, holidays: ReadonlySet<string>): string {
  let found = day
  for (let left = count; left > 0; ) {
    found = addDays(found, 1)
    if (isWorkingDay(found, holidays)) left -= 1
  }
  return found
}

/** How many working days lie after one day, up to and including a later one: 0 on the same day. */
export function workingDaysBetween(from: string, to: string, holidays: ReadonlySet<string>): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (isWorkingDay(day, holidays)) count += 1
  return count
}

/** The public holidays around some days on which offices are closed; days that many work on do not count as such. */
export async function officeHolidays(fromDay: string, untilDay: string): Promise<ReadonlySet<string>> {
  const holidays = await publicHolidays(fromDay, untilDay)
  return new Set(holidays.filter(({ optional }) => !optional).map(({ day }) => day))
}
