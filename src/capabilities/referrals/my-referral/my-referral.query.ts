import type { LinkScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findPartner } from '../../directory/public.ts'
import { findReferral, type Referral } from '../find-referral/find-referral.query.ts'

/** What a visitor sees of his own referral. */
export interface MyReferral {
  readonly referral: Referral
  readonly partner: string
}

export async function readMyReferral(db: ReadHandle, scope: LinkScope): Promise<MyReferral | undefined> {
  const referral = await findReferral(db, scope, scope.subjectId)
  if (referral?.direction !== 'out' || referral.partnerId === null) return undefined
  const partner = await findPartner(db, scope, referral.partnerId)
  return { referral, partner: partner?.name ?? '' }
}
