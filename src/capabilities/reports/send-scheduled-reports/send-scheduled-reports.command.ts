import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { JobScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { type Mail, nextAttempt } from '../../../platform/mail/mail.ts'
import { queueMail } from '../../../platform/mail/queue-mail.command.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { ReportSchedule } from '../find-report-schedules/find-report-schedules.query.ts'

/**
 * By this the worker knows a mail with a report, when it asks once more whether it may go: with visitors' background in it, or
 * without.
 */
export const scheduledPurposes = {
  withVisitors: 'reports.scheduled-with-visitors',
  withoutVisitors: 'reports.scheduled',
} as const

/**
 * Puts the report of a period in the mail of who asked for it, once: of two workers at once one does.
 * @returns whether it was put there now
 */
export async function queueReport(
  tx: WriteHandle,
  scope: JobScope,
  schedule: ReportSchedule,
  period: string,
  mail: Pick<Mail, 'subject' | 'body' | 'attachment' | 'purpose'>,
  now: Instant,
): Promise<boolean> {
  const { id, accountId, lastPeriod } = schedule
  const marked = await tx
    .updateTable('reports.report_schedules')
    .set({ last_period: period, last_queued_at: now.toString(), failures: 0, next_attempt_at: null })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where('last_period', lastPeriod === undefined ? 'is' : '=', lastPeriod ?? null)
    .returning('id')
    .executeTakeFirst()
  if (marked) await queueMail(tx, scope, { ...mail, accountId, subjectId: id }, now)
  await recordAudit(tx, scope, now, {
    action: 'reports.send-scheduled',
    subjectKind: 'report-schedule',
    subjectId: id,
    details: { period, done: marked !== undefined },
  })
  return marked !== undefined
}

/** Lets a report that could not be made wait, longer each time: making it takes seconds, and what is wrong may stay so for days. */
export async function postponeReport(
  tx: WriteHandle,
  _scope: JobScope,
  { id, failures }: Pick<ReportSchedule, 'id' | 'failures'>,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable('reports.report_schedules')
    .set({ failures: failures + 1, next_attempt_at: nextAttempt(failures + 1, now).toString() })
    .where('id', '=', id)
    .execute()
}
