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
  await sql`delete from reports.figures where starts_on between ${period.from}::date and ${period.until}::date`.execute(
    tx,
  )
  const sums = sumChanges(changes, provinceOf)
  // So many at a time: a text of hundreds of megabytes is more than one message may hold.
  for (let at = 0; at < sums.length; at += 10_000) await insertSums(tx, scope, sums.slice(at, at + 10_000))
  await markStale(tx, scope, changes, provinceOf)
}
