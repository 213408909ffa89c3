import type { PublicScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { addDays } from '../../../platform/time/local-time.ts'
import {
  describeSpots,
  findSpots,
  findTelephoneVenues,
  type Point,
} from '../find-venues/find-venues.query.ts'
import { type FinderFilter, fittingOpenings, spotWishes } from '../finder-filter.ts'
import type { Opening } from '../opening-hours.ts'
import type { Now } from '../opening-words.ts'
import type { Venue } from '../venue.ts'

export interface WayToHelp {
  readonly venue: Venue
  readonly opening: Opening
}

/** Who can help somebody, by way and by when. */
export interface WaysToHelp {
  /** Open today, nearest first. */
  readonly today: readonly WayToHelp[]
  /** Can be called, soonest first. */
  readonly byTelephone: readonly WayToHelp[]
  /** Makes appointments, nearest first. */
  readonly byAppointment: readonly Venue[]
  /** Open on a later day: told where today has little. */
  readonly later: readonly WayToHelp[]
}

/** So many desks around somebody's home are looked at: one screen shows fewer. */
const spotsLookedAt = 40
const mostOfAWay = 4
/** Further than this is not near anybody's home. */
const furthestMetres = 25_000

const nothingAsked: FinderFilter = {
  day: undefined,
  part: undefined,
  way: undefined,
  language: undefined,
  only: [],
}

/** All ways in which somebody who lives here can be helped from now on. */
export async function findWaysToHelp(
  db: ReadHandle,
  scope: PublicScope,
  home: Point,
  now: Now,
): Promise<WaysToHelp> {
  const since = addDays(now.today, -1)
  const spots = await findSpots(db, scope, home, now.today, {
    limit: spotsLookedAt,
    wishes: { ...spotWishes(nothingAsked, now.today), metres: furthestMetres },
  })
  const venues = await describeSpots(db, scope, spots, since)
  const first = (venue: Venue, filter: Partial<FinderFilter>): WayToHelp[] => {
    const [opening] = fittingOpenings(venue, { ...nothingAsked, ...filter }, now)
    return opening ? [{ venue, opening }] : []
  }
  const near = venues.slice(0, mostOfAWay * 2).map(({ desk }) => desk.id)
  const lines = await findTelephoneVenues(db, scope, near, since)
  return {
    today: venues.flatMap((venue) => first(venue, { day: 'vandaag' })).slice(0, mostOfAWay),
    byTelephone: [...lines, ...venues]
      .flatMap((venue) => first(venue, { way: 'telefoon' }))
      .sort((one, other) => one.opening.start - other.opening.start)
      .slice(0, mostOfAWay),
    byAppointment: venues
      .filter((venue) => venue.desk.byAppointment || first(venue, { way: 'afspraak' }).length > 0)
      .slice(0, mostOfAWay),
    later: venues
      .flatMap((venue) => first(venue, {}))
      .filter(({ opening }) => opening.day > now.today)
      .slice(0, mostOfAWay),
  }
}
