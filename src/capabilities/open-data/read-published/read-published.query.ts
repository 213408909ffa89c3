import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { TableName } from '../published-cell.ts'

export interface Release {
  /** 2026-Q1, or 2026. */
  readonly period: string
  readonly releasedAt: Instant
  /** Numbers below this are hidden in it. */
  readonly smallest: number
  /** The national organisation; null where there was none. */
  readonly publisher: string | null
  /** Of so many desks and libraries something was counted in the period. */
  readonly desks: number
  readonly libraries: number
}

/** A published cell with its names; `number` is null where it is hidden. */
export interface NamedCell {
  readonly table: TableName
  readonly period: string
  readonly region: string
  readonly regionName: string
  readonly part: string
  readonly code: string
  readonly name: string
  readonly unit: 'contacts' | 'questions'
  readonly number: number | null
}

export interface CellsWanted {
  readonly table?: TableName | undefined
  /** 2026-03, 2026-Q1, or a year with all that lies in it. */
  readonly period?: string | undefined
  readonly region?: string | undefined
  readonly part?: string | undefined
  readonly code?: string | undefined
}

/** All that was released, the newest first. */
export async function listReleases(db: ReadHandle, _scope: Scope): Promise<Release[]> {
  const rows = await db
    .selectFrom('open_data.releases')
    .select(['period', 'released_at as releasedAt', 'smallest', 'publisher', 'desks', 'libraries'])
    .orderBy('period', 'desc')
    .execute()
  return rows
}

/** The cells that somebody asks for, in a fixed order: by table, period, region, part and code. */
export async function findCells(
  db: ReadHandle,
  scope: Scope,
  wanted: CellsWanted,
  page?: { readonly from: number; readonly rows: number },
): Promise<NamedCell[]> {
  const rows = await cellsOf(db, scope, wanted)
    .select([
      'table_name as table',
      'period',
      'region',
      'region_name as regionName',
      'part',
      'code',
      'name',
      'unit',
      'number',
    ])
    .orderBy('table_name')
    .orderBy('period')
    .orderBy('region')
    .orderBy('part')
    .orderBy('code')
    .$if(page !== undefined, (query) => query.limit(page?.rows ?? 0).offset(page?.from ?? 0))
    .execute()
  return rows as NamedCell[]
}

/** How many cells there are of what somebody asks for. */
export async function countCells(db: ReadHandle, scope: Scope, wanted: CellsWanted): Promise<number> {
  const { number } = await cellsOf(db, scope, wanted)
    .select((eb) => eb.fn.countAll<number>().as('number'))
    .executeTakeFirstOrThrow()
  return number
}

const cellsOf = (db: ReadHandle, _scope: Scope, { table, period, region, part, code }: CellsWanted) =>
  db
    .selectFrom('open_data.cells')
    .$if(table !== undefined, (query) => query.where('table_name', '=', table ?? ''))
    .$if(period !== undefined, (query) =>
      query.where((eb) => eb.or([eb('period', '=', period ?? ''), eb('period', 'like', `${period}-%`)])),
    )
    .$if(region !== undefined, (query) => query.where('region', '=', region ?? ''))
    .$if(part !== undefined, (query) => query.where('part', '=', part ?? ''))
    .$if(code !== undefined, (query) => query.where('code', '=', code ?? ''))
