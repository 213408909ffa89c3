import type { LinkScope, PartnerScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Language } from '../../../platform/i18n/translate.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { findDesks } from '../../desks/public.ts'
import { findServices } from '../../directory/public.ts'
import { readLists } from '../../lists/public.ts'
import {
  asReferral,
  findReferral,
  type Referral,
  referralsFrom,
} from '../find-referral/find-referral.query.ts'
import { hasPerson } from '../open-person/open-person.command.ts'
import { receiverMayOpen } from '../referral-state.ts'

/** A referral as the partner sees it: what it is about and from which desk; who it is, only after a tap. */
export interface PassedReferral {
  readonly referral: Referral
  readonly deskName: string
  readonly serviceName: string
  /** What it is about, in words; undefined when the desk did not say. */
  readonly topic: string | undefined
}

/** So many are shown at once. */
export const mostPassed = 100

/** What was passed to a partner, what still waits first. */
export async function listPassed(
  db: ReadHandle,
  scope: PartnerScope,
  { which, language }: { readonly which: 'open' | 'ended'; readonly language: Language },
  now: Instant,
): Promise<PassedReferral[]> {
  const rows = await referralsFrom(db)
    .where('direction', '=', 'out')
    .where('warmth', '=', 'warm')
    .where('partner_organisation_id', 'in', [...scope.organisationIds])
    .where('closed_at', which === 'open' ? 'is' : 'is not', null)
    // What was sent back waits for nobody here.
    .orderBy((eb) => eb('state', 'in', ['not-for-us', 'no-room']))
    .orderBy(which === 'open' ? 'state_since' : 'closed_at', which === 'open' ? 'asc' : 'desc')
    .orderBy('id')
    .limit(mostPassed)
    .execute()
  return inWords(db, scope, rows.map(asReferral), language, now)
}

/** One of them, with whether a name or a contact is kept that the partner may open now. */
export async function readPassed(
  db: ReadHandle,
  scope: PartnerScope | LinkScope,
  id: string,
  language: Language,
  now: Instant,
): Promise<(PassedReferral & { readonly hasPerson: boolean }) | undefined> {
  const referral = await findReferral(db, scope, id)
  if (referral?.direction !== 'out' || referral.warmth !== 'warm') return undefined
  const [passed] = await inWords(db, scope, [referral], language, now)
  if (!passed) return undefined
  const opens =
    receiverMayOpen(referral.state) &&
    (await consentHolds(db, id, localDay(now))) &&
    (await hasPerson(db, scope, id))
  return { ...passed, hasPerson: opens }
}

/** Asked by the day, too: what ran out last night may not be erased yet. */
async function consentHolds(db: ReadHandle, id: string, today: string): Promise<boolean> {
  const row = await db
    .selectFrom('referrals.consents')
    .select('id')
    .where('about_kind', '=', 'referral')
    .where('about_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .where('valid_until', '>=', today)
    .executeTakeFirst()
  return row !== undefined
}

async function inWords(
  db: ReadHandle,
  scope: PartnerScope | LinkScope,
  referrals: readonly Referral[],
  language: Language,
  now: Instant,
): Promise<PassedReferral[]> {
  const desks = await findDesks(db, scope, [...new Set(referrals.map(({ deskId }) => deskId))])
  const ids = [...new Set(referrals.flatMap(({ serviceId }) => serviceId ?? []))]
  const services = await findServices(db, scope, { ids })
  const topicsOf = new Map<string, ReadonlyMap<string, string>>()
  for (const libraryId of new Set(referrals.map((each) => each.libraryId))) {
    const { topics } = await readLists(db, scope, localDay(now), language, libraryId)
    topicsOf.set(libraryId, new Map(topics.map(({ code, label }) => [code, label])))
  }
  return referrals.map((referral) => ({
    referral,
    deskName: desks.find(({ id }) => id === referral.deskId)?.name ?? '',
    serviceName: services.find(({ id }) => id === referral.serviceId)?.name ?? '',
    topic:
      referral.topicCode === null ? undefined : topicsOf.get(referral.libraryId)?.get(referral.topicCode),
  }))
}
