import { sql } from 'kysely'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'

/**
 * Lets nobody else book in a year, or sign it, until this transaction is over: who signs, signs all that was booked, and who books
 * knows whether it is a correction beside what was signed. Waits for who was first.
 * @returns whether the year was signed
 */
export async function lockYear(
  tx: WriteHandle,
  _scope: MunicipalityScope,
  municipalityCode: string,
  year: number,
): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`funding ${municipalityCode} ${year}`}, 0))`.execute(
    tx,
  )
  const statement = await tx
    .selectFrom('funding.statements')
    .select('state')
    .where('municipality_code', '=', municipalityCode)
    .where('year', '=', year)
    .executeTakeFirst()
  return statement?.state === 'signed'
}
