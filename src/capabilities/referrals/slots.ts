import { addDays } from '../../platform/time/local-time.ts'
import { type DeskHours, type Opening, openingsBetween } from '../desks/public.ts'

/** The hours that can be booked, as the desk names them for itself; those of staff never. */
export const offerKinds = ['desk', 'consultation', 'telephone', 'youth', 'theme'] as const
export type OfferKind = (typeof offerKinds)[number]

/** Which hours of a desk can be booked, and how. */
export interface Offer {
  readonly id: string
  readonly hoursKind: OfferKind
  /** Only hours with this name; null: all of the kind. */
  readonly hoursLabel: string | null
  /** How long one appointment lasts. */
  readonly minutes: number
  /** How many at once, of which some are kept for who walks in. */
  readonly places: number
  readonly keptForWalkIn: number
  /** The least time between booking and coming. */
  readonly noticeMinutes: number
  /** How far ahead one may book. */
  readonly horizonDays: number
}

/** A place that somebody booked, in milliseconds since 1970. */
export interface TakenPlace {
  readonly offerId: string
  readonly start: number
  readonly end: number
  readonly place: number
}

/** A time at which one can come, in milliseconds since 1970. */
export interface Slot {
  readonly day: string
  readonly start: number
  readonly end: number
  /** Elsewhere than at the desk's own address. */
  readonly placeId: string | null
}

export interface FreeSlot extends Slot {
  readonly offerId: string
  /** The numbers of the places that nobody has, the lowest first. */
  readonly free: readonly number[]
}

/** Whether an offer is about these hours. */
const isOffered =
  ({ hoursKind, hoursLabel }: Offer) =>
  ({ hours }: Opening): boolean =>
    hours.kind === hoursKind &&
    (hoursLabel === null || (hours.label ?? '').trim().toLowerCase() === hoursLabel.trim().toLowerCase())

/**
 * The times of an offer on the days from `fromDay` up to but not including `untilDay`, one after another from the beginning of each
 * opening; what is left at its end is too short. Hours that overlap give no time twice.
 */
export function slotsOf(offer: Offer, hours: DeskHours, fromDay: string, untilDay: string): Slot[] {
  const lasts = offer.minutes * 60_000
  const slots: Slot[] = []
  let until = Number.NEGATIVE_INFINITY
  const openings = openingsBetween(hours, fromDay, untilDay)
    .filter(isOffered(offer))
    .sort((one, other) => one.start - other.start)
  for (const { day, start, end, hours: of } of openings)
    for (let at = start; at + lasts <= end; at += lasts) {
      if (at < until) continue
      until = at + lasts
      slots.push({ day, start: at, end: until, placeId: of.placeId })
    }
  return slots
}

/** Who books: the desk itself need not keep the notice, for it knows whether it is ready. */
export type Booker = 'desk' | 'outside'

/** From when until when one can book, as local days. */
export interface Window {
  readonly fromDay: string
  /** Not itself. */
  readonly untilDay: string
}

/**
 * The times of an offer that still have a place, by time: not before the notice, not past the horizon.
 * @param taken of this offer; of other offers too does no harm
 * @param moment now, in milliseconds since 1970; `today` its local day
 * @param within only these days
 */
export function freeSlots(
  offer: Offer,
  hours: DeskHours,
  taken: readonly TakenPlace[],
  { moment, today }: { readonly moment: number; readonly today: string },
  booker: Booker,
  within?: Window,
): FreeSlot[] {
  const last = addDays(today, offer.horizonDays)
  const fromDay = within && within.fromDay > today ? within.fromDay : addDays(today, -1)
  const untilDay = within && within.untilDay <= last ? within.untilDay : addDays(last, 1)
  const earliest = moment + (booker === 'outside' ? offer.noticeMinutes * 60_000 : 0)
  const own = taken.filter(({ offerId }) => offerId === offer.id)
  return slotsOf(offer, hours, fromDay, untilDay).flatMap((slot) => {
    if (slot.start < earliest || slot.start < moment) return []
    const gone = new Set(
      own.filter(({ start, end }) => start < slot.end && end > slot.start).map(({ place }) => place),
    )
    const free = Array.from({ length: offer.places - offer.keptForWalkIn }, (_, index) => index + 1).filter(
      (place) => !gone.has(place),
    )
    return free.length > 0 ? [{ ...slot, offerId: offer.id, free }] : []
  })
}

/** Times under their days, both in the order in which they come. */
export function slotDays<S extends Slot>(
  slots: readonly S[],
): { readonly day: string; readonly slots: S[] }[] {
  const days = new Map<string, S[]>()
  for (const slot of slots) days.set(slot.day, [...(days.get(slot.day) ?? []), slot])
  return [...days].map(([day, ofDay]) => ({ day, slots: ofDay }))
}

/**
 * The first so many days that have a time, and the first day after those that has one too.
 * @param from leaves out what comes before this day
 */
export function firstSlotDays<S extends Slot>(
  slots: readonly S[],
  count: number,
  from = '',
): { readonly slots: readonly S[]; readonly moreFrom: string | undefined } {
  const days = slotDays(slots.filter(({ day }) => day >= from))
  return { slots: days.slice(0, count).flatMap((each) => each.slots), moreFrom: days[count]?.day }
}
