import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { JobScope, SelfScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { addDays, type Instant, localDay } from '../../../platform/time/local-time.ts'
import type { Area } from '../area.ts'
import type { ReportKind } from '../report-period.ts'
import { type Ending, scheduleDays } from '../report-schedule.ts'

/** Lets somebody get a report by mail. Asked twice, it goes on a year longer, and no second mail comes. */
export async function scheduleReport(
  tx: WriteHandle,
  scope: SelfScope,
  { kind, area, origin }: { kind: ReportKind; area: Area; origin: string },
  now: Instant,
): Promise<void> {
  const row = await tx
    .insertInto('reports.report_schedules')
    .values({
      id: uuidv7(),
      account_id: scope.accountId,
      kind,
      level: area.level,
      key: area.key,
      origin,
      created_at: now.toString(),
      expires_on: addDays(localDay(now), scheduleDays),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['account_id', 'kind', 'level', 'key'])
        .where('ended_at', 'is', null)
        .doUpdateSet({ expires_on: addDays(localDay(now), scheduleDays), origin }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordAudit(tx, scope, now, {
    action: 'reports.schedule',
    subjectKind: 'report-schedule',
    subjectId: row.id,
    details: { kind, level: area.level, key: area.key },
  })
}

/** Ends a report by mail. @returns false when it had ended already, or is somebody else's */
export async function endSchedule(
  tx: WriteHandle,
  scope: SelfScope | JobScope,
  { id, why }: { id: string; why: Ending },
  now: Instant,
): Promise<boolean> {
  const ended = await tx
    .updateTable('reports.report_schedules')
    .set({ ended_at: now.toString(), ended_why: why })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  await recordAudit(tx, scope, now, {
    action: 'reports.end-schedule',
    subjectKind: 'report-schedule',
    subjectId: id,
    details: { why, ended: ended !== undefined },
  })
  return ended !== undefined
}
