import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparableOver, type Mapping } from './comparable.ts'

const year = (of: number) => ({ from: `${of}-01-01`, until: `${of}-12-31` })
const merge = (from: string, to: string, since: string): Mapping => ({
  list: 'topic',
  from,
  to,
  kind: 'merge',
  since,
})
const split = (from: string, to: string, since: string): Mapping => ({
  ...merge(from, to, since),
  kind: 'split',
})

describe('two periods', () => {
  const merged = [merge('a', 'c', '2026-01-01'), merge('b', 'c', '2026-01-01')]

  test('on both sides of a merge count the old values as the new one', () => {
    for (const [one, other] of [
      [2026, 2025],
      [2025, 2026],
    ] as const) {
      const { countedAs, isComparable, changes } = comparableOver(merged, year(one), year(other))
      expect(['a', 'b', 'c', 'd'].map((code) => countedAs('topic', code))).toEqual(['c', 'c', 'c', 'd'])
      expect(countedAs('help', 'a')).toBe('a')
      expect(isComparable('topic', 'a')).toBe(true)
      expect(changes).toEqual([
        { kind: 'merge', list: 'topic', from: ['a', 'b'], to: ['c'], since: '2026-01-01' },
      ])
    }
  })

  test('both before it or both after it are left as they are', () => {
    for (const [one, other] of [
      [2025, 2024],
      [2027, 2026],
    ] as const) {
      const { countedAs, changes } = comparableOver(merged, year(one), year(other))
      expect(countedAs('topic', 'a')).toBe('a')
      expect(changes).toEqual([])
    }
  })

  test('with a merge within one of them count it the same', () => {
    const during = [merge('a', 'c', '2026-07-01')]
    expect(comparableOver(during, year(2026), year(2025)).countedAs('topic', 'a')).toBe('c')
  })

  test('on both sides of a split cannot be compared, nor what became part of it', () => {
    const changed = [
      merge('z', 'a', '2026-02-01'),
      split('a', 'b', '2026-07-01'),
      split('a', 'c', '2026-07-01'),
    ]
    const { isComparable, changes } = comparableOver(changed, year(2026), year(2025))
    expect(['a', 'b', 'c', 'z', 'other'].map((code) => isComparable('topic', code))).toEqual([
      false,
      false,
      false,
      false,
      true,
    ])
    expect(changes.at(-1)).toMatchObject({ kind: 'split', from: ['a'], to: ['b', 'c'] })
  })

  test('are not compared over what a part of something split became part of later', () => {
    const code = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(code, code, fc.constantFrom(merge, split)), { maxLength: 8 }),
        (changes) => {
          const mappings = changes.map(([from, to, kind]) => kind(from, to, '2026-01-01'))
          const { countedAs, isComparable } = comparableOver(mappings, year(2026), year(2025))
          for (const { from, to } of mappings.filter(({ kind }) => kind === 'split'))
            for (const part of [from, to]) {
              expect(isComparable('topic', part)).toBe(false)
              expect(isComparable('topic', countedAs('topic', part))).toBe(false)
            }
        },
      ),
    )
    const parted = [
      split('a', 'b', '2026-02-01'),
      split('a', 'd', '2026-02-01'),
      merge('b', 'c', '2026-07-01'),
    ]
    expect(comparableOver(parted, year(2026), year(2025)).isComparable('topic', 'c')).toBe(false)
  })

  test('follow a value over several merges to its end, also where they go round', () => {
    const code = fc.constantFrom('a', 'b', 'c', 'd')
    fc.assert(
      fc.property(fc.array(fc.tuple(code, code), { maxLength: 8 }), code, (pairs, start) => {
        const mappings = pairs.map(([from, to]) => merge(from, to, '2026-01-01'))
        const { countedAs } = comparableOver(mappings, year(2026), year(2025))
        expect(typeof countedAs('topic', start)).toBe('string')
      }),
    )
    const chain = [merge('a', 'b', '2026-02-01'), merge('b', 'c', '2026-03-01')]
    expect(comparableOver(chain, year(2026), year(2025)).countedAs('topic', 'a')).toBe('c')
  })
})
