import { sql } from 'kysely'
import type { NationalScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'

/** Whether any municipality signed a year of this scheme: then its rules stay as they are. */
export async function isSignedUnder(
  db: ReadHandle,
  _scope: NationalScope,
  schemeId: string,
): Promise<boolean> {
  const { rows } = await sql<{ signed: boolean }>`
    select funding.is_signed_under(${schemeId}::uuid) as signed`.execute(db)
  return rows[0]?.signed ?? false
}
