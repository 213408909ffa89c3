import { sql } from 'kysely'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { firstDayOf, lastDayOf } from '../../../platform/time/local-month.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { addCells, type Cells, countCells } from '../../contacts/public.ts'
import type { Area, FiguresScope } from '../area.ts'
import { type CountedAreas, findCountedAreas } from '../find-counted-areas/find-counted-areas.query.ts'
import { isNarrowed, type Narrowing, sliceOf } from '../narrowing.ts'
import { monthsOf, monthWithin, type Period } from '../period.ts'
import { readFigures } from '../read-figures/read-figures.query.ts'
import { resolveNarrowing } from '../resolve-narrowing/resolve-narrowing.query.ts'

/** So many contacts are counted while somebody waits, in at most two seconds (docs/performance.md); more is work for the worker. */
export const mostCountedWhileReading = 300_000

export type NarrowedFigures =
  | {
      readonly state: 'counted'
      readonly byMonth: ReadonlyMap<string, Cells>
      /** Of when these are; undefined when they are of now. */
      readonly countedAt: Instant | undefined
    }
  | {
      /** More contacts than anybody waits for, and whoever looks has not had them counted. */
      readonly state: 'too-many'
      readonly contacts: number
    }
  | { readonly state: 'counting'; readonly done: number; readonly months: number }

export interface NarrowedWish {
  readonly area: Area
  readonly period: Period
  readonly narrowing: Narrowing
  /** Also what was asked together: the cells with an &. */
  readonly withPairs: boolean
  readonly today: string
}

/**
 * The cells of the contacts of an area that fit what is asked, by month: from what the worker keeps where that has it, else by
 * counting, else from a count that was asked for before.
 */
export async function readNarrowed(
  db: ReadHandle,
  scope: FiguresScope,
  wish: NarrowedWish,
): Promise<NarrowedFigures> {
  const { area, period, narrowing, withPairs } = wish
  const areas = await findCountedAreas(db, scope, area)
  const slice = isNarrowed(narrowing) ? (withPairs ? undefined : sliceOf(narrowing)) : 'pairs'
  const isKept = slice !== undefined && (areas.level === 'province' || areas.level === 'nation')
  const kept = isKept
    ? await readKept(db, areas, slice, wish)
    : { byMonth: new Map<string, Cells>(), countedAt: undefined, months: new Set<string>() }
  const rest = isKept ? daysOutside(kept.months, wish) : [period]
  const byMonth = new Map(kept.byMonth)
  let contacts = 0
  for (const part of rest) contacts += await countContactsIn(db, scope, area, part)
  if (contacts > mostCountedWhileReading)
    return (await readAskedCount(db, areas, wish)) ?? { state: 'too-many', contacts }
  const resolved = contacts > 0 ? await resolveNarrowing(db, scope, narrowing) : {}
  for (const part of contacts > 0 ? rest : []) {
    const counted = await countCells(db, scope, areas, part, resolved, withPairs)
    for (const [month, cells] of counted)
      byMonth.set(month, addCells(byMonth.get(month) ?? {}, isNarrowed(narrowing) ? cells : pairsOf(cells)))
  }
  return { state: 'counted', byMonth, countedAt: kept.countedAt }
}

/** Of everything together only the pairs are asked here; the rest is in the figures. */
const pairsOf = (cells: Cells): Cells =>
  Object.fromEntries(Object.entries(cells).filter(([cell]) => cell.includes('&')))

async function countContactsIn(
  db: ReadHandle,
  scope: FiguresScope,
  area: Area,
  period: Period,
): Promise<number> {
  const { byMonth } = await readFigures(db, scope, area, period)
  return [...byMonth.values()].reduce((sum, cells) => sum + (cells.contacts ?? 0), 0)
}

/**
 * What the worker may keep of a period: its months from their first day on, each with the last day that is asked of it. A month
 * that runs still is asked as a whole, since there is nothing after today.
 */
