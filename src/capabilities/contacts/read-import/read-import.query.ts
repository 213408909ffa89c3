import { sql } from 'kysely'
import type { JobScope, LibraryScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { hasJob } from '../../../platform/jobs/has-job.query.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import {
  type HistoryImport,
  type ImportProblem,
  type ImportStatus,
  isWorking,
  jobOfStatus,
  unfinishedStatuses,
} from '../history-import.ts'
import type { ColumnUse } from '../import-field.ts'
import type { ImportMeanings } from '../import-row.ts'

/** One import. Undefined when it is not of this library. */
export async function readImport(
  db: ReadHandle,
  scope: LibraryScope | JobScope,
  id: string,
): Promise<HistoryImport | undefined> {
  const row = await imports(db, scope).where('id', '=', id).executeTakeFirst()
  return row && importOf(row)
}

/** The imports of a library that have an end or wait for somebody, newest first. Refused and removed ones are not told. */
export async function listImports(db: ReadHandle, scope: LibraryScope): Promise<HistoryImport[]> {
  const rows = await imports(db, scope)
    .where('status', 'not in', ['refused', 'removed'])
    .orderBy('started_at', 'desc')
    .limit(100)
    .execute()
  return rows.map(importOf)
}

/** How many files of a library wait for their job, or for somebody's choice. */
export async function countUnfinishedImports(db: ReadHandle, scope: LibraryScope): Promise<number> {
  const { number } = await db
    .selectFrom('contacts.imports')
    .select((eb) => eb.fn.countAll<number>().as('number'))
    .where('library_id', '=', scope.libraryId)
    .where('status', 'in', [...unfinishedStatuses])
    .executeTakeFirstOrThrow()
  return number
}

/** The last import of the same file that was done or is under way, other than this one. */
export async function findSameFile(
  db: ReadHandle,
  scope: LibraryScope,
  importId: string,
): Promise<HistoryImport | undefined> {
  const row = await imports(db, scope)
    .where('id', '!=', importId)
    .where('status', 'in', ['running', 'done'])
    .where('file_hash', '=', (same) =>
      same.selectFrom('contacts.imports as this').select('this.file_hash').where('this.id', '=', importId),
    )
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && importOf(row)
}

/**
 * The imports that were done after this one and found rows to be there already. Those may be rows of this one: when it is
 * undone, nothing else holds them.
 */
export async function findLeaningImports(
  db: ReadHandle,
  scope: LibraryScope,
  { id, finishedAt }: HistoryImport,
): Promise<HistoryImport[]> {
  const rows = await imports(db, scope)
    .where('id', '!=', id)
    .where('status', '=', 'done')
    .where('known', '>', 0)
    .where('finished_at', '>=', sql<Instant>`${finishedAt?.toString() ?? null}::timestamptz`)
    .orderBy('finished_at', 'desc')
    .limit(100)
    .execute()
  return rows.map(importOf)
}

/** Whether an import waits for a job that is not there: it is neither queued nor under way, and no fault was noted. */
export async function isLost(
  db: ReadHandle,
  _scope: LibraryScope | JobScope,
  { id, status, failed }: HistoryImport,
): Promise<boolean> {
  return isWorking(status) && !failed && !(await hasJob(db, jobOfStatus[status], { importId: id }))
}

/** The first and the last day of the contacts of an import; undefined when it brought none. */
export async function readDaysOfImport(
  db: ReadHandle,
  _scope: LibraryScope,
  importId: string,
): Promise<{ first: string; last: string } | undefined> {
  const days = await db
    .selectFrom('contacts.contacts')
    .select((eb) => [eb.fn.min('occurred_on').as('first'), eb.fn.max('occurred_on').as('last')])
    .where('import_id', '=', importId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  return days?.first && days.last ? { first: days.first, last: days.last } : undefined
}

/** How far the job of an import is; undefined when it has not begun. `total` is 0 while nobody knows it. */
export async function readProgress(
  db: ReadHandle,
  _scope: LibraryScope,
  importId: string,
): Promise<{ done: number; total: number } | undefined> {
  return db
    .selectFrom('contacts.import_progress')
    .select(['done', 'total'])
    .where('import_id', '=', importId)
    .executeTakeFirst()
}

/** What this library chose before: by field (or 'column') and value (as `plainValue` writes it). */
export async function readImportMemory(
  db: ReadHandle,
  scope: LibraryScope,
): Promise<Map<string, Map<string, string>>> {
  const rows = await db
    .selectFrom('contacts.import_memory')
    .select(['field', 'value', 'meaning'])
    .where('library_id', '=', scope.libraryId)
    .execute()
  const memory = new Map<string, Map<string, string>>()
  for (const { field, value, meaning } of rows)
    memory.set(field, (memory.get(field) ?? new Map<string, string>()).set(value, meaning))
  return memory
}

const imports = (db: ReadHandle, scope: LibraryScope | JobScope) =>
  db
    .selectFrom('contacts.imports')
    .selectAll()
    .$if(scope.kind === 'library', (query) =>
      query.where('library_id', '=', scope.kind === 'library' ? scope.libraryId : ''),
    )

type ImportRecord = Awaited<ReturnType<ReturnType<typeof imports>['executeTakeFirstOrThrow']>>

function importOf(row: ImportRecord): HistoryImport {
  return {
    id: row.id,
    libraryId: row.library_id,
    accountId: row.account_id,
    fileName: row.file_name,
    startedAt: row.started_at,
    status: row.status as ImportStatus,
    failed: row.failed,
    problem: row.problem as unknown as ImportProblem | null,
    header: row.header,
    sheet: row.sheet_name === null ? null : { name: row.sheet_name, others: row.sheets_left },
    columns: row.columns as unknown as (ColumnUse | null)[],
    deskId: row.desk_id,
    meanings: row.meanings as unknown as ImportMeanings,
    finishedAt: row.finished_at,
    contacts: row.contacts,
    known: row.known,
    leftOut: row.left_out,
    undoneAt: row.undone_at,
  }
}
