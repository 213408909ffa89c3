import { sql } from 'kysely'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { addDays, type Instant } from '../../../platform/time/local-time.ts'
import {
  type Cells,
  countCells,
  readPendingFigures,
  readWaiting,
  sumCells,
  type Waiting,
} from '../../contacts/public.ts'
import type { Area, FiguresScope } from '../area.ts'
import { findCountedAreas } from '../find-counted-areas/find-counted-areas.query.ts'

export interface Figures {
  /** By month (2026-03), only the days within the period; a month without anything is not there. */
  readonly byMonth: ReadonlyMap<string, Cells>
  /** When so much waits that it was left out: how many changes, of everybody together, and since when. */
  readonly behind: { readonly changes: number; readonly since: Instant } | undefined
}

/** What waits is added up while reading, up to so many changes: above it a page would keep people waiting. */
const mostAddedWhileReading = 5_000

/**
 * The figures of an area over days (both inclusive), exact to the last contact: what was added up already and what
 * still waits, from one snapshot. Whole months are read as months, the days at the ends as days. Nothing for an area
 * outside the scope.
 * @param waiting what waits, where that was asked in the same transaction before
 */
export async function readFigures(
  db: ReadHandle,
  scope: FiguresScope,
  area: Area,
  period: { readonly from: string; readonly until: string },
  waiting?: Waiting,
): Promise<Figures> {
  const { level, keys } = await findCountedAreas(db, scope, area)
  // Few desks, and others each time somebody says who pays: counted when asked, and not kept.
  if (level === 'financed')
    return { byMonth: await countCells(db, scope, { level, keys }, period, {}, false), behind: undefined }
  const { months, days } = split(period)
  const rows = await db
    .selectFrom('reports.figures')
    .select(['starts_on as day', 'cells'])
    .where('level', '=', level)
    .where(sql<boolean>`key = any(${keys}::text[])`)
    .where((eb) =>
      eb.or([
        ...(months ? [eb.and([eb('grain', '=', 'month'), eb.between('starts_on', ...months)])] : []),
        ...days.map((range) => eb.and([eb('grain', '=', 'day'), eb.between('starts_on', ...range)])),
      ]),
    )
    .execute()
  const found = new Map<string, Cells[]>()
  const add = (month: string, cells: Cells): void => {
    found.set(month, [...(found.get(month) ?? []), cells])
  }
  for (const { day, cells } of rows) add(day.slice(0, 7), cells as Cells)

  const { changes, since } = waiting ?? (await readWaiting(db, scope))
  const isBehind = since !== null && changes > mostAddedWhileReading
  if (since && !isBehind)
    for (const key of keys)
      for (const [month, cells] of await readPendingFigures(db, scope, { level, key }, period))
        add(month, cells)
  return {
    byMonth: new Map([...found].map(([month, all]) => [month, sumCells(all)])),
    behind: since && isBehind ? { changes, since } : undefined,
  }
}

type Range = readonly [string, string]

/** The whole months of a period, by their first days, and the days before and after those. */
function split({ from, until }: { readonly from: string; readonly until: string }): {
  months: Range | undefined
  days: Range[]
} {
  const firstWhole = from.endsWith('-01') ? from : firstOfNextMonth(from)
  const afterLast = firstOfMonth(addDays(until, 1))
  if (firstWhole >= afterLast) return { months: undefined, days: [[from, until]] }
  const days: Range[] = []
  if (from < firstWhole) days.push([from, addDays(firstWhole, -1)])
  if (afterLast <= until) days.push([afterLast, until])
  return { months: [firstWhole, addDays(afterLast, -1)], days }
}

const firstOfMonth = (day: string): string => `${day.slice(0, 7)}-01`
const firstOfNextMonth = (day: string): string => firstOfMonth(addDays(firstOfMonth(day), 31))
