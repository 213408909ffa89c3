import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findDesks } from '../../desks/public.ts'
import { findOrganisations, findOrganisationsOfKinds } from '../../organisations/public.ts'
import type { RoleHeld } from '../role.ts'

/** The roles of these people that count today or later, within the scope, oldest first. */
export async function findRoles(
  db: ReadHandle,
  scope: AdministrationScope,
  accountIds: readonly string[],
  today: string,
): Promise<RoleHeld[]> {
  if (accountIds.length === 0) return []
  let query = db
    .selectFrom('people.role_assignments')
    .select([
      'id',
      'account_id as accountId',
      'role',
      'organisation_id as organisationId',
      'desk_id as deskId',
      'valid_from as validFrom',
      'valid_until as validUntil',
    ])
    .where('account_id', 'in', accountIds)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', today)]))
  if (scope.kind === 'library') query = query.where('organisation_id', '=', scope.libraryId)
  return (await query.orderBy('valid_from').orderBy('id').execute()) as RoleHeld[]
}

/** The names of the organisations and desks of these roles, by id. */
export async function namePlacesOfRoles(
  db: ReadHandle,
  scope: AdministrationScope,
  roles: readonly RoleHeld[],
): Promise<Map<string, string>> {
  const places = [
    ...(await findOrganisations(db, scope, [...new Set(roles.map((role) => role.organisationId))])),
    ...(await findDesks(db, scope, [...new Set(roles.flatMap((role) => role.deskId ?? []))])),
  ]
  return new Map(places.map(({ id, name }) => [id, name]))
}

/**
 * Whether the nation would be left without an administrator if this person or this role went: one with an open account
 * and a role that counts today and has no end. With `hold` those rows are held until the transaction ends, so that
 * two administrators who remove each other at once do so one after the other.
 */
export async function isLastAdministrator(
  db: ReadHandle,
  scope: AdministrationScope,
  who: { accountId: string } | { roleId: string },
  today: string,
  hold = false,
): Promise<boolean> {
  const nation = await findOrganisationsOfKinds(db, scope, ['nation'])
  let query = db
    .selectFrom('people.role_assignments as assignment')
    .innerJoin('people.accounts as account', 'account.id', 'assignment.account_id')
    .select(['assignment.id as roleId', 'account.id as accountId'])
    .where('assignment.role', '=', 'administrator')
    .where(
      'assignment.organisation_id',
      'in',
      nation.map(({ id }) => id),
    )
    .where('assignment.valid_from', '<=', today)
    .where('assignment.valid_until', 'is', null)
    .where('account.active', '=', true)
    .orderBy('assignment.id')
  if (hold) query = query.forUpdate()
  const administrators = await query.execute()
  return (
    administrators.length > 0 &&
    administrators.every(({ roleId, accountId }) =>
      'roleId' in who ? roleId === who.roleId : accountId === who.accountId,
    )
  )
}
