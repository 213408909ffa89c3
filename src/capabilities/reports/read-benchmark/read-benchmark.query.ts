import { sql } from 'kysely'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { addMonths, firstDayOf, lastDayOf, monthOf } from '../../../platform/time/local-month.ts'
import type { Area, FiguresScope } from '../area.ts'
import type { Benchmark, PeerClasses } from '../benchmark.ts'
import { isCompared, measuresAt } from '../benchmark-measure.ts'
import type { Period } from '../period.ts'

/** How an area compares, over the twelve months that were reckoned last. */
export interface AreaBenchmark {
  /** The last of the twelve months (2026-10). */
  readonly untilMonth: string
  /** In the order of the page; a measure of which the area has nothing is not there. */
  readonly rows: readonly Benchmark[]
}

/** The twelve months over which an area was compared. */
export const comparedPeriod = ({ untilMonth }: Pick<AreaBenchmark, 'untilMonth'>): Period => ({
  from: firstDayOf(addMonths(untilMonth, -11)),
  until: lastDayOf(untilMonth),
})

/** The first of these areas of which something was compared; undefined when there is none within the scope. */
export async function findFirstCompared(
  db: ReadHandle,
  _scope: FiguresScope,
  areas: readonly Area[],
): Promise<Area | undefined> {
  const { rows } = await sql<Area>`
    select level, key from unnest(${areas.map(({ level }) => level)}::text[], ${areas.map(({ key }) => key)}::text[])
      with ordinality as area (level, key, at)
    where exists (select from reports.benchmarks as row where row.level = area.level and row.key = area.key)
    order by at limit 1`.execute(db)
  return rows[0]
}

/** How an area compares; undefined for an area outside the scope, for the nation, and where nothing was reckoned. */
export async function readBenchmark(
  db: ReadHandle,
  _scope: FiguresScope,
  { level, key }: Area,
): Promise<AreaBenchmark | undefined> {
  if (!isCompared(level)) return undefined
  const found = await db
    .selectFrom('reports.benchmarks')
    .selectAll()
    .where('level', '=', level)
    .where('key', '=', key)
    .where('until_month', '=', (eb) =>
      eb
        .selectFrom('reports.benchmarks')
        .select((max) => max.fn.max('until_month').as('last'))
        .where('level', '=', level)
        .where('key', '=', key),
    )
    .execute()
  const [first] = found
  if (!first) return undefined
  const byMeasure = new Map(found.map((row) => [row.measure, row]))
  const rows = measuresAt(level).flatMap((measure): Benchmark[] => {
    const row = byMeasure.get(measure)
    if (!row) return []
    const { months, value, base, all_average, all_count, peers_average, peers_count, peer_traits } = row
    const { rank_from: from, rank_until: until, rank_of: of } = row
    return [
      {
        level,
        key,
        measure,
        months,
        value,
        base,
        all:
          all_average !== null && all_count !== null ? { average: all_average, count: all_count } : undefined,
        peers:
          peers_average !== null && peers_count !== null
            ? { average: peers_average, count: peers_count, traits: peer_traits as PeerClasses }
            : undefined,
        rank: from !== null && until !== null && of !== null ? { from, until, of } : undefined,
      },
    ]
  })
  return { untilMonth: monthOf(first.until_month), rows }
}
