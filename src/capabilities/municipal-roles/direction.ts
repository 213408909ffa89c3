import { type KindHere, partnerKinds } from '../directory/public.ts'

/** Kinds in the directory that are not on the guide's list of partners near the desks (§ 2.3.2). */
const notOnTheList = ['municipality', 'national', 'other'] as const

/** The kinds of organisations with which desks often work together (guide § 2.3.2). */
export type ListedKind = Exclude<(typeof partnerKinds)[number], (typeof notOnTheList)[number]>
export const listedKinds = partnerKinds.filter(
  (kind): kind is ListedKind => !(notOnTheList as readonly string[]).includes(kind),
)

/** That a kind of organisation is not here, or takes no part, and why. */
export interface AbsentKind {
  readonly kind: string
  readonly reason: string
  readonly version: number
}

export type KindState = 'takes-part' | 'not-asked' | 'unknown' | 'not-here'

export interface KindOfList {
  readonly kind: ListedKind
  /** `not-asked`: stands in the directory and not in the network. `unknown`: stands in neither. `not-here`: somebody noted why. */
  readonly state: KindState
  readonly inDirectory: number
  readonly inNetwork: number
  readonly toInvite: KindHere['toInvite']
  readonly absent: AbsentKind | undefined
}

/** Each kind of the guide's list, with how it stands here: who is missing first. */
export function kindsOfList(here: readonly KindHere[], absent: readonly AbsentKind[]): KindOfList[] {
  const order: readonly KindState[] = ['unknown', 'not-asked', 'not-here', 'takes-part']
  return listedKinds
    .map((kind): KindOfList => {
      const { inDirectory = 0, inNetwork = 0, toInvite = [] } = here.find((each) => each.kind === kind) ?? {}
      const noted = absent.find((each) => each.kind === kind)
      return {
        kind,
        state: inNetwork > 0 ? 'takes-part' : noted ? 'not-here' : inDirectory > 0 ? 'not-asked' : 'unknown',
        inDirectory,
        inNetwork,
        toInvite,
        absent: noted,
      }
    })
    .toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state))
}

export const priorityKinds = ['group', 'service'] as const
export type PriorityKind = (typeof priorityKinds)[number]

/** A group of people that comes first, or a digital service with which the desks help besides those of the nation (guide § 4.3). */
export interface PriorityFacts {
  readonly kind: PriorityKind
  readonly name: string
  readonly why: string
  readonly fromDay: string
  /** The first day on which it no longer counts. */
  readonly untilDay: string | null
}
export interface Priority extends PriorityFacts {
  readonly id: string
  readonly municipalityCode: string
  readonly version: number
}

export const presenceKinds = ['development-square', 'consultation-hour'] as const
export type PresenceKind = (typeof presenceKinds)[number]

/** An official who is at a desk at fixed times: a function or a department, without a name. */
export interface PresenceFacts {
  readonly deskId: string
  readonly kind: PresenceKind
  readonly who: string
  /** As somebody writes it: 'elke dinsdag van 10 tot 12 uur'. */
  readonly times: string
  readonly fromDay: string
  readonly untilDay: string | null
}
export interface Presence extends PresenceFacts {
  readonly id: string
  readonly municipalityCode: string
  readonly version: number
}

/** Whether something counts on a day, or will. */
export const hasNotEnded = ({ untilDay }: { readonly untilDay: string | null }, today: string): boolean =>
  untilDay === null || untilDay > today
