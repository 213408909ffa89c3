import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { DeskScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { addDays, type Instant, localDay, startOfDay } from '../../../platform/time/local-time.ts'

/**
 * Writes down whether somebody came; the desk may put that right on the same day, from then on it stands. Not before the day itself.
 * @returns whether it stands as asked
 */
export async function settleAppointment(
  tx: WriteHandle,
  scope: DeskScope,
  { id, state }: { readonly id: string; readonly state: 'booked' | 'came' | 'not-came' },
  now: Instant,
): Promise<boolean> {
  const today = localDay(now)
  const changed = await tx
    .updateTable('referrals.appointments')
    .set({ state, state_since: now.toString() })
    .where('id', '=', id)
    .where('desk_id', '=', scope.deskId)
    .where('state', '<>', 'cancelled')
    .where((eb) => eb.or([eb('state', '=', 'booked'), eb('state_since', '>=', startOfDay(today))]))
    .where('starts_at', '<', startOfDay(addDays(today, 1)))
    .returning('id')
    .executeTakeFirst()
  await recordAudit(tx, scope, now, {
    action: 'referrals.settle-appointment',
    subjectKind: 'appointment',
    subjectId: id,
    libraryId: scope.libraryId,
    details: changed ? { state } : { state, refused: true },
  })
  return changed !== undefined
}
