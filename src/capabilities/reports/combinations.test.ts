import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  behindCrossing,
  behindTopics,
  crossTopics,
  mostColumns,
  mostRows,
  shadeOf,
  topicPairs,
} from './combinations.ts'

const cells = {
  contacts: 40,
  'topic:digid': 20,
  'topic:tax': 10,
  'topic:digid&topic:tax': 5,
  'topic:digid&topic:print': 2,
  'questions/topic:digid&provider:logius': 18,
  'questions/topic:digid&provider:tax-office': 6,
  'questions/topic:tax&provider:tax-office': 9,
  'topic:digid&help-together': 12,
  'topic:tax&help-explained': 3,
}

describe('topics that were asked together', () => {
  test('the most common first, each with how often its topics were asked', () => {
    expect(topicPairs(cells).map(({ topics, count, of }) => [...topics, count, ...of])).toEqual([
      ['digid', 'tax', 5, 20, 10],
      ['digid', 'print', 2, 20, 0],
    ])
  })
})

describe('topics crossed', () => {
  test('with providers and with help, each by its own cells', () => {
    const { columns, rows, total } = crossTopics(cells, 'providers')
    expect(columns).toEqual(['logius', 'tax-office'])
    expect(rows.map(({ topic, counts, rest }) => [topic, counts, rest])).toEqual([
      ['digid', [18, 6], 0],
      ['tax', [0, 9], 0],
    ])
    expect(total).toBe(33)
    expect(crossTopics(cells, 'help').rows.map(({ topic, total: of }) => [topic, of])).toEqual([
      ['digid', 12],
      ['tax', 3],
    ])
  })

  test('whatever is in it, rows and columns come to the total, and a rest holds two or more', () => {
    const code = fc.integer({ min: 0, max: 30 }).map(String)
    const some = fc.dictionary(
      fc.tuple(code, code).map(([topic, help]) => `topic:t${topic}&help-${help}`),
      fc.integer({ min: 0, max: 50 }),
    )
    fc.assert(
      fc.property(some, (all) => {
        const { columns, rows, restRows, restColumns, total } = crossTopics(all, 'help')
        const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0)
        expect(total).toBe(sum(Object.values(all)))
        expect(sum(rows.map((row) => row.total))).toBe(total)
        for (const row of rows) expect(sum(row.counts) + row.rest).toBe(row.total)
        expect(columns.length).toBeLessThanOrEqual(mostColumns + 1)
        expect(rows.length).toBeLessThanOrEqual(mostRows + 1)
        expect([restRows, restColumns]).not.toContain(1)
      }),
    )
  })

  test('a shade for each step of its share', () => {
    expect([0, 4, 5, 10, 20, 35, 50, 100].map((share) => shadeOf(share, 100))).toEqual([
      0, 0, 1, 2, 3, 4, 5, 5,
    ])
    expect(shadeOf(0, 0)).toBe(0)
  })
})

describe('the contacts behind', () => {
  const groups = new Map([
    ['digid', 'government'],
    ['print', 'library'],
  ])

  test('two topics: those with the one, narrowed down to the other', () => {
    expect(behindTopics(['digid', 'print'], {}, groups)).toEqual({
      narrowing: { topic: 'digid' },
      cell: 'topic:print',
    })
    expect(behindTopics(['digid', 'print'], { topic: 'print', help: 'help-a' }, groups)).toEqual({
      narrowing: { topic: 'print', help: 'help-a' },
      cell: 'topic:digid',
    })
    expect(behindTopics(['digid', 'print'], { group: 'library' }, groups)?.narrowing.topic).toBe('print')
  })

  test('nothing where no address tells the same', () => {
    expect(behindTopics(['digid', 'print'], { topic: 'tax' }, groups)).toBeUndefined()
    expect(behindTopics(['digid', 'print'], { provider: 'logius' }, groups)).toBeUndefined()
    expect(behindTopics(['digid', 'print'], { group: 'other' }, groups)).toBeUndefined()
    expect(behindCrossing('digid', 'uwv', 'providers', { provider: 'logius' })).toBeUndefined()
  })

  test('a topic with a provider counts questions, with help contacts', () => {
    expect(behindCrossing('digid', 'logius', 'providers', {})).toEqual({
      narrowing: { provider: 'logius' },
      cell: 'questions/topic:digid',
    })
    expect(behindCrossing('digid', 'help-a', 'help', { group: 'government' })).toEqual({
      narrowing: { group: 'government', help: 'help-a' },
      cell: 'topic:digid',
    })
  })
})
