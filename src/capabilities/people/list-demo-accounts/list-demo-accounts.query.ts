import { type Role, roles } from '../../../platform/auth/roles.ts'
import type { SignInScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { findOrganisations } from '../../organisations/public.ts'

/** One made-up person for each role, to practise with: the one with the first name in the alphabet. */
export async function listDemoAccounts(
  db: ReadHandle,
  scope: SignInScope,
  t: Translate,
): Promise<{ accountId: string; name: string; email: string; role: string; organisation: string }[]> {
  const rows = await db
    .selectFrom('people.accounts as account')
    .innerJoin('people.role_assignments as assignment', 'assignment.account_id', 'account.id')
    .select([
      'account.id',
      'account.name',
      'account.email',
      'assignment.role',
      'assignment.organisation_id as organisationId',
    ])
    .distinctOn('assignment.role')
    .where('account.active', '=', true)
    .where('account.made_up', '=', true)
    .where('assignment.valid_until', 'is', null)
    .orderBy('assignment.role')
    .orderBy('account.created_at')
    .orderBy('account.name')
    .execute()
  const organisations = await findOrganisations(
    db,
    scope,
    rows.map((row) => row.organisationId),
  )
  return rows
    .sort((one, other) => roles.indexOf(one.role as Role) - roles.indexOf(other.role as Role))
    .map((row) => ({
      accountId: row.id,
      name: row.name,
      email: row.email,
      role: t(`people.role.${row.role as Role}`),
      organisation: organisations.find((organisation) => organisation.id === row.organisationId)?.name ?? '',
    }))
}
