import { expect, test } from 'vitest'
import { openDaysWithout, whoRegistered } from './registered.ts'

test('desks that did not register stand in the order in which they stopped, those that never did at the end', () => {
  const desks = [
    { deskId: 'never', lastDay: undefined },
    { deskId: 'on the first day', lastDay: '2026-10-01' },
    { deskId: 'the day before', lastDay: '2026-09-30' },
    { deskId: 'long ago', lastDay: '2025-01-01' },
  ]
  const { desks: number, silent } = whoRegistered(desks, '2026-10-01')
  expect(number).toBe(1)
  expect(silent.map(({ deskId }) => deskId)).toEqual(['long ago', 'the day before', 'never'])
})

test('of the open days those count that are over, once each; without anything the last first', () => {
  const open = ['2026-11-02', '2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06']
  expect(openDaysWithout(open, new Set(['2026-11-03', '2026-11-07']), '2026-11-06')).toEqual({
    open: 4,
    without: ['2026-11-05', '2026-11-04', '2026-11-02'],
  })
})
