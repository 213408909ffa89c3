import type { JobScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { findService, reachOf } from '../../directory/public.ts'
import { findReferral } from '../find-referral/find-referral.query.ts'
import { isEnd } from '../referral-state.ts'

/**
 * Where a mail to a partner goes, asked right before it does: to the fixed contact person of the agreement, or else the address of the
 * service. News of a referral that ended meanwhile goes to nobody, but that it was withdrawn does.
 */
export async function findPartnerAddress(
  db: ReadHandle,
  scope: JobScope,
  { purpose, subjectId }: { readonly purpose: string; readonly subjectId: string },
  now: Instant,
): Promise<string | undefined> {
  const referral = await findReferral(db, scope, subjectId)
  if (!referral?.serviceId) return undefined
  if (isEnd(referral.state) !== (purpose === 'referrals.withdrawn')) return undefined
  const { libraryId, serviceId } = referral
  const offer = await findService(db, scope, serviceId, { today: localDay(now), libraryId })
  return offer && (offer.contactPerson?.email ?? reachOf(offer).email ?? undefined)
}
