import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import { jobScope, type SelfScope } from '../../../platform/auth/scope.ts'
import type { ApplicationDatabase } from '../../../platform/database/application-database.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { queueJob } from '../../../platform/jobs/queue-job.command.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { type ContactExport, exportJob, longestExportSeconds } from '../contact-export.ts'

/** Has a file made again whose job came to an end by a fault, or is gone. */
export async function retryExport(
  tx: WriteHandle,
  scope: SelfScope,
  { id, libraryId }: ContactExport,
  now: Instant,
): Promise<void> {
  await tx.updateTable('contacts.exports').set({ failed: false }).where('id', '=', id).execute()
  await queueJob(tx, exportJob, { exportId: id }, longestExportSeconds)
  await recordAudit(tx, scope, now, {
    action: 'contacts.retry-export',
    subjectKind: 'export',
    subjectId: id,
    libraryId,
  })
}

/**
 * Queues the work of every file that waits for it, when a worker starts: what the last one was making when it was killed would
 * else wait until the queue gives it up. Gives how many.
 */
export async function resumeExports(database: ApplicationDatabase): Promise<number> {
  const scope = jobScope('contacts.resume-exports')
  return database.keep(scope, async (tx) => {
    const waiting = await tx
      .selectFrom('contacts.exports')
      .select('id')
      .where('status', '=', 'working')
      .where('failed', '=', false)
      .execute()
    for (const { id } of waiting) await queueJob(tx, exportJob, { exportId: id }, longestExportSeconds)
    return waiting.length
  })
}
