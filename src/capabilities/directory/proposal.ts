import { freshness } from './freshness.ts'
import type { ServiceOffer } from './service.ts'

/** Why somebody is proposed: there is an agreement, it is near, or it is for the whole country. */
export type ProposalGround = 'agreement' | 'local' | 'national'

export interface Proposal extends ServiceOffer {
  readonly ground: ProposalGround
  /** Nobody looked at the entry in time: say so, and call before the visitor goes. */
  readonly stale: boolean
}

/** A service as a proposal; undefined when nobody looked at its entry for so long that the door may be shut. */
export function proposalFor(offer: ServiceOffer, today: string): Proposal | undefined {
  const state = freshness(offer.partner, today)
  if (state === 'hidden' || !offer.service.active || offer.partner.endedOn !== null) return undefined
  return {
    ...offer,
    ground: offer.agreement ? 'agreement' : offer.service.municipalityCodes.length > 0 ? 'local' : 'national',
    stale: state === 'stale',
  }
}

const grounds: readonly ProposalGround[] = ['agreement', 'local', 'national']

/**
 * Who comes first: what was looked at in time, who has an agreement, who has room, who is nearest. What lies nowhere comes after
 * what lies somewhere; of equals by name.
 */
export function inOrder(proposals: readonly Proposal[]): Proposal[] {
  return [...proposals].sort(
    (one, other) =>
      Number(one.stale) - Number(other.stale) ||
      grounds.indexOf(one.ground) - grounds.indexOf(other.ground) ||
      Number(one.service.capacity === 'full') - Number(other.service.capacity === 'full') ||
      (one.metres ?? Number.MAX_VALUE) - (other.metres ?? Number.MAX_VALUE) ||
      one.service.name.localeCompare(other.service.name, 'nl') ||
      one.service.id.localeCompare(other.service.id),
  )
}
