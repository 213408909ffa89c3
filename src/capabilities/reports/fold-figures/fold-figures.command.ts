import { sql } from 'kysely'
import type { JobScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { takeFigureChanges } from '../../contacts/public.ts'

/** So many changes in one transaction: a second's worth of a whole nation, and small enough to be quick. */
const batch = 2_000

/**
 * Adds waiting changes up in the day and month figures of every level. Only one at a time does so, in any process:
 * a second waits for the first. Broken off half-way it has done nothing. The work of a machine on numbers that were
 * recorded already, so without an audit line.
 * @returns how many changes were taken; as many as `batch` means that there may be more
 */
export async function foldBatch(tx: WriteHandle, scope: JobScope): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('balie fold figures'))`.execute(tx)
  const { changes, sums } = await takeFigureChanges(tx, scope, batch)
  if (changes === 0) return 0
  await sql`
    with summed as (
      select * from jsonb_to_recordset(${sums}::jsonb) as sum (level text, key text, day date, cell text, number integer)
    ),
    counted as (
      select level, key, 'day' as grain, day as starts_on, cell, number from summed
      union all
      select level, key, 'month', date_trunc('month', day)::date, cell, sum(number)::integer from summed
      group by level, key, date_trunc('month', day), cell
    )
    insert into reports.figures (level, key, grain, starts_on, cells)
    select level, key, grain, starts_on, jsonb_object_agg(cell, number)
    from counted where number <> 0
    group by level, key, grain, starts_on
    on conflict (level, key, grain, starts_on) do update set cells = reports.add_cells(figures.cells, excluded.cells)`.execute(
    tx,
  )
  return changes
}

export const isFullBatch = (changes: number): boolean => changes >= batch
