import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  afterAnswer,
  clockAhead,
  delayAfter,
  type ItemAnswer,
  isOurs,
  newItem,
  nextBatch,
} from './outbox-item.ts'

const item = newItem({
  id: 'a',
  kind: 'form',
  place: 'place',
  author: { id: 'ann', name: 'Ann' },
  fields: [['colour', 'blue']],
  label: 'Blue',
  madeAt: '2026-11-24T09:00:00Z',
})
const sent = { ...item, status: 'sending' as const, unanswered: true }
const answer = (outcome: ItemAnswer['outcome']): ItemAnswer => ({
  id: 'a',
  outcome,
  errors: outcome === 'refused' ? [{ id: 'colour', message: 'Choose another' }] : [],
})

describe('after the answer', () => {
  test('only what was accepted leaves the device', () => {
    expect(afterAnswer(sent, answer('accepted'), 'ann')).toBeUndefined()
    for (const outcome of ['refused', 'conflict', 'not-allowed', 'failed'] as const)
      expect(afterAnswer(sent, answer(outcome), 'ann')).toMatchObject({ id: 'a', fields: item.fields })
  })

  test('a refusal says why, and gives the item back to people', () => {
    const refused = afterAnswer(sent, answer('refused'), 'ann')
    expect(refused).toMatchObject({ status: 'refused', reasons: [{ message: 'Choose another' }] })
    expect(refused && isOurs(refused)).toBe(true)
  })

  test('who may not send it leaves it for the next who signs in', () => {
    const left = afterAnswer(sent, answer('not-allowed'), 'ann')
    expect(left && nextBatch([left], 'ann', 50)).toEqual([])
    expect(left && nextBatch([left], 'bob', 50)).toEqual([left])
  })

  test('an item that the answer forgot, or that failed on the server, may be there: it waits and is nobody`s to change', () => {
    for (const said of [undefined, answer('failed')]) {
      const left = afterAnswer(sent, said, 'ann')
      expect(left).toMatchObject({ status: 'waiting', unanswered: true })
      expect(left && isOurs(left)).toBe(false)
    }
  })
})

test('a batch is what waits, oldest first, and no more than asked for', () => {
  const at = (id: string, madeAt: string) => ({ ...item, id, madeAt })
  const items = [
    at('new', '2026-11-24T11:00:00Z'),
    at('old', '2026-11-18T09:00:00Z'),
    { ...at('refused', '2026-11-17T09:00:00Z'), status: 'refused' as const },
    { ...at('under way', '2026-11-16T09:00:00Z'), status: 'sending' as const },
  ]
  expect(nextBatch(items, 'ann', 50).map(({ id }) => id)).toEqual(['old', 'new'])
  expect(nextBatch(items, 'ann', 1).map(({ id }) => id)).toEqual(['old'])
})

test('it waits longer after each failure, never longer than five minutes, never less than half of that step', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (failures, chance) => {
        const full = Math.min(300_000, 2_000 * 2 ** (failures - 1))
        expect(delayAfter(failures, chance)).toBeGreaterThanOrEqual(Math.floor(full / 2))
        expect(delayAfter(failures, chance)).toBeLessThanOrEqual(full)
      },
    ),
  )
  expect([1, 2, 3, 8, 9].map((failures) => delayAfter(failures, 1))).toEqual([
    2_000, 4_000, 8_000, 256_000, 300_000,
  ])
})

describe('the clock of the device', () => {
  const received = '2026-11-24T09:00:00Z'
  test.each([
    ['right', '2026-11-24T09:00:00Z', '2026-11-24T09:00:01Z', 0],
    ['four minutes ahead', '2026-11-24T09:04:00Z', '2026-11-24T09:04:00Z', 0],
    ['twelve minutes ahead', '2026-11-24T09:12:00Z', '2026-11-24T09:12:00Z', 720_000],
    ['an hour behind', '2026-11-24T08:00:00Z', '2026-11-24T08:00:00Z', -3_600_000],
    // A slow answer says less: the server's moment may lie anywhere in between.
    ['perhaps six minutes ahead, over a slow line', '2026-11-24T09:01:00Z', '2026-11-24T09:11:00Z', 0],
  ])('%s', (_name, sentAt, answeredAt, ahead) => {
    expect(clockAhead(received, sentAt, answeredAt)).toBe(ahead)
  })
})
