import { sql } from 'kysely'
import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'

export interface PersonDetails {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly organisationId: string
  readonly active: boolean
  /**
   * May be changed from this scope: not somebody of another organisation, nor who holds a role elsewhere, since
   * a new password would hand over that role.
   */
  readonly changeable: boolean
}

/** Somebody whom this scope sees. */
export async function findPerson(
  db: ReadHandle,
  scope: AdministrationScope,
  accountId: string,
): Promise<PersonDetails | undefined> {
  const changeable =
    scope.kind === 'nation'
      ? sql<boolean>`true`
      : sql<boolean>`organisation_id = ${scope.libraryId} and not people.has_role_outside(id, array[${scope.libraryId}]::uuid[])`
  return db
    .selectFrom('people.accounts')
    .select(['id', 'name', 'email', 'organisation_id as organisationId', 'active'])
    .select(changeable.as('changeable'))
    .where('id', '=', accountId)
    .executeTakeFirst()
}
