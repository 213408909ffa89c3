import { sql } from 'kysely'
import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { findMunicipalityCentre } from '../../organisations/public.ts'
import { isInForce } from '../agreement.ts'
import { findAgreements } from '../find-agreement/find-agreement.query.ts'
import { findOffers, type Here } from '../find-service/find-service.query.ts'
import { inOrder, type Proposal, proposalFor } from '../proposal.ts'

/** As many as one can choose from with a visitor at the desk. */
const mostProposals = 12
/** More candidates than a topic has in one place. */
const mostCandidates = 200

export interface ProposalWish {
  /** What the visitor asked about; with the national one that a library's own topic counts as. */
  readonly topicCodes: readonly string[]
  /** Where the visitor lives, or else where the desk is: a CBS code, and the point when it is known. */
  readonly municipalityCode: string
  readonly here?: Here | undefined
  /** Whose agreements count. */
  readonly libraryId: string
  readonly now: Instant
}

/**
 * Who helps with a question: whom the library agreed with first, then who is near, then the national ones. An entry that
 * nobody looked at in time comes last, after three months not at all.
 */
export async function proposeServices(db: ReadHandle, scope: Scope, wish: ProposalWish): Promise<Proposal[]> {
  const today = localDay(wish.now)
  const here = wish.here ?? (await findMunicipalityCentre(db, scope, wish.municipalityCode))
  const agreements = (await findAgreements(db, scope, { libraryId: wish.libraryId })).filter((agreement) =>
    isInForce(agreement, today),
  )
  const ids = await findCandidates(db, wish, agreements)
  const offers = await findOffers(db, scope, ids, { today, here, agreements })
  return inOrder(offers.flatMap((offer) => proposalFor(offer, today) ?? [])).slice(0, mostProposals)
}

async function findCandidates(
  db: ReadHandle,
  { topicCodes, municipalityCode }: ProposalWish,
  agreements: readonly { readonly partnerId: string }[],
): Promise<string[]> {
  if (topicCodes.length === 0) return []
  const partnerIds = [...new Set(agreements.map(({ partnerId }) => partnerId))]
  // Asked by the topic, which is an ordinary index; the area is looked at in what comes of that.
  const rows = await db
    .selectFrom('directory.search_entries as entry')
    .select(['entry.service_id', 'entry.partner_id'])
    .where(
      'entry.service_id',
      'in',
      db
        .selectFrom('directory.service_topics')
        .select('service_id')
        .distinct()
        .where('topic_code', 'in', topicCodes),
    )
    .where((where) =>
      where.or([
        sql<boolean>`entry.areas && ${[municipalityCode, 'NL']}::text[]`,
        where('entry.partner_id', 'in', partnerIds.length > 0 ? partnerIds : [sql<string>`null`]),
      ]),
    )
    .orderBy('entry.review_on', 'desc')
    .limit(mostCandidates)
    .execute()
  return rows.map(({ service_id }) => service_id)
}
