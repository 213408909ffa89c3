import { expect, test } from 'vitest'
import { changeBetween, tellWeeks, weeksAround } from './before-after.ts'

test('the weeks lie right before and from the first day on; a year earlier on the same days of the week', () => {
  const weeks = weeksAround('2026-03-02')
  expect(weeks.before.map(({ from }) => from)).toEqual([
    '2026-02-02',
    '2026-02-09',
    '2026-02-16',
    '2026-02-23',
  ])
  expect(weeks.before.at(-1)?.until).toBe('2026-03-01')
  expect(weeks.after[0]).toEqual({ from: '2026-03-02', until: '2026-03-08' })
  expect(weeks.after.at(-1)?.until).toBe('2026-03-29')
  expect(weeks.afterYearAgo[0]?.from).toBe('2025-03-03')
  expect(new Date('2026-03-02').getUTCDay()).toBe(new Date('2025-03-03').getUTCDay())
})

test('weeks are told when each is ten or more, their total when that is', () => {
  expect(tellWeeks([10, 11, 12, 13])).toEqual({ total: 46, weeks: [10, 11, 12, 13] })
  expect(tellWeeks([10, 11, 12, 9])).toEqual({ total: 42, weeks: undefined })
  expect(tellWeeks([2, 2, 2, 3])).toEqual({ total: 'hidden', weeks: undefined })
  expect(tellWeeks([10, 11, 12, undefined])).toEqual({ total: undefined, weeks: undefined })
})

test('a change is told only between two numbers that are told', () => {
  const [forty, fifty] = [tellWeeks([10, 10, 10, 10]), tellWeeks([12, 12, 13, 13])]
  expect(changeBetween(forty, fifty)).toBe(25)
  expect(changeBetween(fifty, forty)).toBe(-20)
  expect(changeBetween(tellWeeks([1, 1, 1, 1]), forty)).toBeUndefined()
})
