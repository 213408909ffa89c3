import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { JobScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Mail } from '../../../platform/mail/mail.ts'
import { queueMail } from '../../../platform/mail/queue-mail.command.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { ReportSchedule } from '../find-report-schedules/find-report-schedules.query.ts'

/** By this the worker knows a mail with a report, when it asks once more whether it may go. */
export const scheduledPurpose = 'reports.scheduled'

/**
 * Puts the report of a period in the mail of who asked for it, once: of two workers at once one does.
 * @returns whether it was put there now
 */
export async function queueReport(
  tx: WriteHandle,
  scope: JobScope,
  schedule: ReportSchedule,
  period: string,
  mail: Pick<Mail, 'address' | 'subject' | 'body' | 'attachment'>,
  now: Instant,
): Promise<boolean> {
  const { id, accountId, lastPeriod } = schedule
  const marked = await tx
    .updateTable('reports.report_schedules')
    .set({ last_period: period, last_queued_at: now.toString() })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where('last_period', lastPeriod === undefined ? 'is' : '=', lastPeriod ?? null)
    .returning('id')
    .executeTakeFirst()
  if (marked)
    await queueMail(tx, scope, { ...mail, accountId, purpose: scheduledPurpose, subjectId: id }, now)
  await recordAudit(tx, scope, now, {
    action: 'reports.send-scheduled',
    subjectKind: 'report-schedule',
    subjectId: id,
    details: { period, done: marked !== undefined },
  })
  return marked !== undefined
}
