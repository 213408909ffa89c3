import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hashForLookup, MasterKeys, seal, unseal } from './master-keys.ts'

const key = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes))
const text = fc.string({ unit: 'grapheme', maxLength: 200 })

describe('what is sealed', () => {
  test('opens with its key and context, and never reads the same twice', () =>
    fc.assert(
      fc.property(key, text, text, (own, words, context) => {
        const sealed = seal(own, words, context)
        expect(unseal(own, sealed, context).toString()).toBe(words)
        expect(seal(own, words, context).equals(sealed)).toBe(false)
      }),
    ))

  test('does not open with another key, for another row, or with one bit changed', () =>
    fc.assert(
      fc.property(key, key, text, text, fc.nat(), (own, other, words, context, at) => {
        const sealed = seal(own, words, context)
        expect(() => unseal(own, sealed, `${context} `)).toThrow()
        if (!other.equals(own)) expect(() => unseal(other, sealed, context)).toThrow()
        const changed = Buffer.from(sealed)
        const bit = at % (changed.length * 8)
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(() => unseal(own, changed, context)).toThrow()
        expect(() => unseal(own, sealed.subarray(0, at % sealed.length), context)).toThrow()
      }),
    ))
})

describe('the keys outside the database', () => {
  const old = MasterKeys.make('2025')
  const fresh = MasterKeys.make('2026')

  test('wrap a library’s key with the first and open it with all', () => {
    const before = new MasterKeys(old)
    const { key: libraryKey, wrapped } = before.makeLibraryKey('a')
    const both = new MasterKeys(`${fresh},${old}`)
    expect(both.current).toBe('2026')
    expect(both.unwrap(wrapped, 'a', '2025')).toEqual(libraryKey)
    const again = both.wrap(libraryKey, 'a')
    expect(new MasterKeys(fresh).unwrap(again, 'a', '2026')).toEqual(libraryKey)
    expect(() => both.unwrap(wrapped, 'b', '2025')).toThrow()
    expect(() => new MasterKeys(fresh).unwrap(wrapped, 'a', '2025')).toThrow(/2025/)
  })

  test('give the same tokens and hashes of codes while the last one is the same', () => {
    const before = new MasterKeys(old)
    const both = new MasterKeys(`${fresh},${old}`)
    expect(both.tokenOf('link')).toBe(before.tokenOf('link'))
    expect(both.hashOfCode('BCDF-GHJK')).toEqual(before.hashOfCode('BCDF-GHJK'))
    expect(new MasterKeys(fresh).tokenOf('link')).not.toBe(before.tokenOf('link'))
    expect(before.tokenOf('BCDF-GHJK')).not.toBe(before.hashOfCode('BCDF-GHJK').toString('base64url'))
  })

  test.each(['', 'x', 'a:kort', `${old},${old}`, `A:${old.slice(5)}`])(
    '%j is refused at the start',
    (wrong) => expect(() => new MasterKeys(wrong)).toThrow('PERSONAL_DATA_KEYS'),
  )
})

test('a hash for looking up does not count spaces, dashes and capitals, and differs by library', () => {
  const one = Buffer.alloc(32, 1)
  expect(hashForLookup(one, '06 - 1234 (5678)')).toEqual(hashForLookup(one, '0612345678'))
  expect(hashForLookup(one, 'Iemand@Voorbeeld.NL')).toEqual(hashForLookup(one, 'iemand@voorbeeld.nl'))
  expect(hashForLookup(one, '0612345678')).not.toEqual(hashForLookup(one, '0612345679'))
  expect(hashForLookup(Buffer.alloc(32, 2), '0612345678')).not.toEqual(hashForLookup(one, '0612345678'))
})
