import { dayNumber, dayOfNumber, weekdayOfNumber } from '../../platform/time/local-minutes.ts'
import { addDays } from '../../platform/time/local-time.ts'
import { lastOver, type ReportKind, type ReportPeriod } from './report-period.ts'

/** A report by mail ends by itself after so many days: nobody gets mail for ever that nobody reads. Asking again is one press. */
export const scheduleDays = 365

/** Why a report is no longer sent. */
export const endings = ['stopped', 'account-closed', 'not-allowed', 'expired'] as const
export type Ending = (typeof endings)[number]

/** The first day from this one on that is no Saturday, Sunday or public holiday. */
export function firstWorkingDay(from: string, holidays: ReadonlySet<string>): string {
  let day = dayNumber(from)
  while (weekdayOfNumber(day) > 5 || holidays.has(dayOfNumber(day))) day += 1
  return dayOfNumber(day)
}

/**
 * The period of which the report must go now: the last that is over, from the first working day after it on, once. Of a period whose
 * day had passed when somebody asked there is none.
 */
export function periodDue(
  schedule: {
    readonly kind: ReportKind
    /** Local day. */
    readonly createdOn: string
    readonly lastPeriod: string | undefined
  },
  today: string,
  holidays: ReadonlySet<string>,
): ReportPeriod | undefined {
  const last = lastOver(schedule.kind, today)
  const day = firstWorkingDay(addDays(last.period.until, 1), holidays)
  return today >= day && schedule.createdOn <= day && schedule.lastPeriod !== last.code ? last : undefined
}