function keptSpans({
  period,
  today,
}: Pick<NarrowedWish, 'period' | 'today'>): { month: string; until: string }[] {
  return monthsOf(period).flatMap((month) => {
    if (period.from > firstDayOf(month)) return []
    const last = lastDayOf(month)
    return [{ month, until: period.until >= today || period.until > last ? last : period.until }]
  })
}

async function readKept(
  db: ReadHandle,
  { level, keys }: CountedAreas,
  slice: string,
  wish: NarrowedWish,
): Promise<{ byMonth: Map<string, Cells>; countedAt: Instant | undefined; months: Set<string> }> {
  const spans = await findKeptSpans(db, { level, keys }, keptSpans(wish))
  const { rows } = await sql<{ month: string; cells: Cells; countedAt: Instant }>`
    select to_char(month, 'YYYY-MM') as month, cells, counted_at as "countedAt"
    from reports.month_slices join ${asRows(spans)} using (month, until_day)
    where level = ${level} and key = any(${keys}::text[]) and slice = ${slice}`.execute(db)
  const byMonth = new Map<string, Cells>()
  let countedAt: Instant | undefined
  for (const { month, cells, countedAt: at } of rows) {
    byMonth.set(month, addCells(byMonth.get(month) ?? {}, cells))
    if (!countedAt || at.epochMilliseconds > countedAt.epochMilliseconds) countedAt = at
  }
  return { byMonth, countedAt, months: new Set(spans.map(({ month }) => month)) }
}

const asRows = (spans: readonly { readonly month: string; readonly until: string }[]) =>
  sql`unnest(${spans.map(({ month }) => firstDayOf(month))}::date[], ${spans.map(({ until }) => until)}::date[]) as span (month, until_day)`

/**
 * Those that the worker has counted for all of these areas in which there was something. Every contact has a form, so what was
 * counted has a row for one.
 */
async function findKeptSpans(
  db: ReadHandle,
  { level, keys }: CountedAreas,
  spans: readonly { readonly month: string; readonly until: string }[],
): Promise<{ month: string; until: string }[]> {
  const { rows } = await sql<{ month: string; until: string }>`
    select to_char(month, 'YYYY-MM') as month, until_day as until
    from reports.month_slices as slice join ${asRows(spans)} using (month, until_day)
    where level = ${level} and key = any(${keys}::text[]) and slice >= 'form:' and slice < 'form;'
    group by month, until_day having count(distinct key) = (
      select count(*) from reports.figures as figure
      where figure.level = ${level} and figure.key = any(${keys}::text[]) and grain = 'month' and starts_on = slice.month
        and figure.cells ? 'contacts')`.execute(db)
  return rows
}

/** The days of the period that are in none of these months. */
function daysOutside(kept: ReadonlySet<string>, { period }: NarrowedWish): Period[] {
  return monthsOf(period).flatMap((month) => (kept.has(month) ? [] : [monthWithin(month, period)]))
}

/** A count that was asked for before: how far it is, or what came of it. */
export async function readAskedCount(
  db: ReadHandle,
  areas: CountedAreas,
  { period, narrowing }: Pick<NarrowedWish, 'period' | 'narrowing'>,
): Promise<NarrowedFigures | undefined> {
  const row = await db
    .selectFrom('reports.counts')
    .select(['cells', 'months', 'months_done as done', 'counted_at as countedAt'])
    .where('level', '=', areas.level)
    .where(sql<boolean>`keys = ${areas.keys}::text[]`)
    .where('from_day', '=', period.from)
    .where('until_day', '=', period.until)
    .where(sql<boolean>`narrowing = ${JSON.stringify(narrowing)}::jsonb`)
    .executeTakeFirst()
  if (!row) return undefined
  if (!row.countedAt) return { state: 'counting', done: row.done, months: row.months }
  return {
    state: 'counted',
    byMonth: new Map(Object.entries(row.cells as Record<string, Cells>)),
    countedAt: row.countedAt,
  }
}
