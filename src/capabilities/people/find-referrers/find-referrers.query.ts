import { sql } from 'kysely'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'

/** Somebody who refers people at a counter of a municipality. */
export interface Referrer {
  readonly accountId: string
  readonly name: string
  readonly municipalityCode: string
}

/** Who has the role of referrer today at the municipalities of an official, by name. */
export async function findReferrers(
  db: ReadHandle,
  _scope: MunicipalityScope,
  today: string,
): Promise<Referrer[]> {
  const { rows } = await sql<Referrer>`
    select account_id as "accountId", name, municipality_code as "municipalityCode"
    from people.referrers(${today}::date) order by name, account_id`.execute(db)
  return rows
}
