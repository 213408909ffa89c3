import { sql } from 'kysely'
import type { NationalScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { rowsPerPage } from '../../../platform/http/paging.ts'
import type { OrganisationKind } from '../organisation.ts'

export interface OrganisationRow {
  readonly id: string
  readonly kind: OrganisationKind
  readonly name: string
  readonly isil: string | null
  readonly active: boolean
}

/** One page of all organisations by name, and how many there are in all. `search` is part of a name or ISIL code. */
export async function listOrganisations(
  db: ReadHandle,
  _scope: NationalScope,
  filter: { search: string; kind: OrganisationKind | undefined; page: number },
): Promise<{ rows: OrganisationRow[]; total: number }> {
  let query = db.selectFrom('organisations.organisations')
  if (filter.kind) query = query.where('kind', '=', filter.kind)
  if (filter.search) {
    const search = filter.search.toLowerCase()
    query = query.where(sql<boolean>`strpos(lower(name || ' ' || coalesce(isil_code, '')), ${search}) > 0`)
  }
  const rows = await query
    .select(['id', 'kind', 'name', 'isil_code as isil', 'active'])
    .orderBy('name')
    .orderBy('id')
    .limit(rowsPerPage)
    .offset((filter.page - 1) * rowsPerPage)
    .execute()
  const { total } = await query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  return { rows: rows as OrganisationRow[], total }
}
