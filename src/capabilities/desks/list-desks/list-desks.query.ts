import { sql } from 'kysely'
import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { rowsPerPage } from '../../../platform/http/paging.ts'
import type { DeskKind } from '../desk.ts'

export interface DeskRow {
  readonly id: string
  readonly libraryId: string
  readonly name: string
  readonly kind: DeskKind
  readonly town: string | null
  readonly active: boolean
}

/** One page of the desks by name, and how many there are in all: a library's own, or those of one or all libraries. */
export async function listDesks(
  db: ReadHandle,
  scope: AdministrationScope,
  filter: { search: string; libraryId: string | undefined; page: number },
): Promise<{ rows: DeskRow[]; total: number }> {
  let query = db.selectFrom('desks.desks')
  const libraryId = scope.kind === 'library' ? scope.libraryId : filter.libraryId
  if (libraryId) query = query.where('library_id', '=', libraryId)
  if (filter.search) {
    const search = filter.search.toLowerCase()
    query = query.where(sql<boolean>`strpos(lower(name || ' ' || coalesce(town, '')), ${search}) > 0`)
  }
  const rows = await query
    .select(['id', 'library_id as libraryId', 'name', 'kind', 'town', 'active'])
    .orderBy('name')
    .orderBy('id')
    .limit(rowsPerPage)
    .offset((filter.page - 1) * rowsPerPage)
    .execute()
  const { total } = await query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  return { rows: rows as DeskRow[], total }
}
