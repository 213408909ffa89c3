import type { DesksScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { asReferral, type Referral, referralsFrom } from '../find-referral/find-referral.query.ts'
import { inOrderOfAttention } from '../referral-attention.ts'

/** So many are shown at once. */
export const mostReferrals = 100

export interface WhichReferrals {
  /** Those that are open or ask to act once more, or those that ended. */
  readonly ended: boolean
  /** Only those that this account made. */
  readonly madeBy: string | undefined
  readonly deskId: string | undefined
}

/** The warm referrals of one's desks: what has to be done first, then what waits; of those that ended the newest first. */
export async function listReferrals(
  db: ReadHandle,
  scope: DesksScope,
  { ended, madeBy, deskId }: WhichReferrals,
  today: string,
): Promise<Referral[]> {
  let query = referralsFrom(db)
    .where('direction', '=', 'out')
    .where('warmth', '=', 'warm')
    .where('desk_id', 'in', deskId && scope.deskIds.includes(deskId) ? [deskId] : [...scope.deskIds, nobody])
  if (madeBy) query = query.where('made_by', '=', madeBy)
  query = ended
    ? query.where('closed_at', 'is not', null).where('acts_again', '=', false).orderBy('closed_at', 'desc')
    : query
        .where((where) => where.or([where('closed_at', 'is', null), where('acts_again', '=', true)]))
        .orderBy('remind_on')
  const rows = (await query.orderBy('id').limit(mostReferrals).execute()).map(asReferral)
  return ended ? rows : inOrderOfAttention(rows, today)
}

/** So that a list of no desks is still a list for SQL. */
const nobody = '00000000-0000-0000-0000-000000000000'
