import { type HidingRule, hiddenAmong, type Told } from '../../platform/small-numbers/small-numbers.ts'
import { remainder } from './main-topic.ts'
import type { MonthCounts, PublishedCell, TablesOfPeriod } from './published-cell.ts'

/** A quarter as it was released. */
export interface ReleasedQuarter {
  readonly quarter: string
  /** What was counted when it was released. */
  readonly counts: readonly MonthCounts[]
  readonly mainTopics: ReadonlyMap<string, string>
  /** The municipalities whose total was hidden, and the provinces whose main topics were. */
  readonly hidden: ReadonlySet<string>
}

/**
 * The municipalities by main topic, over the four quarters of a year as they were released. A main topic stands by itself where it did
 * so in each quarter. All of a municipality is told or nothing: what its total and its province tell by quarter must be told too.
 * No topics when there are not two main ones.
 */
export function yearTables(
  year: string,
  quarters: readonly ReleasedQuarter[],
  rule: HidingRule,
): TablesOfPeriod {
  const main = mainTopicsOfYear(quarters)
  const mains = [...new Set(main.values())].sort()
  const municipalities = new Map<string, { province: string; byQuarter: Record<string, number>[] }>()
  for (const [at, { counts }] of quarters.entries())
    for (const { municipality, province, cells } of counts) {
      if (!cells.contacts) continue
      const known = municipalities.get(municipality) ?? { province, byQuarter: quarters.map(() => ({})) }
      municipalities.set(municipality, known)
      const sums: Record<string, number> = known.byQuarter[at] ?? {}
      const add = (code: string, number: number): void => {
        sums[code] = (sums[code] ?? 0) + number
      }
      add('contacts', cells.contacts)
      add('questions', cells.questions ?? 0)
      for (const [cell, number] of Object.entries(cells))
        if (cell.startsWith('questions/topic:'))
          add(main.get(cell.slice('questions/topic:'.length)) ?? remainder, number)
    }
  const yearOf = (key: string, code: string): number =>
    municipalities.get(key)?.byQuarter.reduce((sum, sums) => sum + (sums[code] ?? 0), 0) ?? 0
  const isHidden = (key: string): boolean => quarters.some(({ hidden }) => hidden.has(key))

  const provinces = [...new Set([...municipalities.values()].map(({ province }) => province))].sort()
  const cells = provinces.flatMap((province) => {
    const keys = [...municipalities.keys()]
      .filter((key) => municipalities.get(key)?.province === province)
      .sort()
    const withoutTotal = new Set(keys.filter(isHidden))
    const withoutTopics = isHidden(province)
      ? new Set(keys)
      : hiddenAmong(
          keys.map(
            (key): Told => ({
              key,
              numbers: mains.map((code) => yearOf(key, code)),
              // The province is told by quarter, so what is hidden of it can be worked out by quarter.
              known:
                municipalities.get(key)?.byQuarter.flatMap((sums) => mains.map((code) => sums[code] ?? 0)) ??
                [],
            }),
          ),
          { ...rule, forced: withoutTotal },
        )
    return keys.flatMap((region) => {
      const cell = (
        part: PublishedCell['part'],
        code: string,
        unit: PublishedCell['unit'],
        hidden: boolean,
      ): PublishedCell => ({
        table: 'gemeenten-per-jaar',
        region,
        period: year,
        part,
        code,
        unit,
        number: hidden ? undefined : yearOf(region, code),
      })
      return [
        cell('totaal', 'contacts', 'contacts', withoutTotal.has(region)),
        cell('totaal', 'questions', 'questions', withoutTotal.has(region)),
        ...(mains.length > 1
          ? mains.map((code) => cell('hoofdonderwerp', code, 'questions', withoutTopics.has(region)))
          : []),
      ]
    })
  })
  return { cells, mainTopics: main }
}

/**
 * The finest division of topics in which each main topic of each quarter stays whole: topics that were told together in one quarter
 * are told together of the year.
 */
function mainTopicsOfYear(quarters: readonly ReleasedQuarter[]): ReadonlyMap<string, string> {
  const together = new Map<string, Set<string>>()
  for (const { mainTopics } of quarters) {
    const inQuarter = new Map<string, Set<string>>()
    for (const [topic, code] of mainTopics) {
      const merged = new Set([topic, ...(together.get(topic) ?? []), ...(inQuarter.get(code) ?? [])])
      for (const other of merged) for (const each of together.get(other) ?? []) merged.add(each)
      for (const other of merged) together.set(other, merged)
      inQuarter.set(code, merged)
    }
  }
  return new Map([...together].map(([topic, topics]) => [topic, nameOf(topics, quarters)]))
}

/** Its own code for a topic that always stood by itself; else that of what is left of the one group they are of. */
function nameOf(topics: ReadonlySet<string>, quarters: readonly ReleasedQuarter[]): string {
  const codes = new Set(
    quarters.flatMap(({ mainTopics }) => [...topics].flatMap((topic) => mainTopics.get(topic) ?? [])),
  )
  const [only] = codes
  if (only !== undefined && codes.size === 1) return only
  const [rest, ...others] = [...codes].filter((code) => !topics.has(code))
  return rest !== undefined && others.length === 0 ? rest : remainder
}
