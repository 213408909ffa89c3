import { expect, test } from 'vitest'
import { successorsInTurn } from './municipality.ts'

const turn = (next: Readonly<Record<string, string>>) => successorsInTurn('GM0001', (code) => next[code])

test('a municipality that is there has no successor', () => {
  expect(turn({ GM0002: 'GM0003' })).toEqual([])
})

test('one that merged by way of another is followed to the last', () => {
  expect(turn({ GM0001: 'GM0002', GM0002: 'GM0003' })).toEqual(['GM0002', 'GM0003'])
})

test('data that run in a circle end', () => {
  expect(turn({ GM0001: 'GM0002', GM0002: 'GM0001' })).toEqual(['GM0002'])
  expect(turn({ GM0001: 'GM0002', GM0002: 'GM0003', GM0003: 'GM0002' })).toEqual(['GM0002', 'GM0003'])
})
