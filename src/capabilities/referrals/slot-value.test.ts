import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantAt, momentOf } from '../../platform/time/local-time.ts'
import { readSlot, slotValue } from './slot-value.ts'

const now = momentOf('2026-11-24', '10:00')
const offerId = randomUUID()

describe('a time in a form', () => {
  test('is read as it was written, and holds no sign that an id may not hold', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: -399 * 1440, max: 399 * 1440 }), (id, minutes) => {
        const start = now.epochMilliseconds + minutes * 60_000
        const value = slotValue({ offerId: id, start })
        expect(value).toMatch(/^[\w-]+$/)
        const read = readSlot(value, now)
        expect(read?.offerId).toBe(id)
        expect(read?.startsAt.equals(instantAt(start))).toBe(true)
      }),
    )
  })

  test.each([
    '',
    offerId,
    `${offerId}_`,
    `${offerId}_morgen`,
    `${'-'.repeat(36)}_20261124T100000Z`,
    `${offerId}_35000101T100000Z`,
    `${offerId}_9999-12-31T23:59:59Z`,
    `${offerId}_+275760-09-12T23:59:59Z`,
    `${offerId}_19010101T100000Z`,
    `${offerId}_20280101T100000Z`,
  ])('is none of ours: %s', (sent) => {
    expect(readSlot(sent, now)).toBeUndefined()
  })
})
