import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../platform/time/local-time.ts'
import { daysUntilHidden, freshness, nextReview } from './freshness.ts'

test('an entry is trusted up to its day of review, then marked, then hidden', () => {
  const reviewOn = '2026-11-24'
  expect(freshness({ reviewOn }, '2026-11-24')).toBe('fresh')
  expect(freshness({ reviewOn }, '2026-11-25')).toBe('stale')
  expect(freshness({ reviewOn }, addDays(reviewOn, daysUntilHidden))).toBe('stale')
  expect(freshness({ reviewOn }, addDays(reviewOn, daysUntilHidden + 1))).toBe('hidden')
})

test('it never gets better by itself, and is fresh after somebody looked', () => {
  const order = ['fresh', 'stale', 'hidden']
  const day = fc.integer({ min: 0, max: 3000 }).map((number) => addDays('2024-01-01', number))
  fc.assert(
    fc.property(day, day, fc.integer({ min: 0, max: 400 }), (reviewOn, today, later) => {
      const [now, then] = [freshness({ reviewOn }, today), freshness({ reviewOn }, addDays(today, later))]
      expect(order.indexOf(then)).toBeGreaterThanOrEqual(order.indexOf(now))
      expect(freshness({ reviewOn: nextReview(today) }, today)).toBe('fresh')
    }),
  )
})
