import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../platform/time/local-time.ts'
import { addWorkingDays, isWorkingDay, officeHolidays, workingDaysBetween } from './working-days.ts'

const holidays = await officeHolidays('2026-01-01', '2028-01-01')

test.each([
  ['2026-11-27', 1, '2026-11-30'],
  ['2026-11-28', 1, '2026-11-30'],
  ['2026-11-24', 5, '2026-12-01'],
  // Christmas on a Friday and a Saturday: one working day is lost.
  ['2026-12-24', 1, '2026-12-28'],
  ['2026-04-02', 2, '2026-04-07'],
  ['2026-11-24', 0, '2026-11-24'],
])('from %s %i working days on is %s', (day, count, then) => {
  expect(addWorkingDays(day, count, holidays)).toBe(then)
})

test('counting and adding say the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 30 }), (start, count) => {
      const day = addDays('2026-01-01', start)
      const then = addWorkingDays(day, count, holidays)
      expect(isWorkingDay(then, holidays)).toBe(true)
      expect(workingDaysBetween(day, then, holidays)).toBe(count)
    }),
  )
})
