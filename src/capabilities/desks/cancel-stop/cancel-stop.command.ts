import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { DeskScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { changeHoursInTurn, refuseClosedPlaces } from '../change-week/change-week.command.ts'
import { mayBeRemoved } from '../planned-hours.ts'

/**
 * Calls a stop off, in sight of visitors, or lets it go on after all. Twice the same is once.
 * @throws conflict when it would go on at a place that was closed meanwhile
 */
export async function cancelStop(
  tx: WriteHandle,
  scope: DeskScope,
  stopId: string,
  cancelled: boolean,
  now: Instant,
): Promise<void> {
  await changeHoursInTurn(tx, scope, scope.deskId)
  const stop = await tx
    .updateTable('desks.hours')
    .set({ cancelled_at: cancelled ? now.toString() : null })
    .where('id', '=', stopId)
    .where('desk_id', '=', scope.deskId)
    .where('timetable_id', 'is', null)
    .returning(['day', 'place_id as placeId'])
    .executeTakeFirst()
  const { day, placeId } = foundOrRefuse(stop)
  if (!cancelled) await refuseClosedPlaces(tx, scope, [{ placeId }])
  await recordAudit(tx, scope, now, {
    action: 'desks.cancel-stop',
    subjectKind: 'desk',
    subjectId: scope.deskId,
    libraryId: scope.libraryId,
    details: { day, cancelled },
  })
}

/**
 * Removes a stop that nobody counts on yet. One that is gone already counts as removed.
 * @throws conflict when it is so near that visitors have seen it: it is called off then
 */
export async function removeStop(
  tx: WriteHandle,
  scope: DeskScope,
  stopId: string,
  now: Instant,
): Promise<void> {
  const stop = await tx
    .selectFrom('desks.hours')
    .select('day')
    .where('id', '=', stopId)
    .where('desk_id', '=', scope.deskId)
    .where('timetable_id', 'is', null)
    .executeTakeFirst()
  const day = stop?.day
  if (day && !mayBeRemoved({ day }, localDay(now))) refuse('conflict')
  if (day)
    await tx.deleteFrom('desks.hours').where('id', '=', stopId).where('desk_id', '=', scope.deskId).execute()
  await recordAudit(tx, scope, now, {
    action: 'desks.remove-stop',
    subjectKind: 'desk',
    subjectId: scope.deskId,
    libraryId: scope.libraryId,
    details: { day: day ?? null },
  })
}
