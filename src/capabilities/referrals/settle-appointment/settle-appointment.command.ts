import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { DeskScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { type Instant, localDay, startOfDay } from '../../../platform/time/local-time.ts'
import { changeReferral } from '../change-referral/change-referral.command.ts'
import { findReferral } from '../find-referral/find-referral.query.ts'
import { latestSettled } from '../settling-time.ts'

/**
 * Writes down whether somebody came, with the referral that it belongs to; the desk may put that right on the same day, from then on it stands.
 * Not before half an hour before its beginning.
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
    .where('starts_at', '<=', latestSettled(now))
    .returning(['id', 'referral_id as referralId'])
    .executeTakeFirst()
  await recordAudit(tx, scope, now, {
    action: 'referrals.settle-appointment',
    subjectKind: 'appointment',
    subjectId: id,
    libraryId: scope.libraryId,
    details: changed ? { state } : { state, refused: true },
  })
  if (changed?.referralId && state !== 'booked') await tellReferral(tx, scope, changed.referralId, state, now)
  return changed !== undefined
}

/** Of an appointment that belongs to a referral, this is the answer that who made it waits for. */
async function tellReferral(
  tx: WriteHandle,
  scope: DeskScope,
  id: string,
  state: 'came' | 'not-came',
  now: Instant,
): Promise<void> {
  // A place in a consultation hour here may be of a referral by another desk: that one hears it from the partner.
  if (!(await findReferral(tx, scope, id))) return
  await changeReferral(tx, scope, { id, event: state === 'came' ? 'come' : 'stay-away', by: 'desk' }, now)
}
