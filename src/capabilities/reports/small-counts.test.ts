import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addGuarded, type QuarterCounts, shownInQuarter, smallestShown } from './small-counts.ts'

const answers = ['a', 'b', 'c', 'd']
const guarded = (quarters: readonly QuarterCounts[], addUp = true) =>
  Object.fromEntries(addGuarded(quarters, answers, addUp).counts)

describe('small counts', () => {
  test('are hidden below ten, and shown from ten on', () => {
    expect(guarded([{ a: 9, b: 10, c: 11, d: 3 }])).toEqual({ a: 'hidden', b: 10, c: 11, d: 'hidden' })
  })

  test('take the next smallest along when there is only one, or when together they are fewer than ten', () => {
    expect(guarded([{ a: 9, b: 30, c: 40, d: 50 }])).toEqual({ a: 'hidden', b: 'hidden', c: 40, d: 50 })
    expect(guarded([{ a: 4, b: 5, c: 40, d: 50 }])).toEqual({ a: 'hidden', b: 'hidden', c: 'hidden', d: 50 })
    // Nobody is also told by subtraction.
    expect(guarded([{ b: 30, c: 40, d: 50 }])).toEqual({ a: 'hidden', b: 'hidden', c: 40, d: 50 })
  })

  test('of several answers at once need no other: these add up to nothing', () => {
    expect(guarded([{ a: 9, b: 30, c: 40, d: 50 }], false)).toEqual({ a: 'hidden', b: 30, c: 40, d: 50 })
  })

  test('must be large in each quarter', () => {
    const one = { a: 10, b: 12, c: 40, d: 50 }
    expect(guarded([one, { a: 9, b: 8, c: 40, d: 50 }])).toEqual({
      a: 'hidden',
      b: 'hidden',
      c: 80,
      d: 100,
    })
  })

  test('leave out a quarter in which nobody was asked, and hide a total that is small itself', () => {
    const one = { a: 10, b: 12, c: 40, d: 50 }
    expect(addGuarded([one, {}], answers, true)).toEqual(addGuarded([one], answers, true))
    expect(addGuarded([{ a: 9 }], answers, true).total).toBeUndefined()
    expect(addGuarded([{ a: 9 }, one], answers, true).total).toBeUndefined()
    expect(addGuarded([], answers, true)).toEqual({
      counts: new Map(answers.map((answer) => [answer, 'hidden'])),
      total: undefined,
    })
  })
})

const quartersOf = fc.array(
  fc.array(fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 200 })), {
    minLength: answers.length,
    maxLength: answers.length,
  }),
  { minLength: 1, maxLength: 5 },
)
const named = (counts: readonly number[]): QuarterCounts =>
  Object.fromEntries(counts.map((count, at) => [answers[at] ?? '', count]))

/** Every period of whole quarters that somebody can ask for. */
const spansOf = (number: number): [number, number][] =>
  Array.from({ length: number }, (_, first) =>
    Array.from({ length: number - first }, (_, more): [number, number] => [first, first + more]),
  ).flat()

describe('who puts all shown periods together', () => {
  test('finds no difference of one to nine', () => {
    fc.assert(
      fc.property(quartersOf, fc.boolean(), (counts, addUp) => {
        const quarters = counts.map(named)
        const spans = spansOf(quarters.length).map(([first, last]) => ({
          first,
          last,
          ...addGuarded(quarters.slice(first, last + 1), answers, addUp),
        }))
        for (const outer of spans) {
          const hiddenTogether = (): number =>
            (outer.total ?? 0) - [...outer.counts.values()].reduce<number>(plus, 0)
          if (outer.total !== undefined && [...outer.counts.values()].includes('hidden'))
            expect(hiddenTogether()).toBeGreaterThanOrEqual(smallestShown)
          for (const inner of spans.filter(({ first, last }) => first >= outer.first && last <= outer.last))
            for (const answer of answers) {
              const [large, small] = [outer.counts.get(answer), inner.counts.get(answer)]
              if (typeof large !== 'number' || typeof small !== 'number') continue
              expect(large - small === 0 || large - small >= smallestShown).toBe(true)
            }
        }
      }),
      { numRuns: 500 },
    )
  })

  test('cannot work out any number below ten, also not by all equations at once', () => {
    fc.assert(
      fc.property(quartersOf, (counts) => {
        const quarters = counts.map(named)
        const asked = quarters.map((quarter) => Object.values(quarter).some((count) => count > 0))
        const unknown = quarters.flatMap((quarter, at) =>
          answers.map((answer) => ({ at, answer, count: quarter[answer] ?? 0 })),
        )
        // What is shown as equations in the numbers of each quarter: a row of ones and noughts each.
        const equations = spansOf(quarters.length).flatMap(([first, last]) => {
          const { counts: shown, total } = addGuarded(quarters.slice(first, last + 1), answers, true)
          const row = (of: (answer: string) => boolean): number[] =>
            unknown.map(({ at, answer }) => (at >= first && at <= last && of(answer) ? 1 : 0))
          return [
            ...(total === undefined ? [] : [row(() => true)]),
            ...answers
              .filter((each) => shown.get(each) !== 'hidden')
              .map((each) => row((answer) => answer === each)),
          ]
        })
        const determined = determinedBy(equations)
        // That nobody was asked in a quarter tells of nobody.
        for (const [index, { at, count }] of unknown.entries())
          if (determined.has(index) && asked[at]) expect(count).toBeGreaterThanOrEqual(smallestShown)
      }),
      { numRuns: 500 },
    )
  })

  test('and a quarter hides none of its answers, or at least two that are ten together, or all', () => {
    fc.assert(
      fc.property(quartersOf, ([counts = []]) => {
        const quarter = named(counts)
        const shown = shownInQuarter(quarter, answers, true)
        const hidden = answers.filter((answer) => !shown.has(answer))
        const together = hidden.reduce((sum, answer) => sum + (quarter[answer] ?? 0), 0)
        expect(
          hidden.length === 0 || hidden.length === answers.length || (hidden.length >= 2 && together >= 10),
        ).toBe(true)
      }),
    )
  })
})

function plus(sum: number, count: number | 'hidden'): number {
  return sum + (count === 'hidden' ? 0 : count)
}

/** The unknowns that have one value only, whatever that is: by Gauss and Jordan, a row with one number left. */
function determinedBy(equations: readonly (readonly number[])[]): Set<number> {
  const rows = equations.map((row) => [...row])
  const width = rows[0]?.length ?? 0
  let top = 0
  for (let column = 0; column < width && top < rows.length; column++) {
    const pivot = rows.findIndex((row, at) => at >= top && Math.abs(row[column] ?? 0) > 1e-9)
    if (pivot < 0) continue
    const found = rows[pivot] ?? []
    rows[pivot] = rows[top] ?? []
    const head = found[column] ?? 1
    const lead = found.map((value) => value / head)
    rows[top] = lead
    for (const [at, row] of rows.entries()) {
      const times = row[column] ?? 0
      if (at !== top && Math.abs(times) > 1e-9)
        rows[at] = row.map((value, index) => value - times * (lead[index] ?? 0))
    }
    top++
  }
  return new Set(
    rows.flatMap((row) => {
      const left = row.flatMap((value, at) => (Math.abs(value) > 1e-9 ? [at] : []))
      return left.length === 1 ? left : []
    }),
  )
}
