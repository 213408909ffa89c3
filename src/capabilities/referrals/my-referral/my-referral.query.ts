import type { LinkScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findPartner } from '../../directory/public.ts'
import { findReferral, type Referral } from '../find-referral/find-referral.query.ts'
import { hasPerson } from '../open-person/open-person.command.ts'

/** What a visitor sees of his own referral. */
export interface MyReferral {
  readonly referral: Referral
  readonly partner: string
  /** His name or contact is still kept. */
  readonly hasPerson: boolean
}

export async function readMyReferral(db: ReadHandle, scope: LinkScope): Promise<MyReferral | undefined> {
  const referral = await findReferral(db, scope, scope.subjectId)
  if (referral?.direction !== 'out' || referral.partnerId === null) return undefined
  const partner = await findPartner(db, scope, referral.partnerId)
  const kept = await hasPerson(db, scope, scope.subjectId)
  return { referral, partner: partner?.name ?? '', hasPerson: kept }
}
