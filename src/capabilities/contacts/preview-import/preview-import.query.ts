import { sql } from 'kysely'
import type { LibraryScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { rowsPerPage } from '../../../platform/http/paging.ts'
import type { ImportedContact, RowError } from '../import-row.ts'

export interface RowCounts {
  /** Would be registered. */
  readonly ready: number
  /** Were registered by an import before. */
  readonly known: number
  readonly errors: number
  readonly leftOut: number
}

/** How many rows would come in, are there already, have an error, and are left out. */
export async function countImportRows(
  db: ReadHandle,
  _scope: LibraryScope,
  importId: string,
): Promise<RowCounts> {
  const { rows } = await sql<{ status: string; rows: number; known: number }>`
    select row.status, count(*)::integer as rows,
      count(*) filter (where exists (select from contacts.import_keys as taken where taken.library_id = row.library_id and taken.key = row.key)
        or exists (select from contacts.import_keys as taken where taken.library_id = row.library_id and taken.line_key = row.line_key))::integer as known
    from (
      select status, library_id, case when status = 'ready'
        then contacts.import_key(said, row_number() over (partition by status, said order by number)) end as key,
        case when status = 'ready'
        then contacts.import_key(line, row_number() over (partition by status, line order by number)) end as line_key
      from contacts.import_rows where import_id = ${importId}::uuid
    ) as row
    group by row.status`.execute(db)
  const of = (status: string) => rows.find((row) => row.status === status) ?? { rows: 0, known: 0 }
  return {
    ready: of('ready').rows - of('ready').known,
    known: of('ready').known,
    errors: of('error').rows,
    leftOut: of('left-out').rows,
  }
}

/** The desks of the rows that would come in. */
export async function findDeskIdsOfRows(
  db: ReadHandle,
  _scope: LibraryScope,
  importId: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('contacts.import_rows')
    .select('desk_id as deskId')
    .distinct()
    .where('import_id', '=', importId)
    .where('status', '=', 'ready')
    .execute()
  return rows.flatMap(({ deskId }) => deskId ?? [])
}

export interface ErrorGroup {
  /** With at most three of its values, as they are said one after the other. */
  readonly error: RowError
  readonly rows: number
  /** The first row that has it. */
  readonly first: number
}

/** What is wrong, told once for all rows in which it is, with the first few values; most rows first. */
export async function groupImportErrors(
  db: ReadHandle,
  _scope: LibraryScope,
  importId: string,
): Promise<ErrorGroup[]> {
  const { rows } = await sql<ErrorGroup>`
    select jsonb_build_object('field', error ->> 'field', 'reason', error ->> 'reason',
        'value', array_to_string((array_agg(distinct error ->> 'value'))[1:3], '", "')) as error,
      count(distinct number)::integer as rows, min(number) as first
    from contacts.import_rows, jsonb_array_elements(errors) as error
    where import_id = ${importId}::uuid and status = 'error'
    group by error ->> 'field', error ->> 'reason' order by 2 desc, 3`.execute(db)
  return rows
}

export interface ImportRow {
  readonly number: number
  readonly cells: readonly string[]
  readonly status: 'error' | 'left-out'
  readonly errors: readonly RowError[]
}

/** Rows with an error, or that were left out: a page of them, or all for a file. */
export async function listWrongRows(
  db: ReadHandle,
  _scope: LibraryScope,
  importId: string,
  wish: { readonly status?: ImportRow['status']; readonly page?: number },
): Promise<ImportRow[]> {
  const rows = await db
    .selectFrom('contacts.import_rows')
    .select(['number', 'cells', 'status', 'errors'])
    .where('import_id', '=', importId)
    .where('status', 'in', wish.status ? [wish.status] : ['error', 'left-out'])
    .orderBy('number')
    .$if(wish.page !== undefined, (query) =>
      query.limit(rowsPerPage).offset(((wish.page ?? 1) - 1) * rowsPerPage),
    )
    .execute()
  return rows.map((row) => ({
    ...row,
    status: row.status as ImportRow['status'],
    errors: row.errors as unknown as RowError[],
  }))
}

/** One row that can be mended. Undefined when there is none. */
export async function readWrongRow(
  db: ReadHandle,
  _scope: LibraryScope,
  importId: string,
  number: number,
): Promise<ImportRow | undefined> {
  const row = await db
    .selectFrom('contacts.import_rows')
    .select(['number', 'cells', 'status', 'errors'])
    .where('import_id', '=', importId)
    .where('number', '=', number)
    .where('status', 'in', ['error', 'left-out'])
    .executeTakeFirst()
  return (
    row && { ...row, status: row.status as ImportRow['status'], errors: row.errors as unknown as RowError[] }
  )
}

/** The first rows as they would be registered. */
export async function readFirstContacts(
  db: ReadHandle,
  _scope: LibraryScope,
  importId: string,
  most: number,
): Promise<{ number: number; contact: ImportedContact }[]> {
  const rows = await db
    .selectFrom('contacts.import_rows')
    .select(['number', 'content'])
    .where('import_id', '=', importId)
    .where('status', '=', 'ready')
    .orderBy('number')
    .limit(most)
    .execute()
  return rows.map(({ number, content }) => ({ number, contact: content as unknown as ImportedContact }))
}
