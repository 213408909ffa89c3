import type { JobScope, SelfScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { hasJob } from '../../../platform/jobs/has-job.query.ts'
import { type ContactExport, type ExportKind, exportJob } from '../contact-export.ts'

/** One file that somebody asked for. Undefined when it is of somebody else. */
export async function readExport(
  db: ReadHandle,
  scope: SelfScope | JobScope,
  id: string,
): Promise<ContactExport | undefined> {
  const row = await exports(db, scope).where('id', '=', id).executeTakeFirst()
  return row && exportOf(row)
}

/** The files that somebody asked for and that are not erased, the newest first. */
export async function listExports(db: ReadHandle, scope: SelfScope): Promise<ContactExport[]> {
  const rows = await exports(db, scope)
    .where('status', '!=', 'removed')
    .orderBy('asked_at', 'desc')
    .limit(50)
    .execute()
  return rows.map(exportOf)
}

/** Whether a file waits for a job that is not there: it is neither queued nor under way, and no fault was noted. */
export async function isLostExport(
  db: ReadHandle,
  _scope: SelfScope | JobScope,
  { id, status, failed }: ContactExport,
): Promise<boolean> {
  return status === 'working' && !failed && !(await hasJob(db, exportJob, { exportId: id }))
}

const exports = (db: ReadHandle, scope: SelfScope | JobScope) =>
  db
    .selectFrom('contacts.exports')
    .selectAll()
    .$if(scope.kind === 'self', (query) =>
      query.where('account_id', '=', scope.kind === 'self' ? scope.accountId : ''),
    )

type ExportRecord = Awaited<ReturnType<ReturnType<typeof exports>['executeTakeFirstOrThrow']>>

const exportOf = (row: ExportRecord): ContactExport => ({
  id: row.id,
  libraryId: row.library_id,
  deskId: row.desk_id,
  accountId: row.account_id,
  from: row.from_day,
  until: row.until_day,
  kind: row.kind as ExportKind,
  language: row.language as ContactExport['language'],
  status: row.status as ContactExport['status'],
  failed: row.failed,
  attempt: row.attempt,
  askedAt: row.asked_at,
  done: row.done,
  total: row.total,
  bytes: row.bytes,
  finishedAt: row.finished_at,
})
