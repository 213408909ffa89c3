import fc from 'fast-check'
import loadHighs from 'highs'
import { describe, expect, test } from 'vitest'
import { leftOut, type Member, mayBeTold, peerGroups, ranksOf } from './peer-groups.ts'

const highs = await loadHighs()

const member = (at: number, some: Partial<Member> = {}): Member => ({
  key: `${at}`,
  owner: `${at}`,
  watchers: [some.owner ?? `${at}`],
  weight: 100,
  classes: [0],
  ...some,
})
const members = (count: number, some: Partial<Member> = {}): Member[] =>
  Array.from({ length: count }, (_, at) => member(at, some))

describe('an average may be told', () => {
  test.each([
    ['of ten', members(10), true],
    ['not of nine', members(9), false],
    ['not when one of the ten had nothing', members(10).with(0, member(0, { weight: 0 })), false],
    ['not when one has more than half', members(12).with(0, member(0, { weight: 1200 })), false],
    [
      'not when two of one owner leave eight',
      [...members(8), member(8, { owner: 'a' }), member(9, { owner: 'a' })],
      false,
    ],
    [
      'when two of one owner leave nine',
      [...members(9), member(9, { owner: 'a' }), member(10, { owner: 'a' })],
      true,
    ],
    ['not of a share that is so for few', members(10, { part: 0.5 }), false],
    ['of a share that is so for many and not so for many', members(10, { part: 50 }), true],
  ])('%s', (_, some, told) => expect(mayBeTold(some)).toBe(told))
})

describe('peers', () => {
  const groupsOf = (some: readonly Member[]) => peerGroups({ members: some, traits: [undefined, undefined] })
  const arbitrary = fc.array(
    fc.record({
      owner: fc.nat({ max: 30 }),
      weight: fc.nat({ max: 500 }),
      size: fc.nat({ max: 4 }),
      urban: fc.nat({ max: 1 }),
    }),
    { minLength: 1, maxLength: 90 },
  )

  test('are in one group each, and every group may be told when there is more than one', () =>
    fc.assert(
      fc.property(arbitrary, (drawn) => {
        const some = drawn.map(({ owner, weight, size, urban }, at) =>
          member(at, { owner: `${owner}`, weight, classes: [size, urban] }),
        )
        const groups = groupsOf(some)
        expect(groups.flatMap((group) => group.members.map(({ key }) => key)).sort()).toEqual(
          some.map(({ key }) => key).sort(),
        )
        if (groups.length > 1) expect(groups.every((group) => mayBeTold(group.members))).toBe(true)
      }),
    ))

  test('of too small a class go with their neighbours, and a trait of which all go together does not count', () => {
    const some = [
      ...members(12, { classes: [0, 0] }),
      ...members(4, { classes: [1, 0] }).map((each) => ({
        ...each,
        key: `b${each.key}`,
        owner: `b${each.key}`,
      })),
      ...members(8, { classes: [2, 1] }).map((each) => ({
        ...each,
        key: `c${each.key}`,
        owner: `c${each.key}`,
      })),
    ].map((each) => ({ ...each, watchers: [each.owner] }))
    expect(groupsOf(some).map(({ members: of, traits }) => [of.length, traits])).toEqual([
      [12, [[0, 0], undefined]],
      [12, [[1, 2], undefined]],
    ])
  })
})

test('who is left out of an average is never alone, nor of one owner', () => {
  const some = members(40).map((each, at) => ({ ...each, weight: 10 + at }))
  const out = leftOut(some, ({ key }) => key !== '30')
  expect(out.map(({ key }) => key)).toContain('30')
  expect(mayBeTold(out)).toBe(true)
  expect(mayBeTold(some.filter((each) => !out.includes(each)))).toBe(true)
  expect(leftOut(some, () => true)).toEqual([])
  expect(leftOut(some.slice(0, 15), ({ key }) => key !== '3')).toHaveLength(15)
})

