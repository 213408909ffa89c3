import { sql } from 'kysely'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import { type JobScope, jobScope, type LibraryScope } from '../../../platform/auth/scope.ts'
import type { ApplicationDatabase } from '../../../platform/database/application-database.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { queueJob } from '../../../platform/jobs/queue-job.command.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { type HistoryImport, jobOfStatus, type WorkingStatus, workingStatuses } from '../history-import.ts'
import { isLost, readImport } from '../read-import/read-import.query.ts'

/**
 * Does the work of an import that waits for it; nothing when it is past that, as when a job comes twice. What goes wrong is
 * noted with the import, so that its page can say so, and thrown on.
 */
export async function workOnImport(
  database: ApplicationDatabase,
  importId: string,
  status: WorkingStatus,
  work: (found: HistoryImport, scope: JobScope) => Promise<void>,
): Promise<void> {
  const scope = jobScope(jobOfStatus[status])
  const found = await database.read(scope, (db) => readImport(db, scope, importId))
  if (found?.status !== status) return
  const noteFailure = (failed: boolean): Promise<unknown> =>
    database.keep(scope, (tx) =>
      tx
        .updateTable('contacts.imports')
        .set({ failed })
        .where('id', '=', importId)
        .where('status', '=', status)
        .execute(),
    )
  if (found.failed) await noteFailure(false)
  try {
    await work(found, scope)
  } catch (error) {
    await noteFailure(true)
    throw error
  }
}

/** Writes how far a job is, for the page that shows it. `total` is 0 while nobody knows it. */
export async function keepProgress(
  tx: WriteHandle,
  _scope: JobScope,
  { id, libraryId }: Pick<HistoryImport, 'id' | 'libraryId'>,
  done: number,
  total: number,
): Promise<void> {
  await sql`
    insert into contacts.import_progress (import_id, library_id, done, total) values (${id}::uuid, ${libraryId}::uuid, ${done}, ${total})
    on conflict (import_id) do update set done = excluded.done, total = excluded.total`.execute(tx)
}

/** Notes that the job of an import is gone without a word: its worker was killed once too often, or the queue was lost. */
export async function noteWhenLost(tx: WriteHandle, scope: LibraryScope, importId: string): Promise<void> {
  const found = await readImport(tx, scope, importId)
  if (found && (await isLost(tx, scope, found)))
    await tx
      .updateTable('contacts.imports')
      .set({ failed: true })
      .where('id', '=', importId)
      .where('status', '=', found.status)
      .execute()
}

/** Runs the job of an import again that came to an end by a fault, or is gone. False when there is nothing to run again. */
export async function retryImport(
  tx: WriteHandle,
  scope: LibraryScope,
  importId: string,
  now: Instant,
): Promise<boolean> {
  await noteWhenLost(tx, scope, importId)
  const row = await tx
    .updateTable('contacts.imports')
    .set({ failed: false })
    .where('id', '=', importId)
    .where('library_id', '=', scope.libraryId)
    .where('failed', '=', true)
    .where('status', 'in', [...workingStatuses])
    .returning('status')
    .executeTakeFirst()
  if (row) await queueJob(tx, jobOfStatus[row.status as WorkingStatus], { importId })
  await recordAudit(tx, scope, now, {
    action: 'contacts.retry-import',
    subjectKind: 'import',
    subjectId: importId,
    libraryId: scope.libraryId,
    details: { run: row !== undefined },
  })
  return row !== undefined
}

/**
 * Queues the work of every import that waits for it, when a worker starts: what the last one was doing when it was killed
 * would else wait until the queue gives it up. A job that comes twice does its work once. Gives how many.
 */
export async function resumeImports(database: ApplicationDatabase): Promise<number> {
  const scope = jobScope('contacts.resume-imports')
  return database.keep(scope, async (tx) => {
    const waiting = await tx
      .selectFrom('contacts.imports')
      .select(['id', 'status'])
      .where('status', 'in', [...workingStatuses])
      .where('failed', '=', false)
      .execute()
    for (const { id, status } of waiting)
      await queueJob(tx, jobOfStatus[status as WorkingStatus], { importId: id })
    return waiting.length
  })
}
