import type { Scope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { tellCapacity } from '../../directory/public.ts'
import { changeReferral, type ReferralChanged } from '../change-referral/change-referral.command.ts'
import type { Referral } from '../find-referral/find-referral.query.ts'
import type { ReferralAnswer } from './answer-referral.form.ts'

/**
 * What the partner says of a referral, himself or to the desk by telephone. 'No room' is remembered of the service, so that the next
 * desk sees it before it sends somebody.
 */
export async function answerReferral(
  tx: WriteHandle,
  scope: Scope,
  referral: Pick<Referral, 'id' | 'serviceId' | 'state'>,
  answer: ReferralAnswer,
  by: 'partner' | 'desk',
  now: Instant,
): Promise<ReferralChanged> {
  const changed = await changeReferral(tx, scope, { id: referral.id, by, ...answer }, now)
  if (changed.kind !== 'changed' || referral.serviceId === null) return changed
  const { serviceId } = referral
  const day = localDay(now)
  if (changed.state === 'no-room') await tellCapacity(tx, scope, { serviceId, capacity: 'full', day })
  // Who tapped 'no room' by mistake, or found a place after all.
  else if (referral.state === 'no-room')
    await tellCapacity(tx, scope, { serviceId, capacity: 'unknown', day })
  return changed
}
