import { expect, test } from 'vitest'
import { periodOf, trendOf } from './text-period.ts'

test('a period is the month that runs with those before it', () => {
  expect(periodOf('3', '2026-11-24')).toEqual({ months: 3, from: '2026-09-01', until: '2026-11-24' })
  expect(periodOf('nonsense', '2026-11-24')).toMatchObject({ months: 12, from: '2025-12-01' })
})

test('a trend is three months beside the three before', () => {
  const months = [
    ['2026-05', 9],
    ['2026-06', 1],
    ['2026-08', 2],
    ['2026-09', 4],
    ['2026-11', 5],
  ] as const
  expect(trendOf(months, '2026-11-24')).toEqual({ now: 9, before: 3 })
})
