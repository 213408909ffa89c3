import type { DesksScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Language } from '../../../platform/i18n/translate.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { findDesks } from '../../desks/public.ts'
import { findPartner, findService, reachOf, type ServiceDetails } from '../../directory/public.ts'
import { readLists } from '../../lists/public.ts'
import { nameAccounts } from '../../people/public.ts'
import {
  findReferral,
  findSteps,
  type Referral,
  type ReferralStep,
} from '../find-referral/find-referral.query.ts'
import { hasPerson } from '../open-person/open-person.command.ts'

export interface ReferralDetails {
  readonly referral: Referral
  readonly deskName: string
  readonly partnerName: string
  /** With the agreement and whom to call; undefined when the service is not in the directory any more. */
  readonly offer: ServiceDetails | undefined
  readonly topic: string | undefined
  readonly steps: readonly ReferralStep[]
  /** Of the staff that the scope may see; a partner's people stay 'the partner'. */
  readonly names: ReadonlyMap<string, string>
  readonly hasPerson: boolean
  /** The partner can be reminded by mail. */
  readonly hasAddress: boolean
  /** What was sent on to this one, and what this one was sent on to. */
  readonly before: Referral | undefined
}

/** One referral of one's desks with all that happened, and nothing about who it is. */
export async function readReferral(
  db: ReadHandle,
  scope: DesksScope,
  id: string,
  language: Language,
  now: Instant,
): Promise<ReferralDetails | undefined> {
  const referral = await findReferral(db, scope, id)
  if (referral?.direction !== 'out' || referral.partnerId === null) return undefined
  const today = localDay(now)
  const [desk] = await findDesks(db, scope, [referral.deskId])
  const partner = await findPartner(db, scope, referral.partnerId)
  const offer =
    referral.serviceId === null
      ? undefined
      : await findService(db, scope, referral.serviceId, { today, libraryId: referral.libraryId })
  const { topics } = await readLists(db, scope, today, language, referral.libraryId)
  const steps = await findSteps(db, scope, id)
  return {
    referral,
    deskName: desk?.name ?? '',
    partnerName: partner?.name ?? '',
    offer,
    topic: topics.find(({ code }) => code === referral.topicCode)?.label,
    steps,
    names: await nameAccounts(
      db,
      scope,
      steps.flatMap(({ accountId }) => accountId ?? []),
    ),
    hasPerson: await hasPerson(db, scope, id),
    hasAddress: Boolean(offer && (offer.contactPerson?.email ?? reachOf(offer).email)),
    before: referral.followsId === null ? undefined : await findReferral(db, scope, referral.followsId),
  }
}
