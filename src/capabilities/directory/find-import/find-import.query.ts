import { sql } from 'kysely'
import type { AdministrationScope, JobScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { rowsPerPage } from '../../../platform/http/paging.ts'
import { isId } from '../../../platform/http/web-request.ts'
import type { JsonObject } from '../hsds-document.ts'
import type { MatchedBy } from '../import-match.ts'
import type { ImportKind, ImportProblem, ImportRun, ImportStatus, RowStatus } from '../import-run.ts'
import type { LeftOut, TableField } from '../import-table.ts'

const columns = [
  'id',
  'library_id as libraryId',
  'account_id as accountId',
  'kind',
  'source',
  'address',
  'header',
  'columns',
  'status',
  'problem',
  'overwrite',
  'end_missing as endMissing',
  'entries',
  'done',
  'contacts_left_out as contactsLeftOut',
  'started_at as startedAt',
] as const

export interface FoundImport extends ImportRun {
  readonly columns: readonly (TableField | null)[]
}

/** One import; undefined when it is not there, or another's. */
export async function findImport(
  db: ReadHandle,
  _scope: AdministrationScope | JobScope,
  id: string,
): Promise<FoundImport | undefined> {
  if (!isId(id)) return undefined
  const row = await db
    .selectFrom('directory.import_runs')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      ...row,
      kind: row.kind as ImportKind,
      status: row.status as ImportStatus,
      problem: row.problem as ImportProblem | null,
      columns: row.columns.map((name) => (name === '' ? null : (name as TableField))),
    }
  )
}

/** The latest imports. */
export async function listImports(
  db: ReadHandle,
  _scope: AdministrationScope,
): Promise<Pick<ImportRun, 'id' | 'source' | 'status' | 'startedAt' | 'accountId' | 'done'>[]> {
  const rows = await db
    .selectFrom('directory.import_runs')
    .select(['id', 'source', 'status', 'started_at as startedAt', 'account_id as accountId', 'done'])
    .orderBy('started_at', 'desc')
    .limit(20)
    .execute()
  return rows.map((row) => ({ ...row, status: row.status as ImportStatus }))
}

/** How many organisations of an import there are of each status. */
export async function countImportRows(
  db: ReadHandle,
  _scope: AdministrationScope | JobScope,
  id: string,
): Promise<Record<RowStatus, number>> {
  const rows = await db
    .selectFrom('directory.import_rows')
    .select(['status', sql<number>`count(*)::int`.as('rows')])
    .where('run_id', '=', id)
    .groupBy('status')
    .execute()
  const counts = { new: 0, changed: 0, other: 0, missing: 0, wrong: 0, same: 0 }
  for (const { status, rows: count } of rows) counts[status as RowStatus] = count
  return counts
}

export interface ImportRow {
  readonly line: number
  readonly name: string
  readonly status: RowStatus
  readonly matchedBy: MatchedBy | null
  readonly problem: string | null
  readonly partnerId: string | null
  /** What would be written; null for what is not, or when it was. */
  readonly document: JsonObject | null
  /** Cells that were not taken over; their texts go when the document does. */
  readonly leftOut: readonly (Pick<LeftOut, 'field'> & Partial<LeftOut>)[]
}

/** One page of the organisations of an import. */
export async function listImportRows(
  db: ReadHandle,
  _scope: AdministrationScope,
  id: string,
  { status, page }: { readonly status: RowStatus | undefined; readonly page: number },
): Promise<ImportRow[]> {
  let found = db
    .selectFrom('directory.import_rows')
    .select([
      'line',
      'name',
      'status',
      'matched_by as matchedBy',
      'problem',
      'partner_id as partnerId',
      'document',
      'left_out as leftOut',
    ])
    .where('run_id', '=', id)
  if (status) found = found.where('status', '=', status)
  const rows = await found
    .orderBy('line')
    .offset((page - 1) * rowsPerPage)
    .limit(rowsPerPage)
    .execute()
  return rows.map((row) => ({
    ...row,
    status: row.status as RowStatus,
    matchedBy: row.matchedBy as MatchedBy | null,
    document: row.document as JsonObject | null,
    leftOut: (row.leftOut ?? []) as unknown as ImportRow['leftOut'],
  }))
}
