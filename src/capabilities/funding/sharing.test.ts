import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostCents } from '../../platform/money/amount.ts'
import { keyProblem, parseShare, shareCents, sharesOf } from './sharing.ts'

const five = new Map([
  ['GM0307', 158_531],
  ['GM0327', 30_030],
  ['GM0342', 47_221],
  ['GM0308', 24_868],
  ['GM0351', 9_384],
])
const part = (municipalityCode: string, basis: number | null) => ({
  municipalityCode,
  municipality: municipalityCode,
  basis,
})
const weights = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.integer({ min: 0, max: 20_000_000 }), {
    minKeys: 1,
  })
  .filter((all) => Object.values(all).some((weight) => weight > 0))

test('five municipalities share to the cent', () => {
  const shares = shareCents(1_000_001, five)
  expect([...shares.values()].reduce((sum, share) => sum + share, 0)).toBe(1_000_001)
  expect(shares.get('GM0307')).toBe(587_079)
})

test('the parts are the whole, nobody is off by a cent, and the order changes nothing', () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: mostCents }), weights, (cents, all) => {
      const shares = shareCents(cents, new Map(Object.entries(all)))
      const total = Object.values(all).reduce((sum, weight) => sum + weight, 0)
      expect([...shares.values()].reduce((sum, share) => sum + share, 0)).toBe(cents)
      for (const [code, weight] of Object.entries(all)) {
        // Compared in whole numbers: a fraction of a large amount is not exact.
        const off = BigInt(shares.get(code) ?? -1) * BigInt(total) - BigInt(cents) * BigInt(weight)
        expect(off < BigInt(total) && off > -BigInt(total)).toBe(true)
        if (weight === 0) expect(shares.get(code)).toBe(0)
      }
      const turned = shareCents(cents, new Map(Object.entries(all).toReversed()))
      expect([...turned].toSorted()).toEqual([...shares].toSorted())
    }),
  ))

test('a key that cannot share yet says why', () => {
  expect(keyProblem('fixed', [part('a', 5_000), part('b', 4_800)])).toEqual({
    reason: 'not-whole',
    share: 9_800,
  })
  expect(keyProblem('fixed', [part('a', 5_000), part('b', 5_001)])).toEqual({
    reason: 'not-whole',
    share: 10_001,
  })
  expect(keyProblem('fixed', [part('a', 5_000), part('b', 5_000)])).toBeUndefined()
  expect(keyProblem('questions', [part('a', 0), part('b', 0)])).toEqual({ reason: 'nothing-counted' })
  expect(keyProblem('questions', [part('a', 3), part('b', null)])).toEqual({
    reason: 'not-counted',
    municipalities: ['b'],
  })
  expect(keyProblem('inhabitants', [part('a', 3)])).toEqual({ reason: 'too-few' })
  expect(keyProblem('inhabitants', [part('a', 3), part('b', 0)])).toBeUndefined()
})

test('shares for the eye are 100,00 % together; none while something was not counted', () => {
  const shares = sharesOf([part('a', 1), part('b', 1), part('c', 1)])
  expect([...(shares ?? [])].map(([, share]) => share)).toEqual([3_334, 3_333, 3_333])
  expect(sharesOf([part('a', 1), part('b', null)])).toBeNull()
  expect(sharesOf([part('a', 0), part('b', 0)])).toBeNull()
})

test.each([
  ['33,33', 3_333],
  ['33.33 %', 3_333],
  ['100', 10_000],
  ['0', 0],
  ['100,01', undefined],
  ['-5', undefined],
  ['half', undefined],
])('%j as a share', (text, share) => expect(parseShare(text)).toBe(share))
