import { sql } from 'kysely'
import type { JobScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { type FigureChange, takeFigureChanges } from '../../contacts/public.ts'
import { findProvinceOfMunicipality } from '../../organisations/public.ts'
import { type FigureSum, sumChanges } from '../figure-sums.ts'

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
  await holdFold(tx, scope)
  const changes = await takeFigureChanges(tx, scope, batch)
  if (changes.length === 0) return { changes: 0, more: false }
  const provinceOf = await findProvinceOfMunicipality(tx, scope)
  const sums = sumChanges(changes, provinceOf)
  await insertSums(tx, scope, sums)
  await markStale(tx, scope, changes, provinceOf)
  return { changes: changes.length, more: changes.length === batch }
}

/** Until the end of the transaction nobody else adds up. */
export async function holdFold(tx: WriteHandle, _scope: JobScope): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('balie fold figures'))`.execute(tx)
}

/** Adds sums to the figures that stand there. */
export async function insertSums(
  tx: WriteHandle,
  _scope: JobScope,
  sums: readonly FigureSum[],
): Promise<void> {
  await sql`
    insert into reports.figures (level, key, grain, starts_on, cells)
    select level, key, grain, "startsOn", cells
    from jsonb_to_recordset(${JSON.stringify(sums)}::jsonb) as sum (level text, key text, grain text, "startsOn" date, cells jsonb)
    on conflict (level, key, grain, starts_on) do update set cells = reports.add_cells(figures.cells, excluded.cells)`.execute(
    tx,
  )
}

/** The months of provinces whose slices have to be counted anew. The time tells a mark made during that count from one before. */
export async function markStale(
  tx: WriteHandle,
  _scope: JobScope,
  changes: readonly FigureChange[],
  provinceOf: ReadonlyMap<string, string>,
): Promise<void> {
  const marks = new Map(
    changes.map(({ municipalityCode, day }) => {
      const mark = { province: provinceOf.get(municipalityCode), month: `${day.slice(0, 7)}-01` }
      return [`${mark.province} ${mark.month}`, mark]
    }),
  )
  await sql`
    insert into reports.stale_months (province_code, month, since)
    select province, month, clock_timestamp()
    from jsonb_to_recordset(${JSON.stringify([...marks.values()])}::jsonb) as mark (province text, month date)
    order by province, month
    on conflict (province_code, month) do update set since = excluded.since`.execute(tx)
}
