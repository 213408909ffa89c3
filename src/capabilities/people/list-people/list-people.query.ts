import { sql } from 'kysely'
import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { rowsPerPage } from '../../../platform/http/paging.ts'

export interface PersonRow {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly organisationId: string
  readonly active: boolean
}

/**
 * One page of the people by name, and how many there are in all: those of the scope's library and who holds a role
 * at it, or of one or all organisations. `search` is part of a name or e-mail address.
 */
export async function listPeople(
  db: ReadHandle,
  scope: AdministrationScope,
  filter: { search: string; organisationId: string | undefined; page: number },
): Promise<{ rows: PersonRow[]; total: number }> {
  let query = db.selectFrom('people.accounts')
  const organisationId = scope.kind === 'library' ? scope.libraryId : filter.organisationId
  if (organisationId)
    query = query.where((eb) =>
      eb.or([
        eb('organisation_id', '=', organisationId),
        eb(
          'id',
          'in',
          eb
            .selectFrom('people.role_assignments as assignment')
            .select('assignment.account_id')
            .where('assignment.organisation_id', '=', organisationId),
        ),
      ]),
    )
  if (filter.search) {
    const search = filter.search.toLowerCase()
    query = query.where(sql<boolean>`strpos(lower(name || ' ' || email), ${search}) > 0`)
  }
  const rows = await query
    .select(['id', 'name', 'email', 'organisation_id as organisationId', 'active'])
    .orderBy('name')
    .orderBy('id')
    .limit(rowsPerPage)
    .offset((filter.page - 1) * rowsPerPage)
    .execute()
  const { total } = await query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  return { rows, total }
}
