import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { DeskScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { changeHoursInTurn, endWeeks, findWeeks } from '../change-week/change-week.command.ts'

/**
 * Removes a timetable with its hours; what it stood over or followed up is in force again. False when somebody changed it since this
 * version: then it stays. One that is gone already counts as removed.
 */
export async function removeTimetable(
  tx: WriteHandle,
  scope: DeskScope,
  seen: { readonly id: string; readonly version: number },
  now: Instant,
): Promise<boolean> {
  await changeHoursInTurn(tx, scope, scope.deskId)
  const stored = await tx
    .selectFrom('desks.timetables')
    .select(['kind', 'from_day', 'version'])
    .where('id', '=', seen.id)
    .where('desk_id', '=', scope.deskId)
    .executeTakeFirst()
  const same = !stored || stored.version === seen.version
  if (stored && same) {
    const weeks = await findWeeks(tx, scope)
    await tx.deleteFrom('desks.timetables').where('id', '=', seen.id).execute()
    await endWeeks(tx, scope, weeks)
  }
  await recordAudit(tx, scope, now, {
    action: 'desks.remove-hours',
    subjectKind: 'desk',
    subjectId: scope.deskId,
    libraryId: scope.libraryId,
    details: { kind: stored?.kind ?? null, fromDay: stored?.from_day ?? null, removed: same },
  })
  return same
}
