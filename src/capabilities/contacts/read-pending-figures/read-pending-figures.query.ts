import { sql } from 'kysely'
import type { JobScope, Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { Cells } from '../contact-cells.ts'

/** How many changes, of everybody together, wait to be added up, and since when the oldest does. */
export interface Waiting {
  readonly changes: number
  readonly since: Instant | null
}

export async function readWaiting(db: ReadHandle, _scope: Scope): Promise<Waiting> {
  const { rows } = await sql<Waiting>`
    select changes, since from contacts.waiting_figures()`.execute(db)
  return rows[0] ?? { changes: 0, since: null }
}

/** Whether anything of this day or an earlier one waits to be added up, of whatever area. */
export async function waitsUpTo(db: ReadHandle, _scope: JobScope, day: string): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`
    select exists (select from contacts.figure_changes where day <= ${day}::date) as waits`.execute(db)
  return rows[0]?.waits ?? false
}

/**
 * What is not added up yet of a level within these days (both inclusive), by month (2026-03). Empty for who may not
 * see that level.
 */
export async function readPendingFigures(
  db: ReadHandle,
  _scope: Scope,
  { level, key }: { readonly level: string; readonly key: string },
  period: { readonly from: string; readonly until: string },
): Promise<Map<string, Cells>> {
  const { rows } = await sql<{ month: string; cells: Cells }>`
    select to_char(month, 'YYYY-MM') as month, jsonb_object_agg(cell, number) as cells
    from contacts.pending_figures(${level}, ${key}, ${period.from}::date, ${period.until}::date)
    group by 1`.execute(db)
  return new Map(rows.map(({ month, cells }) => [month, cells]))
}
