import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayNumber, dayOfNumber, weekdayOfNumber } from '../../platform/time/local-minutes.ts'
import { mostStops, stopDays, stopRepeats } from './stop-days.ts'

describe('the days of a stop', () => {
  test.each([
    ['once', ['2026-11-24']],
    [
      'weekly',
      ['2026-11-24', '2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22', '2026-12-29', '2027-01-05'],
    ],
    ['fortnightly', ['2026-11-24', '2026-12-08', '2026-12-22', '2027-01-05']],
    ['monthly-1', ['2026-12-01', '2027-01-05']],
    ['monthly-4', ['2026-11-24', '2026-12-22']],
    ['monthly-last', ['2026-11-24', '2026-12-29']],
  ] as const)('%s', (repeat, days) => expect(stopDays('2026-11-24', repeat, '2027-01-05')).toEqual(days))

  test('stay on one weekday, within the term, and end', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20_000, max: 30_000 }),
        fc.integer({ min: 0, max: 2_000 }),
        fc.constantFrom(...stopRepeats),
        (first, length, repeat) => {
          const days = stopDays(dayOfNumber(first), repeat, dayOfNumber(first + length))
          expect(days.length).toBeLessThanOrEqual(mostStops + 1)
          for (const day of days) {
            expect(weekdayOfNumber(dayNumber(day))).toBe(weekdayOfNumber(first))
            expect(dayNumber(day)).toBeGreaterThanOrEqual(first)
          }
          expect(days).toEqual([...new Set(days)].sort())
        },
      ),
    )
  })
})
