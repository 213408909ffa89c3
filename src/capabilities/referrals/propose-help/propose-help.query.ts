import type { DesksScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { type Desk, findPublicDesks } from '../../desks/public.ts'
import { type Agreement, type Here, type Proposal, proposeServices } from '../../directory/public.ts'
import { findFreeSlots } from '../find-slots/find-slots.query.ts'
import type { FreeSlot } from '../slots.ts'

/** Somebody who may help, and the places that are free in his consultation hour at a desk of ours. */
export interface HelpProposal extends Proposal {
  readonly places: readonly FreeSlot[]
  /** The desk at which the consultation hour is held, where that is how it goes. */
  readonly consultationDesk: string | undefined
}

/** So many services at most have their free places counted: that asks the hours of a desk each time. */
const mostCounted = 4

/** Who helps with a topic near somebody, with the room that there is, before anything is sent. */
export async function proposeHelp(
  db: ReadHandle,
  scope: DesksScope,
  wish: {
    readonly desk: Desk
    readonly topicCodes: readonly string[]
    readonly municipalityCode: string
    readonly here: Here | undefined
  },
  now: Instant,
): Promise<HelpProposal[]> {
  const proposals = await proposeServices(db, scope, { ...wish, libraryId: wish.desk.libraryId, now })
  const counted = new Map<string, readonly FreeSlot[]>()
  for (const { agreement } of proposals)
    if (agreement && counted.size < mostCounted && !counted.has(agreement.id))
      counted.set(agreement.id, await findConsultationPlaces(db, scope, agreement, now))
  const deskIds = proposals.flatMap(({ agreement }) =>
    agreement?.way === 'consultation-hour' && agreement.deskId !== null ? [agreement.deskId] : [],
  )
  const desks = await findPublicDesks(db, scope, [...new Set(deskIds)])
  return proposals.map((proposal) => ({
    ...proposal,
    places: counted.get(proposal.agreement?.id ?? '') ?? [],
    consultationDesk:
      proposal.agreement?.way === 'consultation-hour'
        ? desks.find(({ id }) => id === proposal.agreement?.deskId)?.name
        : undefined,
  }))
}

/** The free places in a partner's consultation hour, at a desk at which who looks may book. */
export async function findConsultationPlaces(
  db: ReadHandle,
  scope: DesksScope,
  { id, way, deskId }: Agreement,
  now: Instant,
): Promise<readonly FreeSlot[]> {
  if (way !== 'consultation-hour' || deskId === null || !scope.deskIds.includes(deskId)) return []
  const { offers, slots } = await findFreeSlots(db, scope, { deskId, booker: 'desk' }, now)
  const own = new Set(offers.filter(({ agreementId }) => agreementId === id).map((offer) => offer.id))
  return slots.filter(({ offerId }) => own.has(offerId))
}
