import { sql } from 'kysely'
import type { NationalScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'

/** The last year of this scheme that any municipality signed: then its rules stay as they are, and it ends no earlier. */
export async function findLastSignedYear(
  db: ReadHandle,
  _scope: NationalScope,
  schemeId: string,
): Promise<number | null> {
  const { rows } = await sql<{ year: number | null }>`
    select funding.last_signed_year(${schemeId}::uuid) as year`.execute(db)
  return rows[0]?.year ?? null
}
