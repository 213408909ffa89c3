import { sql } from 'kysely'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { firstDayOf, lastDayOf } from '../../../platform/time/local-month.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { addCells, type Cells, countWithinHours } from '../../contacts/public.ts'
import { findDesksEver, findOpenings } from '../../desks/public.ts'
import type { Area, FiguresScope } from '../area.ts'
import { openHours } from '../busy-hours.ts'
import { findCountedAreas } from '../find-counted-areas/find-counted-areas.query.ts'
import { isNarrowed, type Narrowing, tellsOfQuestions } from '../narrowing.ts'
import { monthsOf, type Period } from '../period.ts'
import { type Figures, readFigures } from '../read-figures/read-figures.query.ts'
import { type NarrowedFigures, readNarrowed } from '../read-narrowed/read-narrowed.query.ts'

/** Of the contacts whose time and whose desk's hours are known: how many there are, and how many came while it was open. */
export interface WithinHours extends Period {
  readonly timed: number
  readonly within: number
  readonly countedAt: Instant | undefined
}

export type BusyFigures =
  | {
      readonly state: 'counted'
      readonly cells: Cells
      readonly countedAt: Instant | undefined
      readonly behind: Figures['behind']
      /** Undefined where it is not counted: of narrowed figures, and where no hours are known. */
      readonly within: WithinHours | undefined
      /** How many hours desks were open in each hour of the week; undefined where that is not counted. */
      readonly open: ReadonlyMap<string, number> | undefined
    }
  /** Of a municipality, narrowed down to what people came for: hours may tell of a single desk (decision 0029). */
  | { readonly state: 'withheld' }
  | Exclude<NarrowedFigures, { state: 'counted' }>

interface Wish {
  readonly area: Area
  readonly period: Period
  readonly narrowing: Narrowing
}

/** When people came to the desks of an area, and how that goes with when these were open. */
export async function readBusyHours(
  db: ReadHandle,
  scope: FiguresScope,
  { area, period, narrowing }: Wish,
  now: Instant,
): Promise<BusyFigures> {
  const together = (byMonth: ReadonlyMap<string, Cells>): Cells => [...byMonth.values()].reduce(addCells, {})
  if (isNarrowed(narrowing)) {
    if (area.level === 'municipality' && tellsOfQuestions(narrowing)) return { state: 'withheld' }
    const today = localDay(now)
    const found = await readNarrowed(db, scope, { area, period, narrowing, withPairs: false, today })
    return found.state === 'counted'
      ? { ...found, cells: together(found.byMonth), behind: undefined, within: undefined, open: undefined }
      : found
  }
  const { byMonth, behind } = await readFigures(db, scope, area, period)
  return {
    state: 'counted',
    cells: together(byMonth),
    countedAt: undefined,
    behind,
    ...(await readOpenings(db, scope, area, period)),
  }
}

type Openings = Pick<BusyFigures & { state: 'counted' }, 'within' | 'open'>

/** Of a desk and a library counted here, from their contacts; of what is wider, what the worker keeps of whole months. */
async function readOpenings(
  db: ReadHandle,
  scope: FiguresScope,
  area: Area,
  period: Period,
): Promise<Openings> {
  if (scope.kind !== 'desk' && scope.kind !== 'library')
    return { within: await readKeptHours(db, scope, area, period), open: undefined }
  const deskIds =
    scope.kind === 'desk' ? [area.key] : (await findDesksEver(db, scope, area.key)).map(({ id }) => id)
  const openings = await findOpenings(db, scope, deskIds, period)
  if (openings.size === 0) return { within: undefined, open: undefined }
  const counted = await countWithinHours(
    db,
    scope,
    period,
    [...openings].map(([deskId, of]) => ({ deskId, openings: of })),
  )
  const sum = (of: 'timed' | 'within'): number => counted.reduce((all, each) => all + each[of], 0)
  return {
    within: { ...period, timed: sum('timed'), within: sum('within'), countedAt: undefined },
    open: openHours([...openings.values()].flat()),
  }
}

/** The whole months within the period, as far as the worker has counted them. */
async function readKeptHours(
  db: ReadHandle,
  scope: FiguresScope,
  area: Area,
  { from, until }: Period,
): Promise<WithinHours | undefined> {
  const { level, keys } = await findCountedAreas(db, scope, area)
  const months = monthsOf({ from, until }).filter(
    (month) => firstDayOf(month) >= from && lastDayOf(month) <= until,
  )
  const rows = await db
    .selectFrom('reports.month_slices')
    .select(['month', 'cells', 'counted_at as countedAt'])
    .where('level', '=', level)
    .where(sql<boolean>`key = any(${keys}::text[])`)
    .where('slice', '=', 'hours')
    .where(sql<boolean>`month = any(${months.map(firstDayOf)}::date[])`)
    .orderBy('month')
    .execute()
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last) return undefined
  // Over a stretch with a gap the share would claim days that were not counted.
  const counted = new Set(rows.map(({ month }) => month.slice(0, 7)))
  if (monthsOf({ from: first.month, until: last.month }).some((month) => !counted.has(month)))
    return undefined
  const cells = rows.map((row) => row.cells as Cells).reduce(addCells, {})
  const latest = rows.reduce((one, other) =>
    other.countedAt.epochMilliseconds > one.countedAt.epochMilliseconds ? other : one,
  )
  return {
    from: first.month,
    until: lastDayOf(last.month.slice(0, 7)),
    timed: cells.timed ?? 0,
    within: cells.within ?? 0,
    countedAt: latest.countedAt,
  }
}
