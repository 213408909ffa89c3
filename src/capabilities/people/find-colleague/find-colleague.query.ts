import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'

/** Whether somebody has or had a role at a library: may be named as the author of what a shared tablet held. */
export async function isColleague(
  db: ReadHandle,
  _scope: Scope,
  accountId: string,
  libraryId: string,
): Promise<boolean> {
  const found = await db
    .selectFrom('people.role_assignments')
    .select('id')
    .where('account_id', '=', accountId)
    .where('organisation_id', '=', libraryId)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
