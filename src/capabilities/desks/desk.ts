import type { MapPoint } from './map-point.ts'
import type { Address } from './venue.ts'

export const deskKinds = ['library', 'fixed', 'pop-up', 'mobile', 'telephone'] as const
export type DeskKind = (typeof deskKinds)[number]

/** Kinds that stand now here, now there: they have a list of places. */
export const movingKinds: readonly DeskKind[] = ['pop-up', 'mobile']

/** Kinds outside the library: each belongs to a mother desk. */
export const outsideKinds: readonly DeskKind[] = ['fixed', ...movingKinds]

/**
 * basic: own hours. always: all staff of the library help while it is open. broad: part of a broader information point
 * (Ontwikkelplein).
 */
export const deskVariants = ['basic', 'always', 'broad'] as const
export type DeskVariant = (typeof deskVariants)[number]

/** What its library says of a desk (feature 3.1). Null is not known. */
export interface DeskFacts extends Address {
  readonly name: string
  readonly kind: DeskKind
  readonly municipality: string
  /** The desk to which an outside desk belongs, by id. */
  readonly mother: string | null
  /** The point on the map that somebody gave; null when it follows from the postcode. */
  readonly point: MapPoint | null
  /** In whose house it stands. */
  readonly host: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly website: string | null
  readonly stepFree: boolean | null
  readonly hearingLoop: boolean | null
  readonly privateRoom: boolean | null
  /** Besides Dutch, by ISO 639-1 code. */
  readonly languages: readonly string[]
  readonly variant: DeskVariant
  /** Also outside its hours, by appointment. */
  readonly byAppointment: boolean
  readonly employees: number | null
  readonly volunteers: number | null
  readonly partnerStaff: number | null
  /** One or two sentences for visitors. */
  readonly note: string | null
  /** The municipalities that pay for it, by CBS code in order: often its own and neighbours. None: nobody has said so. */
  readonly financiers: readonly string[]
}

export interface Place {
  readonly id: string
  readonly name: string
  readonly municipalityCode: string
}

export interface Desk {
  readonly id: string
  readonly libraryId: string
  readonly name: string
  readonly kind: DeskKind
  readonly municipalityCode: string
  /** Where a pop-up or mobile desk can stand; empty for a desk with one place. */
  readonly places: readonly Place[]
}

/** A desk, open or closed. */
export interface KnownDesk extends Desk {
  readonly active: boolean
}

/** Writes a Dutch postcode as 1234 AB; undefined when it is none. */
export function tidyPostcode(text: string): string | undefined {
  const found = /^([1-9]\d{3})\s*([A-Z]{2})$/.exec(text.trim().toUpperCase())
  return found ? `${found[1]} ${found[2]}` : undefined
}

/** Writes the address of a web page with its https://; undefined when it is none, or of another kind. */
export function tidyWebsite(text: string): string | undefined {
  const whole = /^[a-z][a-z+.-]*:/i.test(text) ? text : `https://${text}`
  if (/\s/.test(whole) || !URL.canParse(whole)) return undefined
  const { protocol, hostname, username, href } = new URL(whole)
  const isPage = /^https?:$/.test(protocol) && /^[^.]+(\.[^.]+)+$/.test(hostname) && username === ''
  return isPage ? href.replace(/^([^/]+\/\/[^/?#]+)\/$/, '$1') : undefined
}

const addressParts = ['street', 'houseNumber', 'postcode', 'town'] as const

export const sameAddress = (one: Address, other: Address): boolean =>
  addressParts.every((part) => one[part] === other[part])

/** At another address stands another point: one that was given for the old address does not go along. */
export function leaveOldPoint<Located extends Address & { readonly point: MapPoint | null }>(
  input: Located,
  stood: Address & { readonly point: MapPoint | null },
): Located {
  const samePoint =
    input.point?.latitude === stood.point?.latitude && input.point?.longitude === stood.point?.longitude
  return samePoint && !sameAddress(input, stood) ? { ...input, point: null } : input
}

/** A desk outside the library has a mother desk as soon as its library has a desk in the library to be one. */
export function lacksMother(
  { kind, mother }: Pick<DeskFacts, 'kind' | 'mother'>,
  possibleMothers: readonly { readonly kind: DeskKind }[],
): boolean {
  return (
    mother === null &&
    outsideKinds.includes(kind) &&
    possibleMothers.some((possible) => possible.kind === 'library')
  )
}
