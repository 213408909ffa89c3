import { sql } from 'kysely'
import type { JobScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { takeFigureChanges } from '../../contacts/public.ts'
import { findProvinceOfMunicipality } from '../../organisations/public.ts'
import { sumChanges } from '../figure-sums.ts'

/** So many changes in one transaction: seconds of a whole nation, and few enough to be done within one. */
const batch = 5_000

/**
 * Adds waiting changes up in the day and month figures of every level. Only one at a time does so, in any process:
 * a second waits for the first. Broken off half-way it has done nothing. The work of a machine on numbers that were
 * recorded already, so without an audit line.
 * @returns how many changes were taken, and whether there may be more
 */
export async function foldBatch(
  tx: WriteHandle,
  scope: JobScope,
): Promise<{ changes: number; more: boolean }> {
  await sql`select pg_advisory_xact_lock(hashtext('balie fold figures'))`.execute(tx)
  const changes = await takeFigureChanges(tx, scope, batch)
  if (changes.length === 0) return { changes: 0, more: false }
  const sums = sumChanges(changes, await findProvinceOfMunicipality(tx, scope))
  await sql`
    insert into reports.figures (level, key, grain, starts_on, cells)
    select level, key, grain, "startsOn", cells
    from jsonb_to_recordset(${JSON.stringify(sums)}::jsonb) as sum (level text, key text, grain text, "startsOn" date, cells jsonb)
    on conflict (level, key, grain, starts_on) do update set cells = reports.add_cells(figures.cells, excluded.cells)`.execute(
    tx,
  )
  return { changes: changes.length, more: changes.length === batch }
}
