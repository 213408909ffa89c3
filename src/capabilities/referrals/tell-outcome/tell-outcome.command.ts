import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { Scope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { Referral } from '../find-referral/find-referral.query.ts'

/** Whether it helped, as the visitor says. */
export const visitorAnswers = ['yes', 'partly', 'no'] as const
export type VisitorAnswer = (typeof visitorAnswers)[number]

/**
 * Keeps what the visitor says: whether it helped. It changes no state: also of a referral that ended long ago 'no' comes back on the
 * list of the desk. Said again, the last counts.
 */
export async function tellOutcome(
  tx: WriteHandle,
  scope: Scope,
  { id, libraryId }: Pick<Referral, 'id' | 'libraryId'>,
  said: VisitorAnswer,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable('referrals.referrals')
    .set({ visitor_said: said, acts_again: said === 'no' })
    .where('id', '=', id)
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'referrals.visitor-says',
    subjectKind: 'referral',
    subjectId: id,
    libraryId,
    details: { said },
  })
}

/** The desk looked at it once more: it leaves the list. */
export async function settleOutcome(
  tx: WriteHandle,
  scope: Scope,
  { id, libraryId }: Pick<Referral, 'id' | 'libraryId'>,
  now: Instant,
): Promise<void> {
  await tx.updateTable('referrals.referrals').set({ acts_again: false }).where('id', '=', id).execute()
  await recordAudit(tx, scope, now, {
    action: 'referrals.settle',
    subjectKind: 'referral',
    subjectId: id,
    libraryId,
  })
}
