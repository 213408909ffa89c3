import { sql } from 'kysely'
import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Cells } from '../contact-cells.ts'

/**
 * Which contacts, and of a topic or a service provider which of their questions; everything that is given must fit.
 * Empty lists fit nothing.
 */
export interface CellNarrowing {
  readonly channel?: string
  readonly form?: string
  readonly help?: string
  readonly topics?: readonly string[]
  readonly provider?: string
  readonly desks?: readonly string[]
  /** All desks but these. */
  readonly otherDesks?: readonly string[]
  readonly libraries?: readonly string[]
}

/**
 * Counts the contacts themselves: the cells of areas of one level over days (both inclusive), by month (2026-03). Takes some
 * seconds for a million contacts. Nothing when one of the areas is outside the scope.
 * @param withPairs also what was asked together, about whom, and how each topic was helped (cells with an &)
 */
export async function countCells(
  db: ReadHandle,
  _scope: Scope,
  of: { readonly level: string; readonly keys: readonly string[] },
  { from, until }: { readonly from: string; readonly until: string },
  narrowing: CellNarrowing,
  withPairs: boolean,
): Promise<Map<string, Cells>> {
  const { rows } = await sql<{ month: string; cells: Cells }>`
    select to_char(month, 'YYYY-MM') as month, jsonb_object_agg(cell, number) as cells
    from contacts.count_cells(${of.level}, ${of.keys}::text[], ${from}::date, ${until}::date, ${JSON.stringify(narrowing)}::jsonb, ${withPairs})
    group by month`.execute(db)
  return new Map(rows.map(({ month, cells }) => [month, cells]))
}
