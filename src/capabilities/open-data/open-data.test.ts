import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attackOpenData, trueNumber } from '../../../tests/support/open-data-attack.ts'
import { releaseAll } from '../../../tests/support/open-data-world.ts'
import { addMonths } from '../../platform/time/local-month.ts'
import type { Codes, MonthCounts } from './published-cell.ts'

const smallest = 10
const topics = ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'c1', 'c2', 'c3']
const codes: Codes = {
  groupOf: new Map(topics.map((topic) => [topic, topic.slice(0, 1)])),
  channels: ['channel-desk', 'channel-phone', 'channel-other'],
  help: ['help-answered', 'help-brochure', 'help-course'],
}
const months = Array.from({ length: 12 }, (_, at) => addMonths('2025-01', at))

/** A small country: provinces of some municipalities, from hardly anybody to hundreds of questions a month, and gaps. */
const country = fc
  .array(
    fc.array(
      fc.record({
        size: fc.constantFrom(0, 1, 4, 15, 40, 150, 600),
        seed: fc.nat(1_000_000),
        gap: fc.constantFrom('none', 'none', 'none', 'first quarter', 'one month'),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((provinces) =>
    provinces.flatMap((municipalities, province) =>
      municipalities.flatMap(({ size, seed, gap }, at) =>
        months.flatMap((month, number): MonthCounts[] => {
          if ((gap === 'first quarter' && number < 3) || (gap === 'one month' && number === 5)) return []
          const cells = countsOf(size, seed + number * 7919)
          return cells.contacts
            ? [{ municipality: `GM${province}${at}`, province: `PV${province}`, month, cells }]
            : []
        }),
      ),
    ),
  )

/** What was counted where so many came, by a chance of its own. */
function countsOf(size: number, seed: number): Record<string, number> {
  let state = seed + 1
  const draw = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
  const cells: Record<string, number> = {}
  const add = (cell: string): void => {
    cells[cell] = (cells[cell] ?? 0) + 1
  }
  const contacts = Math.round(size * (0.5 + draw(100) / 100))
  for (let contact = 0; contact < contacts; contact++) {
    add('contacts')
    add(['channel-desk', 'channel-desk', 'channel-desk', 'channel-phone', 'channel-other'][draw(5)] ?? '')
    add('known:help')
    add(codes.help[draw(3)] ?? '')
    for (let question = 0; question <= draw(4) / 3; question++) {
      add('questions')
      // Few ask the last ones.
      add(`questions/topic:${topics[Math.min(draw(topics.length), draw(topics.length))]}`)
    }
  }
  return cells
}

describe('who puts together everything that is published', () => {
  test('finds no hidden number closer than ten', async () => {
    let hidden = 0
    await fc.assert(
      fc.asyncProperty(country, async (counts) => {
        const published = releaseAll(counts, codes, { smallest })
        for (const { name, low, high, cell } of await attackOpenData(published)) {
          hidden += 1
          const number = trueNumber(cell, counts, published.mainTopics)
          expect([name, low <= number && number <= high]).toEqual([name, true])
          expect([name, high - low >= smallest]).toEqual([name, true])
        }
      }),
      { numRuns: 8, seed: 1 },
    )
    expect(hidden).toBeGreaterThan(500)
  }, 120_000)

  test('does find some where only the small numbers are hidden', async () => {
    const leaks: string[] = []
    for (const counts of fc.sample(country, { numRuns: 5, seed: 2 })) {
      const published = releaseAll(counts, codes, { smallest, complementary: false })
      for (const { name, low, high } of await attackOpenData(published))
        if (high - low < smallest) leaks.push(name)
    }
    for (const table of [
      'landelijk-per-maand',
      'provincies-per-maand',
      'gemeenten-per-kwartaal',
      'gemeenten-per-jaar',
    ])
      expect([table, leaks.some((name) => name.startsWith(table))]).toEqual([table, true])
  }, 120_000)

  test('and no number below ten is told', () => {
    fc.assert(
      fc.property(country, (counts) => {
        const { cells, mainTopics } = releaseAll(counts, codes, { smallest })
        for (const cell of cells) {
          if (cell.number === undefined) continue
          expect(cell.number).toBeGreaterThanOrEqual(smallest)
          expect(cell.number).toBe(trueNumber(cell, counts, mainTopics))
        }
      }),
      { numRuns: 25 },
    )
  })
})
