import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from '../../platform/time/local-time.ts'
import {
  closedQuartersWithin,
  daysOfQuarter,
  lastClosedQuarter,
  monthsOf,
  monthWithin,
  ownPeriod,
  periodBefore,
  periodOf,
  quartersTouchedBy,
  yearBefore,
} from './period.ts'

const today = '2026-11-24'

describe('a period to choose', () => {
  test.each([
    ['twaalf-maanden', '2025-12-01', today],
    ['deze-maand', '2026-11-01', today],
    ['vorige-maand', '2026-10-01', '2026-10-31'],
    ['dit-kwartaal', '2026-10-01', today],
    ['dit-jaar', '2026-01-01', today],
    ['vorig-jaar', '2025-01-01', '2025-12-31'],
  ] as const)('%s', (choice, from, until) => {
    expect(periodOf(choice, today)).toEqual({ from, until })
  })

  test('of one’s own says what is wrong', () => {
    expect(ownPeriod('2026-02-30', today, today)).toEqual({ at: 'from', problem: 'no-day' })
    expect(ownPeriod('2026-02-01', 'morgen', today)).toEqual({ at: 'until', problem: 'no-day' })
    expect(ownPeriod('2026-02-02', '2026-02-01', today)).toEqual({ at: 'until', problem: 'ends-before' })
    expect(ownPeriod('2026-02-02', '2026-11-25', today)).toEqual({ at: 'until', problem: 'in-future' })
    expect(ownPeriod('2026-11-25', '2026-11-26', today)).toEqual({ at: 'from', problem: 'in-future' })
    expect(ownPeriod('0001-01-01', '0001-01-02', today)).toEqual({ at: 'from', problem: 'too-early' })
    expect(ownPeriod('2018-12-31', today, today)).toEqual({ at: 'from', problem: 'too-early' })
    expect(ownPeriod('2019-01-01', today, today)).toEqual({ from: '2019-01-01', until: today })
    const later = '2030-11-24'
    expect(ownPeriod('2020-11-24', later, later)).toEqual({ at: 'from', problem: 'too-long' })
    expect(ownPeriod('2020-11-25', later, later)).toEqual({ from: '2020-11-25', until: later })
  })
})

describe('what a period is compared with', () => {
  test('the same days a year earlier, in leap years too', () => {
    expect(yearBefore({ from: '2024-02-01', until: '2024-02-29' })).toEqual({
      from: '2023-02-01',
      until: '2023-02-28',
    })
    expect(yearBefore({ from: '2025-02-01', until: '2025-02-28' })).toEqual({
      from: '2024-02-01',
      until: '2024-02-29',
    })
    expect(yearBefore({ from: '2026-11-01', until: today })).toEqual({
      from: '2025-11-01',
      until: '2025-11-24',
    })
  })

  test('or as long a period before it', () => {
    expect(periodBefore({ from: '2026-03-01', until: '2026-03-31' })).toEqual({
      from: '2026-02-01',
      until: '2026-02-28',
    })
    expect(periodBefore({ from: '2026-03-10', until: '2026-03-12' })).toEqual({
      from: '2026-03-07',
      until: '2026-03-09',
    })
  })
})

test('the quarters of a period: those that are over and lie in it wholly', () => {
  expect(closedQuartersWithin(periodOf('twaalf-maanden', today), today)).toEqual([
    '2026-Q1',
    '2026-Q2',
    '2026-Q3',
  ])
  expect(closedQuartersWithin({ from: '2026-01-02', until: '2026-06-29' }, today)).toEqual([])
  // On its last day a quarter still runs.
  expect(closedQuartersWithin({ from: '2026-07-01', until: '2026-09-30' }, '2026-09-30')).toEqual([])
  expect(quartersTouchedBy({ from: '2026-03-31', until: '2026-04-01' })).toEqual(['2026-Q1', '2026-Q2'])
  expect(daysOfQuarter('2026-Q4')).toEqual({ from: '2026-10-01', until: '2026-12-31' })
  expect(lastClosedQuarter('2026-01-05')).toBe('2025-Q4')
})

test('the months of a period hold each of its days once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 900 }), (start, length) => {
      const period = { from: addDays('2016-01-01', start), until: addDays('2016-01-01', start + length) }
      const parts = monthsOf(period).map((month) => monthWithin(month, period))
      expect(parts[0]?.from).toBe(period.from)
      expect(parts.at(-1)?.until).toBe(period.until)
      const days = parts.reduce((sum, part) => sum + daysBetween(part.from, part.until) + 1, 0)
      expect(days).toBe(length + 1)
    }),
  )
})
