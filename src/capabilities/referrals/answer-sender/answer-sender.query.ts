import type { DesksScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { asReferral, type Referral, referralsFrom } from '../find-referral/find-referral.query.ts'
import { type SenderKind, senderKinds } from '../sender.ts'

/** Somebody whom another organisation sent to one of these desks; nothing of who it is. */
export interface IncomingReferral extends Referral {
  readonly senderKind: SenderKind
  readonly senderName: string
}

/** As many as are looked through on one page; the others are in the figures. */
const mostShown = 200
/** What ended is shown as long as somebody may call about it. */
const daysAfterEnd = 14

/** Who was sent to these desks: those that are open by when they come, then those that ended lately. */
export async function findIncoming(
  db: ReadHandle,
  scope: DesksScope,
  now: Instant,
): Promise<IncomingReferral[]> {
  if (scope.deskIds.length === 0) return []
  const rows = await referralsFrom(db)
    .select(['sender_kind as senderKind', 'sender_name as senderName'])
    .where('direction', '=', 'in')
    .where('desk_id', 'in', scope.deskIds)
    .where((eb) =>
      eb.or([eb('closed_at', 'is', null), eb('closed_at', '>', now.subtract({ hours: 24 * daysAfterEnd }))]),
    )
    .orderBy((eb) => eb('closed_at', 'is not', null))
    .orderBy('appointment_at')
    .orderBy('made_at')
    .limit(mostShown)
    .execute()
  return rows.map((row) => ({
    ...asReferral(row),
    senderKind: senderKinds.find((kind) => kind === row.senderKind) ?? 'partner',
    senderName: row.senderName ?? '',
  }))
}
