import type { PolicyArea } from '../directory/public.ts'

/** A three-party talk: the desks, the contact person of the municipality, and a policy department (guide § 4.6). */
export interface TalkFacts {
  /** The library that takes part and reads along. */
  readonly libraryId: string | null
  readonly day: string
  readonly starts: string | null
  readonly place: string
  /** Who take part, as somebody writes it. */
  readonly participants: string
  readonly agenda: string
  readonly notes: string
  readonly agreed: string
  readonly cancelled: boolean
}
export interface Talk extends TalkFacts {
  readonly id: string
  readonly municipalityCode: string
  readonly area: PolicyArea
  readonly version: number
}

/** Whom to speak with in the municipality on a policy area. */
export interface PolicyContactFacts {
  readonly jobTitle: string
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  /** The first day on which it is somebody else. */
  readonly untilDay: string | null
}
export interface PolicyContact extends PolicyContactFacts {
  readonly id: string
  readonly municipalityCode: string
  readonly area: PolicyArea
  readonly version: number
}

/** Talks that come, the soonest first; what is cancelled does not come. */
export const comingTalks = <T extends TalkFacts>(talks: readonly T[], today: string): T[] =>
  talks
    .filter(({ day, cancelled }) => !cancelled && day >= today)
    .toSorted((one, other) => (one.day < other.day ? -1 : 1))
