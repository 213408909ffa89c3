import { sql } from 'kysely'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'

/**
 * Lets nobody else take a part of a shared cost, or withdraw it, until this transaction is over. A lock by name, since who takes its
 * part may not change the row of the other, and so cannot lock it.
 * @returns whether it was withdrawn
 */
export async function lockCost(tx: WriteHandle, _scope: MunicipalityScope, costId: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`funding cost ${costId}`}, 0))`.execute(tx)
  const cost = await tx
    .selectFrom('funding.shared_costs')
    .select('withdrawn_at')
    .where('id', '=', costId)
    .executeTakeFirst()
  return !cost || cost.withdrawn_at !== null
}
