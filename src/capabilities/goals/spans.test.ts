import { expect, test } from 'vitest'
import { isWholeQuarters, monthsIn, monthsLeft, quartersIn, soFar } from './spans.ts'

const year = { from: '2026-01-01', until: '2026-12-31' }

test('of a period only the days that have been count, today along', () => {
  expect(soFar(year, '2025-12-31')).toBeUndefined()
  expect(soFar(year, '2026-03-05')).toEqual({ from: '2026-01-01', until: '2026-03-05' })
  expect(soFar(year, '2027-03-05')).toEqual(year)
})

test('a month is whole when all of its days lie in the period and are over', () => {
  const months = monthsIn({ from: '2026-01-15', until: '2026-04-30' }, '2026-04-30')
  expect(months.map(({ month, whole }) => [month, whole])).toEqual([
    ['2026-01', false],
    ['2026-02', true],
    ['2026-03', true],
    ['2026-04', false],
  ])
  expect(months[0]).toMatchObject({ from: '2026-01-15', until: '2026-01-31' })
})

test('what is left is counted in months, with the part of the one that runs', () => {
  expect(monthsLeft(year, '2026-06-30')).toBe(6)
  expect(monthsLeft(year, '2026-06-15')).toBe(6.5)
  expect(monthsLeft(year, '2026-12-31')).toBe(0)
  expect(monthsLeft(year, '2027-02-01')).toBe(0)
  expect(monthsLeft(year, '2025-02-01')).toBe(12)
})

test('quarters are whole or they are not', () => {
  expect(isWholeQuarters(year)).toBe(true)
  expect(isWholeQuarters({ from: '2026-04-01', until: '2026-06-30' })).toBe(true)
  expect(isWholeQuarters({ from: '2026-02-01', until: '2026-06-30' })).toBe(false)
  expect(isWholeQuarters({ from: '2026-04-01', until: '2026-06-29' })).toBe(false)
  expect(isWholeQuarters({ from: '2026-04-02', until: '2026-06-30' })).toBe(false)
  expect(quartersIn(year)).toBe(4)
})
