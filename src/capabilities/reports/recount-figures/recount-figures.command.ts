import { sql } from 'kysely'
import type { JobScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { firstDayOf, lastDayOf } from '../../../platform/time/local-month.ts'
import { recountChanges } from '../../contacts/public.ts'
import { findProvinceOfMunicipality } from '../../organisations/public.ts'
import { sumChanges } from '../figure-sums.ts'
import { holdFold, insertSums, markStale } from '../fold-figures/fold-figures.command.ts'

/**
 * Counts the figures of a month anew from the contacts, at every level, in the place of those that stand there. Who looks
 * meanwhile sees the old ones; the fold waits.
 * @param month as 2026-03
 */
export async function recountFigures(tx: WriteHandle, scope: JobScope, month: string): Promise<void> {
  await holdFold(tx, scope)
  const period = { from: firstDayOf(month), until: lastDayOf(month) }
  const changes = await recountChanges(tx, scope, period)
  const provinceOf = await findProvinceOfMunicipality(tx, scope)
  // Also where nothing is left to count, the slices have to be counted anew.
  await sql`
    insert into reports.stale_months (province_code, month, since)
    select key, starts_on, clock_timestamp() from reports.figures
    where level = 'province' and grain = 'month' and starts_on = ${period.from}::date
    on conflict (province_code, month) do update set since = excluded.since`.execute(tx)
  await sql`delete from reports.figures where starts_on between ${period.from}::date and ${period.until}::date`.execute(
    tx,
  )
  const sums = sumChanges(changes, provinceOf)
  // So many at a time: a text of hundreds of megabytes is more than one message may hold.
  for (let at = 0; at < sums.length; at += 10_000) await insertSums(tx, scope, sums.slice(at, at + 10_000))
  await markStale(tx, scope, changes, provinceOf)
}
