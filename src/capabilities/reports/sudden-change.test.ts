import { describe, expect, test } from 'vitest'
import { topicsOn } from '../../../db/demo/seasons.ts'
import { monthsFrom } from '../../platform/time/local-month.ts'
import { type MonthOfTopics, type SuddenChange, suddenChanges } from './sudden-change.ts'

const months = monthsFrom('2022-07', '2026-06')

/** Numbers that seem drawn by chance and are the same each time (mulberry32). */
function drawing(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A count of what comes one by one, so many on average. */
function poisson(mean: number, draw: () => number): number {
  if (mean > 60) {
    const normal = Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw())
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal))
  }
  let count = 0
  for (let product = draw(); product > Math.exp(-mean); product *= draw()) count++
  return count
}

/**
 * Months in which topics have these weights, so many questions a month on average, of busy months and quiet ones.
 * @param spread how much each topic of itself differs from month to month: 0.2 is a fifth more or less, beside chance
 */
function drawMonths(
  weightsIn: (month: string) => Readonly<Record<string, number>>,
  questions: number,
  seed: number,
  spread = 0,
): Map<string, MonthOfTopics> {
  const draw = drawing(seed)
  return new Map(
    months.map((month) => {
      const weights = Object.entries(weightsIn(month))
      const sum = weights.reduce((all, [, weight]) => all + weight, 0)
      const busy = 0.7 + 0.6 * draw()
      const topics = new Map(
        weights.map(([topic, weight]) => {
          const own = 1 + spread * (2 * draw() - 1) * Math.sqrt(3)
          return [topic, poisson((questions * busy * own * weight) / sum, draw)]
        }),
      )
      return [month, { topics, questions: [...topics.values()].reduce((all, each) => all + each, 0) }]
    }),
  )
}

const all = (drawn: ReadonlyMap<string, MonthOfTopics>): (SuddenChange & { month: string })[] =>
  months.flatMap((month) => suddenChanges(drawn, month).map((change) => ({ ...change, month })))

/** Of the topics that are asked for often enough to be noticed, the share of months in which one is pointed out. */
function shareOfAlarms(questions: number, spread: number): number {
  let alarms = 0
  let looked = 0
  for (let seed = 1; seed <= 20; seed++) {
    const drawn = drawMonths(() => topicsOn('2026-09-15'), questions, seed, spread)
    alarms += all(drawn).length
    for (const month of months.slice(3))
      looked += [...(drawn.get(month)?.topics.values() ?? [])].filter((count) => count >= 10).length
  }
  return alarms / looked
}

describe('where nothing changes', () => {
  test.each([
    [60, 0, 1 / 1000],
    [400, 0, 1 / 1000],
    [4_000, 0, 1 / 1000],
    [50_000, 0, 1 / 1000],
    [400, 0.2, 1 / 100],
    [4_000, 0.2, 1 / 100],
    [50_000, 0.2, 1 / 100],
  ])(
    'of %i questions a month, topics differing by %d of themselves, hardly any is pointed out',
    (questions, spread, most) => expect(shareOfAlarms(questions, spread)).toBeLessThan(most),
    30_000,
  )
})

describe('in years with the seasons of the demo', () => {
  const found = (questions: number) =>
    all(drawMonths((month) => topicsOn(`${month}-15`), questions, 5)).map(
      ({ month, topic }) => `${month} ${topic}`,
    )

  test('a season is pointed out the first time, and not again; an allowance that ended once', () =>
    expect(found(50_000)).toEqual([
      '2023-02 income-tax-return',
      '2023-02 local-taxes',
      '2023-02 tax-remission',
      '2023-03 income-tax-return',
      '2025-01 energy-allowance',
    ]))

  test('of a single library no more than one else a year is pointed out', () => {
    const others = found(400).filter((each) => !found(50_000).includes(each))
    expect(others.length).toBeLessThanOrEqual(months.length / 12)
  })
})

describe('a month', () => {
  const usual = (count: number): MonthOfTopics => ({ questions: 200, topics: new Map([['energy', count]]) })
  const year = (count: number): [string, MonthOfTopics][] =>
    monthsFrom('2025-06', '2026-05').map((month) => [month, usual(count)])
  const changes = (now: MonthOfTopics, before = year(10)) =>
    suddenChanges(new Map([...before, ['2026-06', now]]), '2026-06')

  test('with four times as many as usual says so, for as many other questions as there were', () => {
    expect(changes({ questions: 230, topics: new Map([['energy', 40]]) })).toEqual([
      { topic: 'energy', count: 40, expected: 10 },
    ])
    // Twice as busy in all: then twice as many is usual.
    expect(changes({ questions: 400, topics: new Map([['energy', 20]]) })).toEqual([])
  })

  test('with nothing of what is usually asked says so, and with a little of what is hardly asked does not', () => {
    expect(changes({ questions: 190, topics: new Map() })).toEqual([
      { topic: 'energy', count: 0, expected: 10 },
    ])
    expect(changes({ questions: 209, topics: new Map([['energy', 9]]) }, year(1))).toEqual([])
  })

  test('after fewer than six others says nothing', () => {
    const now = { questions: 230, topics: new Map([['energy', 40]]) }
    expect(changes(now, year(10).slice(6))).toHaveLength(1)
    expect(changes(now, year(10).slice(7))).toEqual([])
  })
})
