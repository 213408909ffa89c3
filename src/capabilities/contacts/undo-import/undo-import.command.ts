import { sql } from 'kysely'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { JobScope, LibraryScope } from '../../../platform/auth/scope.ts'
import type { ApplicationDatabase } from '../../../platform/database/application-database.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { queueJob } from '../../../platform/jobs/queue-job.command.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { appendRemoval } from '../append-figures/append-figures.command.ts'
import { workOnImport } from '../follow-import/follow-import.command.ts'
import { jobOfStatus } from '../history-import.ts'
import { askInTurn, isAnyAt, waitForOthers } from '../run-import/run-import.command.ts'

/** What came of asking; `running` when another is being registered: rows of this one may just be told to be there already. */
export type AskUndoOutcome = 'asked' | 'running' | 'not-done'

/** Says that an import must go again; a job does it. Not while another is being registered. */
export async function askUndoImport(
  tx: WriteHandle,
  scope: LibraryScope,
  importId: string,
  now: Instant,
): Promise<AskUndoOutcome> {
  await askInTurn(tx, scope)
  const running = await isAnyAt(tx, scope, 'running')
  const asked =
    !running &&
    (await tx
      .updateTable('contacts.imports')
      .set({ status: 'undoing' })
      .where('id', '=', importId)
      .where('library_id', '=', scope.libraryId)
      .where('status', '=', 'done')
      .returning('id')
      .executeTakeFirst()) !== undefined
  if (asked) await queueJob(tx, jobOfStatus.undoing, { importId })
  await recordAudit(tx, scope, now, {
    action: 'contacts.ask-undo-import',
    subjectKind: 'import',
    subjectId: importId,
    libraryId: scope.libraryId,
    details: { asked },
  })
  return asked ? 'asked' : running ? 'running' : 'not-done'
}

/**
 * Takes all contacts of an import out of every count, those that were corrected since as well, and frees their keys, so that
 * the same file may be read again. What they said stands in that file. The job `contacts.undo-import`.
 */
export function undoImport(database: ApplicationDatabase, importId: string, now: Instant): Promise<void> {
  return workOnImport(database, importId, 'undoing', (found, scope) =>
    database.write(scope, async (tx) => {
      await waitForOthers(tx, scope, found)
      const held = await tx
        .selectFrom('contacts.imports')
        .select('status')
        .where('id', '=', importId)
        .forNoKeyUpdate()
        .executeTakeFirst()
      const removed = held?.status === 'undoing' ? await removeContacts(tx, scope, importId, now) : 0
      await recordAudit(tx, scope, now, {
        action: 'contacts.undo-import',
        subjectKind: 'import',
        subjectId: importId,
        libraryId: found.libraryId,
        details: { removed },
      })
    }),
  )
}

/** Holds the contacts first: a correction that comes at the same time waits, and finds its contact gone. */
async function removeContacts(
  tx: WriteHandle,
  scope: JobScope,
  importId: string,
  now: Instant,
): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    with held as (
      select id from contacts.contacts where import_id = ${importId}::uuid and deleted_at is null for update
    )
    select count(*)::integer as number from held`.execute(tx)
  await appendRemoval(tx, scope, { importId }, now)
  await sql`
    with gone as (
      update contacts.contacts set deleted_at = ${now.toString()}::timestamptz
      where import_id = ${importId}::uuid and deleted_at is null returning id
    ),
    providers as (delete from contacts.question_service_providers where contact_id in (select id from gone)),
    help as (delete from contacts.help_given where contact_id in (select id from gone))
    delete from contacts.questions where contact_id in (select id from gone)`.execute(tx)
  await tx.deleteFrom('contacts.import_keys').where('import_id', '=', importId).execute()
  await tx.deleteFrom('contacts.import_rows').where('import_id', '=', importId).execute()
  await tx
    .updateTable('contacts.imports')
    .set({ status: 'undone', undone_at: now.toString(), header: [], sheet_name: null, columns: '[]' })
    .where('id', '=', importId)
    .execute()
  return rows[0]?.number ?? 0
}
