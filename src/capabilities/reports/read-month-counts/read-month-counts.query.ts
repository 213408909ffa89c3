import { sql } from 'kysely'
import type { JobScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Cells } from '../../contacts/public.ts'

/** What was counted in a municipality in a month. */
export interface MonthOfMunicipality {
  readonly municipality: string
  /** As 2026-03. */
  readonly month: string
  readonly cells: Cells
}

/** What was added up for every municipality in these months, from and until as 2026-03, both included. What waits is not in it. */
export async function readMonthCounts(
  db: ReadHandle,
  _scope: JobScope,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<MonthOfMunicipality[]> {
  const rows = await db
    .selectFrom('reports.figures')
    .select(['key as municipality', 'starts_on as day', 'cells'])
    .where('level', '=', 'municipality')
    .where('grain', '=', 'month')
    .where((eb) => eb.between('starts_on', `${from}-01`, `${until}-01`))
    .orderBy('key')
    .orderBy('starts_on')
    .execute()
  return rows.map(({ municipality, day, cells }) => ({
    municipality,
    month: day.slice(0, 7),
    cells: cells as Cells,
  }))
}

/** Of how many desks and libraries anything was counted in these months, from and until as 2026-03, both included. */
export async function countWhoTookPart(
  db: ReadHandle,
  _scope: JobScope,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<{ desks: number; libraries: number }> {
  const rows = await db
    .selectFrom('reports.figures')
    .select(['level', (eb) => eb.fn.count<number>('key').distinct().as('number')])
    .where('level', 'in', ['desk', 'library'])
    .where('grain', '=', 'month')
    .where((eb) => eb.between('starts_on', `${from}-01`, `${until}-01`))
    .where(sql<boolean>`(cells ->> 'contacts')::integer > 0`)
    .groupBy('level')
    .execute()
  const of = (level: string): number => Number(rows.find((row) => row.level === level)?.number ?? 0)
  return { desks: of('desk'), libraries: of('library') }
}

/** The first month in which anything was counted; undefined while there is none. */
export async function findFirstMonthCounted(db: ReadHandle, _scope: JobScope): Promise<string | undefined> {
  const first = await db
    .selectFrom('reports.figures')
    .select((eb) => eb.fn.min('starts_on').as('day'))
    .where('level', '=', 'nation')
    .where('grain', '=', 'month')
    .executeTakeFirst()
  return first?.day?.slice(0, 7)
}
