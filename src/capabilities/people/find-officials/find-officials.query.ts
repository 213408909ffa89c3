import type { JobScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'

/** Somebody who works for a municipality, by the id of its organisation. */
export interface Official {
  readonly accountId: string
  readonly organisationId: string
}

/** The officials of all municipalities today, or of one account only. Only open accounts. */
export async function findOfficials(
  db: ReadHandle,
  _scope: JobScope,
  today: string,
  accountId?: string,
): Promise<Official[]> {
  let query = db
    .selectFrom('people.role_assignments as assignment')
    .innerJoin('people.accounts as account', 'account.id', 'assignment.account_id')
    .select(['assignment.account_id as accountId', 'assignment.organisation_id as organisationId'])
    .distinct()
    .where('assignment.role', '=', 'municipality-official')
    .where('assignment.valid_from', '<=', today)
    .where((where) =>
      where.or([where('assignment.valid_until', 'is', null), where('assignment.valid_until', '>=', today)]),
    )
    .where('account.active', '=', true)
    .orderBy('accountId')
  if (accountId !== undefined) query = query.where('assignment.account_id', '=', accountId)
  return query.execute()
}
