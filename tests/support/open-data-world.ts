import type { Codes, MonthCounts, PublishedCell } from '../../src/capabilities/open-data/published-cell.ts'
import { quarterTables } from '../../src/capabilities/open-data/quarter-tables.ts'
import { monthsOfQuarter, quartersOfYear } from '../../src/capabilities/open-data/release-day.ts'
import { type ReleasedQuarter, yearTables } from '../../src/capabilities/open-data/year-tables.ts'
import type { HidingRule } from '../../src/platform/small-numbers/small-numbers.ts'
import type { Published } from './open-data-attack.ts'

/** Releases every quarter of these counts, and every year that is whole, as the worker would one after another. */
export function releaseAll(
  counts: readonly MonthCounts[],
  codes: Codes,
  rule: HidingRule,
): Published & { readonly counts: readonly MonthCounts[] } {
  const provinces = new Map(counts.map(({ municipality, province }) => [municipality, province]))
  const cells: PublishedCell[] = []
  const mainTopics = new Map<string, ReadonlyMap<string, string>>()
  for (const year of new Set(counts.map(({ month }) => month.slice(0, 4)))) {
    const released: ReleasedQuarter[] = []
    for (const quarter of quartersOfYear(year)) {
      const months = monthsOfQuarter(quarter)
      const within = counts.filter(({ month }) => months.includes(month))
      const made = quarterTables(quarter, months, within, codes, rule)
      if (!made) continue
      cells.push(...made.cells)
      mainTopics.set(quarter, made.mainTopics)
      released.push({
        quarter,
        counts: within,
        mainTopics: made.mainTopics,
        hidden: new Set(
          made.cells.flatMap(({ table, region, number }) =>
            number === undefined && table !== 'landelijk-per-maand' ? [region] : [],
          ),
        ),
      })
    }
    if (released.length < 4) continue
    const made = yearTables(year, released, rule)
    cells.push(...made.cells)
    mainTopics.set(year, made.mainTopics)
  }
  return { cells, mainTopics, counts, provinceOf: (code) => provinces.get(code) ?? '' }
}