describe('a rank', () => {
  const ranked = (values: readonly number[], own: readonly number[] = []) =>
    ranksOf(
      values.map((value, at) => ({ key: `${at}`, watchers: [own.includes(at) ? 'own' : `${at}`], value })),
    )

  test('is told among ten, not among nine; nobody is told to be the first or the last', () => {
    expect(ranked([9, 8, 7, 6, 5, 4, 3, 2, 1])).toEqual(new Map())
    const ranks = ranked([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
    expect(ranks.get('0')).toEqual({ from: 1, until: 3, of: 10 })
    expect(ranks.get('4')).toEqual({ from: 5, until: 5, of: 10 })
    expect(ranks.get('9')).toEqual({ from: 8, until: 10, of: 10 })
  })

  test('is told to nobody who fills an end', () => {
    const thirteen = [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]
    expect(ranked(thirteen, [0, 1, 2, 5]).has('5')).toBe(false)
    expect(ranked(thirteen, [0, 1, 5]).has('5')).toBe(true)
  })

  test('is told where somebody sees all of them by role, and not where he sees all but a few', () => {
    const ten = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]
    expect(ranked(ten, [...ten.keys()]).get('4')).toEqual({ from: 5, until: 5, of: 10 })
    expect(ranked(ten, [3, 4, 5, 6, 7]).has('4')).toBe(false)
  })

  test('is not told of a value that more than three have: these are no higher or lower than each other', () => {
    const ranks = ranked([9, 8, 7, 6, 5, 4, 2, 2, 2, 2])
    expect(ranks.has('8')).toBe(false)
    expect(ranks.get('3')).toEqual({ from: 4, until: 4, of: 10 })
  })

  /**
   * What somebody with these of his own can make of the others, from the highest down, by their sum and the places that he is told:
   * the least that the lowest can have and the most that the highest can have.
   */
  function boundsOf(values: readonly number[], own: readonly number[]): [number, number] | undefined {
    const ranks = ranked(values, own)
    if (!own.some((at) => ranks.has(`${at}`))) return undefined
    const others = values.filter((_, at) => !own.includes(at)).sort((one, other) => other - one)
    const rows = [
      `${others.map((_, at) => `y${at}`).join(' + ')} = ${others.reduce((sum, each) => sum + each, 0)}`,
    ]
    for (const at of others.keys()) if (at > 0) rows.push(`y${at - 1} - y${at} >= 0`)
    for (const at of own) {
      const rank = ranks.get(`${at}`)
      if (!rank) continue
      const value = values[at] ?? 0
      const ownAbove = own.filter((each) => (values[each] ?? 0) > value).length
      const most = rank.until - 1 - ownAbove
      const least = Math.max(0, rank.from - 1 - ownAbove)
      if (most < others.length) rows.push(`y${most} <= ${value}`)
      if (least > 0) rows.push(`y${least - 1} >= ${value}`)
    }
    const solve = (sense: string, name: string): number => {
      const problem = `${sense}\n obj: ${name}\nSubject To\n${rows.map((row, at) => ` c${at}: ${row}`).join('\n')}\nEnd\n`
      const { Status, ObjectiveValue } = highs.solve(problem)
      expect(Status, problem).toBe('Optimal')
      return ObjectiveValue
    }
    return [solve('Minimize', `y${others.length - 1}`), solve('Maximize', 'y0')]
  }

  test('leaves it open of everybody else whether it had nothing, and whether it had as much as the others on average or more', () => {
    let attacked = 0
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.nat({ max: 400 }), fc.constant(0), fc.constant(50)), {
          minLength: 10,
          maxLength: 40,
        }),
        fc.uniqueArray(fc.oneof(fc.nat({ max: 39 }), fc.nat({ max: 4 })), { minLength: 1, maxLength: 8 }),
        (drawnValues, drawn) => {
          // From the lowest up, so that one's own are often all at that end.
          const values = drawnValues.toSorted((one, other) => one - other)
          const own = drawn.filter((at) => at < values.length)
          const others = values.filter((_, at) => !own.includes(at))
          if (own.length === 0 || others.length < 9) return
          const bounds = boundsOf(values, own)
          if (!bounds) return
          attacked++
          const mean = others.reduce((sum, each) => sum + each, 0) / others.length
          expect(bounds[0]).toBeLessThanOrEqual(0.001)
          expect(bounds[1]).toBeGreaterThanOrEqual(mean - 0.001)
        },
      ),
      { numRuns: 600, seed: 27, endOnFailure: true },
    )
    expect(attacked).toBeGreaterThan(150)
  }, 60_000)
})
