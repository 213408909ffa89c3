import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CountedReferrals,
  daysOfQuarter,
  endings,
  figuresOf,
  partnerFiguresOf,
  quartersShown,
  smallestTold,
} from './referral-figures.ts'

const arbitraryRow = fc
  .record({
    warmth: fc.constantFrom('plain', 'warm'),
    partnerId: fc.constantFrom('a', 'b', 'c', 'd'),
    topicCode: fc.constantFrom('x', 'y', 'z', null),
    parts: fc.array(fc.nat(25), { minLength: 6, maxLength: 6 }),
  })
  .map(({ warmth, partnerId, topicCode, parts }): CountedReferrals => {
    const [helped = 0, came = 0, refused = 0, silent = 0, running = 0, other = 0] = parts
    const made = helped + came + refused + silent + running + other
    const none = { helped: 0, came: 0, refused: 0, silent: 0, running: 0, other: 0 }
    return warmth === 'plain'
      ? { warmth: 'plain', partnerId, topicCode, made, ...none, answeredIn: [] }
      : {
          warmth: 'warm',
          partnerId,
          topicCode,
          made,
          helped,
          came,
          refused,
          silent,
          running,
          other,
          answeredIn: Array.from({ length: made - silent }, (_, at) => at % 7),
        }
  })

describe('figures for others', () => {
  test('never tell a small number, nor one that follows from the rest', () => {
    fc.assert(
      fc.property(fc.array(arbitraryRow, { maxLength: 12 }), (counted) => {
        const told = figuresOf(counted, true)
        const real = figuresOf(counted, false)
        for (const list of ['byKind', 'byEnding', 'byTopic', 'byPartner'] as const) {
          const shown = told[list]
          for (const { count } of shown)
            if (count !== 'hidden') expect(count).toBeGreaterThanOrEqual(smallestTold)
          const hidden = shown.filter(({ count }) => count === 'hidden').map(({ key }) => key)
          // Where something is told beside it, the hidden ones are more than one, and together not small.
          if (hidden.length > 0 && hidden.length < shown.length) {
            expect(hidden.length).toBeGreaterThan(1)
            const together = real[list]
              .filter(({ key }) => hidden.includes(key))
              .reduce((sum, { count }) => sum + Number(count), 0)
            expect(together).toBeGreaterThanOrEqual(smallestTold)
          }
        }
        const warm = told.byKind.find(({ key }) => key === 'warm')?.count
        if (warm === 'hidden') expect(told.byEnding.every(({ count }) => count === 'hidden')).toBe(true)
      }),
    )
  })

  test('add up to the total for the library itself', () => {
    fc.assert(
      fc.property(fc.array(arbitraryRow, { maxLength: 12 }), (counted) => {
        const { total, byKind, byTopic, byPartner } = figuresOf(counted, false)
        for (const list of [byKind, byTopic, byPartner])
          expect(list.reduce((sum, { count }) => sum + Number(count), 0)).toBe(total)
        for (const row of partnerFiguresOf(counted))
          expect(endings.reduce((sum, ending) => sum + row[ending], 0)).toBe(row.warm)
      }),
    )
  })
})

describe('a quarter', () => {
  test('has its days', () => {
    expect(daysOfQuarter('2026-4')).toEqual({ from: '2026-10-01', until: '2027-01-01' })
    expect(daysOfQuarter('2026-1')).toEqual({ from: '2026-01-01', until: '2026-04-01' })
  })

  test('is told to others when nothing in it changes any more', () => {
    expect(quartersShown('2026-11-24', false)[0]).toBe('2026-4')
    expect(quartersShown('2026-11-24', true)[0]).toBe('2026-2')
    expect(quartersShown('2026-12-30', true)[0]).toBe('2026-2')
    expect(quartersShown('2026-12-31', true)[0]).toBe('2026-3')
  })
})
