import { expect, test } from 'vitest'
import { evidenceOf } from './evidence.ts'

const months = (...questions: (number | 'hidden')[]) =>
  questions.map((each, at) => ({ month: `2026-0${at + 1}`, questions: each }))

test('sets each month beside the one a year before, and adds up those of which both may be told', () => {
  const evidence = evidenceOf(months(5, 'hidden', 7, 9, 20, 'hidden'))
  expect(evidence.months.map(({ questions, before }) => [questions, before])).toEqual([
    [9, 5],
    [20, 'hidden'],
    ['hidden', 7],
  ])
  expect(evidence.compared).toEqual({ months: 1, now: 9, before: 5 })
})

test('adds up nothing where nothing may be told', () =>
  expect(evidenceOf(months('hidden', 3)).compared).toBeUndefined())
