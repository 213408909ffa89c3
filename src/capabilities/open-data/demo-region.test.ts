import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { planHistory, withoutHistory } from '../../../db/demo/history.ts'
import { readNetwork } from '../../../db/demo/network.ts'
import { attackOpenData, trueNumber } from '../../../tests/support/open-data-attack.ts'
import { releaseAll } from '../../../tests/support/open-data-world.ts'
import { localDay, parseInstant } from '../../platform/time/local-time.ts'
import type { Codes, MonthCounts } from './published-cell.ts'

const smallest = 10
const table = (name: string): Record<string, string>[] =>
  parse(readFileSync(`db/reference/${name}.csv`, 'utf8'), { columns: true })

/** The two years of the demo's region, as the figures count them. */
async function countDemo(): Promise<MonthCounts[]> {
  const network = await readNetwork('db/demo')
  const provinces = new Map(
    table('municipalities').map(({ code = '', province_code = '' }) => [code, province_code]),
  )
  const counts = new Map<string, MonthCounts & { cells: Record<string, number> }>()
  const libraries = network.organisations.filter(
    ({ kind, name }) => kind === 'library' && name !== withoutHistory,
  )
  for (const { id } of libraries)
    for (const { desk, content } of planHistory(
      network,
      id,
      { from: '2024-11-24', until: '2026-10-27' },
      { neighboursOf: () => [], providersOf: () => [] },
    )) {
      const moment = parseInstant(content.occurredAt)
      const month = moment ? localDay(moment).slice(0, 7) : ''
      const municipality = desk.municipalityCode
      const key = `${municipality} ${month}`
      const known = counts.get(key) ?? {
        municipality,
        month,
        province: provinces.get(municipality) ?? '',
        cells: {},
      }
      counts.set(key, known)
      const add = (cell: string): void => {
        known.cells[cell] = (known.cells[cell] ?? 0) + 1
      }
      add('contacts')
      add(content.channel)
      for (const { code } of content.help) add(code)
      if (content.help.length > 0) add('known:help')
      for (const { topicCode } of content.questions) {
        add('questions')
        add(`questions/topic:${topicCode}`)
      }
    }
  return [...counts.values()]
}

const options = table('answer-options')
const codes: Codes = {
  groupOf: new Map(table('topics').map(({ code = '', topic_group = '' }) => [code, topic_group])),
  channels: options.flatMap(({ field, code = '' }) => (field === 'channel' ? [code] : [])),
  help: options.flatMap(({ field, code = '' }) => (field === 'help' ? [code] : [])),
}

describe('the whole region of the demo', async () => {
  const counts = await countDemo()

  test('has enough in it to tell something', () => {
    const { cells, mainTopics } = releaseAll(counts, codes, { smallest })
    expect([...mainTopics.keys()]).toContain('2025')
    const told = (name: string): number => {
      const found = cells.filter(({ table: of, part }) => `${of} ${part}` === name)
      return found.filter(({ number }) => number !== undefined).length / found.length
    }
    expect(told('landelijk-per-maand onderwerp')).toBeGreaterThan(0.4)
    expect(told('provincies-per-maand hoofdonderwerp')).toBe(1)
    expect(told('gemeenten-per-kwartaal totaal')).toBeGreaterThan(0.8)
    expect(told('gemeenten-per-jaar hoofdonderwerp')).toBeGreaterThan(0.5)
  })

  test('tells no hidden number closer than ten, over all tables, periods and releases together', async () => {
    const published = releaseAll(counts, codes, { smallest })
    const found = await attackOpenData(published)
    expect(found.length).toBeGreaterThan(200)
    for (const { name, low, high, cell } of found) {
      const number = trueNumber(cell, counts, published.mainTopics)
      expect([name, low <= number && number <= high, high - low >= smallest]).toEqual([name, true, true])
    }
  }, 120_000)

  test('tells some where only the small numbers are hidden', async () => {
    const found = await attackOpenData(releaseAll(counts, codes, { smallest, complementary: false }))
    expect(found.filter(({ low, high }) => high - low < smallest).length).toBeGreaterThan(5)
  }, 120_000)
})
