import type { JobScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'

/** Who coordinates a desk today: on that desk itself, or for the whole library. Only open accounts. */
export async function findCoordinators(
  db: ReadHandle,
  _scope: JobScope,
  { libraryId, deskId }: { readonly libraryId: string; readonly deskId: string },
  today: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('people.role_assignments as assignment')
    .innerJoin('people.accounts as account', 'account.id', 'assignment.account_id')
    .select('assignment.account_id as accountId')
    .distinct()
    .where('assignment.role', '=', 'desk-coordinator')
    .where('assignment.organisation_id', '=', libraryId)
    .where((where) =>
      where.or([where('assignment.desk_id', 'is', null), where('assignment.desk_id', '=', deskId)]),
    )
    .where('assignment.valid_from', '<=', today)
    .where((where) =>
      where.or([where('assignment.valid_until', 'is', null), where('assignment.valid_until', '>=', today)]),
    )
    .where('account.active', '=', true)
    .orderBy('accountId')
    .execute()
  return rows.map(({ accountId }) => accountId)
}
