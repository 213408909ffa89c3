import type { DeskKind } from './desk.ts'
import type { DeskHours, Opening } from './opening-hours.ts'

/** Where something stands. Empty what is not known. */
export interface Address {
  readonly street: string | null
  readonly houseNumber: string | null
  readonly postcode: string | null
  readonly town: string | null
}

/** A place where a desk can stand, as a visitor sees it. */
export interface PublicPlace extends Address {
  readonly id: string
  readonly name: string
  readonly municipalityCode: string
  readonly latitude: number | null
  readonly longitude: number | null
  readonly stepFree: boolean | null
}

/** A desk as everybody may know it. */
export interface PublicDesk extends Address {
  readonly id: string
  /** By which its public address knows it. */
  readonly code: string
  readonly libraryId: string
  readonly name: string
  readonly kind: DeskKind
  readonly municipalityCode: string
  readonly motherDeskId: string | null
  /** Where it is a guest: a shop, a community centre. */
  readonly host: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly website: string | null
  readonly stepFree: boolean | null
  readonly hearingLoop: boolean | null
  readonly privateRoom: boolean | null
  readonly languages: readonly string[]
  readonly variant: 'basic' | 'always' | 'broad'
  readonly byAppointment: boolean
  readonly note: string | null
  readonly active: boolean
  readonly closedOn: string | null
  readonly successorDeskId: string | null
  readonly movedOn: string | null
  readonly movedFrom: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly places: readonly PublicPlace[]
}

/** A desk at one spot: its own address, or one of its places. Each has hours of its own. */
export interface Venue {
  readonly desk: PublicDesk
  readonly place: PublicPlace | undefined
  readonly hours: DeskHours
  /** As the crow flies. */
  readonly metres: number
}

/** Whether an opening is at this spot of the desk. */
export const isAt =
  (venue: Pick<Venue, 'place'>) =>
  ({ hours }: Opening): boolean =>
    hours.placeId === (venue.place?.id ?? null)

/** The places at which a desk has hours, or had some called off. */
export function placesWithHours(desk: PublicDesk, { timetables, dated }: DeskHours): PublicPlace[] {
  const used = new Set([...timetables.flatMap(({ hours }) => hours), ...dated].map(({ placeId }) => placeId))
  return desk.places.filter(({ id }) => used.has(id))
}

/** Whether somebody who comes to the desk's own address finds it open: not by telephone, not for staff alone. */
export const isAtTheDoor = ({ hours }: Opening): boolean =>
  hours.placeId === null && hours.kind !== 'telephone' && hours.kind !== 'staff'

/** Street and number, postcode and town, in one line; empty when nothing is known. */
export function addressLine({ street, houseNumber, postcode, town }: Address): string {
  const first = [street, houseNumber].filter(Boolean).join(' ')
  const second = [postcode, town].filter(Boolean).join(' ')
  return [first, second].filter(Boolean).join(', ')
}

/** The address of a desk's own page, without the language. The name may change: the code behind it finds the desk. */
export function deskPath({ name, code }: Pick<PublicDesk, 'name' | 'code'>): string {
  return `/informatiepunt/${[slugOf(name), code].filter(Boolean).join('-')}`
}

/** The code in the last part of the address of a desk's page. */
export function codeIn(part: string): string | undefined {
  return /(?:^|-)([\da-f]{8})$/i.exec(part)?.[1]?.toLowerCase()
}

/** A name as a part of an address: 's-Hertogenbosch is s-hertogenbosch. */
export function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '')
}
