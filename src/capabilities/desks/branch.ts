import type { MapPoint } from './map-point.ts'
import type { Address } from './venue.ts'

export const branchKinds = ['branch', 'service-point', 'other'] as const
export type BranchKind = (typeof branchKinds)[number]

/** What its library says of a branch. */
export interface BranchFacts extends Address {
  readonly name: string
  readonly kind: BranchKind
  readonly municipality: string
  /** The point on the map that somebody gave; null when it follows from the postcode. */
  readonly point: MapPoint | null
  /** The desk that is in it; null when visitors are not helped there yet. */
  readonly desk: string | null
}
