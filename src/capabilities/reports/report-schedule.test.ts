import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../platform/time/local-time.ts'
import { publicHolidays } from '../desks/public.ts'
import { firstWorkingDay, periodDue } from './report-schedule.ts'

const holidays = new Set(
  (await publicHolidays('2025-12-01', '2028-01-31'))
    .filter(({ optional }) => !optional)
    .map(({ day }) => day),
)

test.each([
  // A Sunday; New Year's Day on a Friday; Easter Monday on the first; King's Day is no first of a month.
  ['2026-11-01', '2026-11-02'],
  ['2027-01-01', '2027-01-04'],
  ['2026-01-01', '2026-01-02'],
  ['2026-12-01', '2026-12-01'],
  ['2026-08-01', '2026-08-03'],
  ['2027-05-01', '2027-05-03'],
])('the first working day from %s on is %s', (from, day) => {
  expect(firstWorkingDay(from, holidays)).toBe(day)
})

describe('a report is due', () => {
  const monthly = { kind: 'month', createdOn: '2026-10-15', lastPeriod: undefined } as const

  test('from the first working day after its month on, until it went', () => {
    expect(periodDue(monthly, '2026-10-31', holidays)).toBeUndefined()
    expect(periodDue(monthly, '2026-11-01', holidays)).toBeUndefined()
    expect(periodDue(monthly, '2026-11-02', holidays)?.code).toBe('2026-10')
    expect(periodDue(monthly, '2026-11-30', holidays)?.code).toBe('2026-10')
    expect(periodDue({ ...monthly, lastPeriod: '2026-10' }, '2026-11-30', holidays)).toBeUndefined()
    expect(periodDue({ ...monthly, lastPeriod: '2026-10' }, '2026-12-01', holidays)?.code).toBe('2026-11')
  })

  test('not of a period whose day had passed when it was asked for', () => {
    expect(periodDue({ ...monthly, createdOn: '2026-11-03' }, '2026-11-03', holidays)).toBeUndefined()
    expect(periodDue({ ...monthly, createdOn: '2026-11-02' }, '2026-11-02', holidays)?.code).toBe('2026-10')
  })

  test('of a quarter and a year after these', () => {
    const created = { createdOn: '2026-08-01', lastPeriod: undefined }
    expect(periodDue({ kind: 'quarter', ...created }, '2026-10-01', holidays)?.code).toBe('2026-Q3')
    expect(periodDue({ kind: 'year', ...created }, '2027-01-03', holidays)).toBeUndefined()
    expect(periodDue({ kind: 'year', ...created }, '2027-01-04', holidays)?.code).toBe('2026')
  })

  test('once for each period, on whatever days the worker looks', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 380 }), { minLength: 1, maxLength: 60 }), (days) => {
        const sent: string[] = []
        let lastPeriod: string | undefined
        for (const day of days
          .toSorted((one, other) => one - other)
          .map((count) => addDays('2026-10-15', count))) {
          const due = periodDue({ ...monthly, lastPeriod }, day, holidays)
          if (!due) continue
          expect(due.period.until < day).toBe(true)
          lastPeriod = due.code
          sent.push(due.code)
        }
        expect(new Set(sent).size).toBe(sent.length)
        expect(sent).toEqual(sent.toSorted())
      }),
    )
  })
})
