import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { ReferralEvent, ReferralOutcome, ReferralParty, ReferralState } from '../referral-state.ts'

/** A referral to a partner, without a word about who it is. */
export interface Referral {
  readonly id: string
  readonly code: string
  readonly direction: 'out' | 'in'
  readonly warmth: 'plain' | 'warm'
  readonly libraryId: string
  readonly deskId: string
  readonly partnerId: string | null
  readonly serviceId: string | null
  readonly agreementId: string | null
  readonly topicCode: string | null
  readonly way: string | null
  readonly state: ReferralState
  readonly stateSince: Instant
  readonly reason: string | null
  readonly betterPlace: string | null
  readonly outcome: ReferralOutcome | null
  readonly followsId: string | null
  readonly appointmentAt: Instant | null
  readonly answerDays: number
  /** The day on which the desk looks at it once more; null for one that ended. */
  readonly remindOn: string | null
  readonly remindedOn: string | null
  readonly answeredAt: Instant | null
  readonly visitorSaid: 'yes' | 'partly' | 'no' | null
  readonly askedVisitorAt: Instant | null
  /** The visitor said that it did not help, and nobody looked at that yet. */
  readonly actsAgain: boolean
  readonly madeBy: string | null
  readonly madeAt: Instant
  readonly madeOn: string
  readonly version: number
}

export const referralsFrom = (db: ReadHandle) =>
  db
    .selectFrom('referrals.referrals')
    .select([
      'id',
      'code',
      'direction',
      'warmth',
      'library_id as libraryId',
      'desk_id as deskId',
      'partner_id as partnerId',
      'service_id as serviceId',
      'agreement_id as agreementId',
      'topic_code as topicCode',
      'way',
      'state',
      'state_since as stateSince',
      'reason',
      'better_place as betterPlace',
      'outcome',
      'follows_id as followsId',
      'appointment_at as appointmentAt',
      'answer_days as answerDays',
      'remind_on as remindOn',
      'reminded_on as remindedOn',
      'answered_at as answeredAt',
      'visitor_said as visitorSaid',
      'asked_visitor_at as askedVisitorAt',
      'acts_again as actsAgain',
      'made_by as madeBy',
      'made_at as madeAt',
      'made_on as madeOn',
      'version',
    ])

/** What `referralsFrom` gives, with the types that the constraints of the table promise. */
export const asReferral = (
  row: Awaited<ReturnType<ReturnType<typeof referralsFrom>['executeTakeFirstOrThrow']>>,
): Referral => row as unknown as Referral

/** One referral, as far as the scope may see it. */
export async function findReferral(db: ReadHandle, _scope: Scope, id: string): Promise<Referral | undefined> {
  const row = await referralsFrom(db).where('id', '=', id).executeTakeFirst()
  return row && asReferral(row)
}

/** What happened to a referral, in order. */
export interface ReferralStep {
  readonly at: Instant
  /** The last two are of its appointment: the state stays as it is. */
  readonly event: ReferralEvent | 'move-appointment' | 'cancel-appointment'
  readonly toState: ReferralState
  readonly by: ReferralParty
  readonly accountId: string | null
  readonly reason: string | null
}

export async function findSteps(db: ReadHandle, _scope: Scope, referralId: string): Promise<ReferralStep[]> {
  const rows = await db
    .selectFrom('referrals.transitions')
    .select(['at', 'event', 'to_state as toState', 'by_kind as by', 'account_id as accountId', 'reason'])
    .where('referral_id', '=', referralId)
    .orderBy('id')
    .execute()
  return rows as unknown as ReferralStep[]
}
