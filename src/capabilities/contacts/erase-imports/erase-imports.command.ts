import { sql } from 'kysely'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import { jobScope, type LibraryScope } from '../../../platform/auth/scope.ts'
import type { ApplicationDatabase } from '../../../platform/database/application-database.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { hasJob } from '../../../platform/jobs/has-job.query.ts'
import { addDays, type Instant, localDay, startOfDay } from '../../../platform/time/local-time.ts'
import { noteWhenLost } from '../follow-import/follow-import.command.ts'
import { importKeptDays, jobOfStatus } from '../history-import.ts'

/** Stops an import before anything was registered, and erases what was read. False when there is nothing to stop. */
export async function stopImport(
  tx: WriteHandle,
  scope: LibraryScope,
  importId: string,
  now: Instant,
): Promise<boolean> {
  await noteWhenLost(tx, scope, importId)
  const stopped = await tx
    .updateTable('contacts.imports')
    .set({ status: 'removed' })
    .where('id', '=', importId)
    .where('library_id', '=', scope.libraryId)
    .where((eb) =>
      eb.or([
        eb('status', 'in', ['refused', 'columns', 'answers', 'preview']),
        eb.and([eb('status', 'in', ['reading', 'checking', 'running']), eb('failed', '=', true)]),
      ]),
    )
    .returning('id')
    .executeTakeFirst()
  if (stopped) await eraseFiles(tx, [importId])
  await recordAudit(tx, scope, now, {
    action: 'contacts.stop-import',
    subjectKind: 'import',
    subjectId: importId,
    libraryId: scope.libraryId,
    details: { stopped: stopped !== undefined },
  })
  return stopped !== undefined
}

/**
 * Erases what is older than the days that it is kept: files and rows of imports that were never finished, also of those
 * whose job failed or is gone, and the rows that were left out of those that were. Runs each day. Gives how many imports.
 */
export function eraseOldImports(database: ApplicationDatabase, now: Instant): Promise<number> {
  const scope = jobScope('contacts.erase-imports')
  const before = startOfDay(addDays(localDay(now), -importKeptDays)).toString()
  return database.write(scope, async (tx) => {
    const { rows } = await sql<{ id: string; atWork: boolean }>`
      select id, status = 'running' and not failed as "atWork" from contacts.imports as import
      where started_at < ${before}::timestamptz
        and (status not in ('done', 'undoing', 'undone', 'removed')
          or exists (select from contacts.import_rows as row where row.import_id = import.id))
      for update skip locked`.execute(tx)
    const ids: string[] = []
    for (const { id, atWork } of rows)
      if (!atWork || !(await hasJob(tx, jobOfStatus.running, { importId: id }))) ids.push(id)
    if (ids.length > 0) {
      await eraseFiles(tx, ids)
      await tx
        .updateTable('contacts.imports')
        .set({ status: 'removed' })
        .where('id', 'in', ids)
        .where('status', 'not in', ['done', 'undoing', 'undone'])
        .execute()
    }
    await recordAudit(tx, scope, now, {
      action: 'contacts.erase-imports',
      subjectKind: 'import',
      subjectId: before.slice(0, 10),
      details: { imports: ids.length },
    })
    return ids.length
  })
}

/** What was read of these files, and what was chosen for them, which is in their words. */
async function eraseFiles(tx: WriteHandle, ids: readonly string[]): Promise<void> {
  await tx.deleteFrom('contacts.import_files').where('import_id', 'in', ids).execute()
  await tx.deleteFrom('contacts.import_rows').where('import_id', 'in', ids).execute()
  await tx.deleteFrom('contacts.import_progress').where('import_id', 'in', ids).execute()
  await tx
    .updateTable('contacts.imports')
    .set({ header: [], sheet_name: null, columns: '[]', meanings: '{}' })
    .where('id', 'in', ids)
    .execute()
}
