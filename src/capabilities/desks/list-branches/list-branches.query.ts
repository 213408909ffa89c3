import { sql } from 'kysely'
import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { rowsPerPage } from '../../../platform/http/paging.ts'
import type { BranchKind } from '../branch.ts'

export interface BranchRow {
  readonly id: string
  readonly libraryId: string
  readonly name: string
  readonly kind: BranchKind
  readonly town: string | null
  readonly active: boolean
  readonly deskId: string | null
  readonly deskName: string | null
  /** Null without a desk. A branch of which the desk closed can begin one again. */
  readonly deskActive: boolean | null
}

/** One page of the branches by name, and how many there are in all: a library's own, or those of one or all libraries. */
export async function listBranches(
  db: ReadHandle,
  scope: AdministrationScope,
  filter: { search: string; libraryId: string | undefined; withoutDesk: boolean; page: number },
): Promise<{ rows: BranchRow[]; total: number }> {
  let query = db
    .selectFrom('desks.branches as branch')
    .leftJoin('desks.desks as desk', 'desk.id', 'branch.desk_id')
  const libraryId = scope.kind === 'library' ? scope.libraryId : filter.libraryId
  if (libraryId) query = query.where('branch.library_id', '=', libraryId)
  if (filter.withoutDesk) query = query.where('desk.active', 'is not', true).where('branch.active', '=', true)
  if (filter.search) {
    const search = filter.search.toLowerCase()
    query = query.where(
      sql<boolean>`strpos(lower(branch.name || ' ' || coalesce(branch.town, '')), ${search}) > 0`,
    )
  }
  const rows = await query
    .select([
      'branch.id',
      'branch.library_id as libraryId',
      'branch.name',
      'branch.kind',
      'branch.town',
      'branch.active',
      'desk.id as deskId',
      'desk.name as deskName',
      'desk.active as deskActive',
    ])
    .orderBy('branch.name')
    .orderBy('branch.id')
    .limit(rowsPerPage)
    .offset((filter.page - 1) * rowsPerPage)
    .execute()
  const { total } = await query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  return { rows: rows as BranchRow[], total }
}
