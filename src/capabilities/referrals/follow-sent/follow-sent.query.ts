import type { LinkScope, PartnerScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findPublicDesks } from '../../desks/public.ts'
import {
  asReferral,
  findReferral,
  type Referral,
  referralsFrom,
} from '../find-referral/find-referral.query.ts'

/** What became of somebody who was sent to a desk; nothing of who it is. */
export interface SentReferral extends Referral {
  readonly deskName: string
}

/** As many as somebody looks through; what is older is in the figures. */
const mostShown = 100

/** What the own organisation sent to desks, the latest first. */
export async function findSentReferrals(db: ReadHandle, scope: PartnerScope): Promise<SentReferral[]> {
  const rows = await referralsFrom(db)
    .where('direction', '=', 'in')
    .where('sender_organisation_id', 'in', scope.organisationIds)
    .orderBy('made_at', 'desc')
    .limit(mostShown)
    .execute()
  return withDeskNames(db, scope, rows.map(asReferral))
}

/** The one that a code or the own organisation may see; nothing when it went to a partner. */
export async function findSentReferral(
  db: ReadHandle,
  scope: PartnerScope | LinkScope,
  id: string,
): Promise<SentReferral | undefined> {
  const referral = await findReferral(db, scope, id)
  if (referral?.direction !== 'in') return undefined
  const [found] = await withDeskNames(db, scope, [referral])
  return found
}

async function withDeskNames(
  db: ReadHandle,
  scope: PartnerScope | LinkScope,
  referrals: readonly Referral[],
): Promise<SentReferral[]> {
  const desks = await findPublicDesks(db, scope, [...new Set(referrals.map(({ deskId }) => deskId))])
  const names = new Map(desks.map(({ id, name }) => [id, name]))
  return referrals.map((referral) => ({ ...referral, deskName: names.get(referral.deskId) ?? '' }))
}

/** The appointments that are still booked for a referral. */
export async function findBookedFor(
  db: ReadHandle,
  _scope: PartnerScope | LinkScope,
  referralId: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('referrals.appointments')
    .select('id')
    .where('referral_id', '=', referralId)
    .where('state', '=', 'booked')
    .execute()
  return rows.map(({ id }) => id)
}
