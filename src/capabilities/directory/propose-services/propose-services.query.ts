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
  const partnerIds = [...new Set(agreements.map(({ partnerId }) => partnerId))]
  const ids = await findCandidates(db, wish, { here, today, partnerIds })
  const offers = await findOffers(db, scope, ids, { today, here, agreements })
  return inOrder(offers.flatMap((offer) => proposalFor(offer, today) ?? [])).slice(0, mostProposals)
}

/** Who helps with the topic around here, and wherever they are those with whom there is an agreement. */
async function findCandidates(
  db: ReadHandle,
  { topicCodes, municipalityCode }: ProposalWish,
  { here, today, partnerIds }: { here: Here | undefined; today: string; partnerIds: readonly string[] },
): Promise<string[]> {
  if (topicCodes.length === 0) return []
  const around = await sql<{ service_id: string }>`
    select service_id from directory.search_services(
      query => null, names => null, topics => ${topicCodes}::text[], topic_needed => true,
      around => ${[municipalityCode, 'NL']}::text[],
      here_latitude => ${here?.latitude ?? null}::float8, here_longitude => ${here?.longitude ?? null}::float8,
      in_languages => null, for_groups => null, open_day => null, open_minute => null,
      favoured => '{}', favoured_partners => '{}', today => ${today}::date, skipped => 0, most => ${mostCandidates}::int)`.execute(
    db,
  )
  const ids = around.rows.map(({ service_id }) => service_id)
  if (partnerIds.length === 0) return ids
  const agreed = await db
    .selectFrom('directory.services as service')
    .innerJoin('directory.service_topics as topic', 'topic.service_id', 'service.id')
    .select('service.id')
    .distinct()
    .where('service.partner_id', 'in', partnerIds)
    .where('topic.topic_code', 'in', topicCodes)
    .execute()
  return [...new Set([...agreed.map(({ id }) => id), ...ids])]
}
