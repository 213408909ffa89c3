import { type Expression, sql } from 'kysely'
import type { PublicScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { addDays } from '../../../platform/time/local-time.ts'
import { type FoundWhereabouts, findWhereabouts, type Whereabouts } from '../../organisations/public.ts'
import {
  describeSpots,
  findSpots,
  findTelephoneVenues,
  type Point,
  type Spot,
} from '../find-venues/find-venues.query.ts'
import {
  asksHours,
  deskFits,
  type FinderFilter,
  fitsByAppointmentAlone,
  fittingOpenings,
  isFiltered,
  spotWishes,
  telephoneFilter,
} from '../finder-filter.ts'
import type { Opening } from '../opening-hours.ts'
import type { Now } from '../opening-words.ts'
import type { Venue } from '../venue.ts'

/** A venue that fits, with its first opening that fits when hours were asked. */
export interface Found {
  readonly venue: Venue
  readonly opening: Opening | undefined
}

export interface Nearby {
  readonly found: readonly Found[]
  /** There are others, further away. */
  readonly more: boolean
  /** Who can be called, of the libraries near here. */
  readonly byTelephone: readonly Found[]
}

/** So many on a page. */
export const pageSize = 10

/** Further pages than this nobody turns. */
export const mostPages = 20

/** So many spots are described at once, to see which fit. */
const batch = 20

/** The libraries of so many spots may answer the telephone. */
const spotsNearby = 6

/** The venues nearest to a point that fit a filter, a page of them; municipal borders play no part. */
export async function findNearby(
  db: ReadHandle,
  scope: PublicScope,
  point: Point,
  filter: FinderFilter,
  now: Now,
  page: number,
): Promise<Nearby> {
  const since = addDays(now.today, -1)
  const wanted = page * pageSize + 1
  const spots = await findSpots(db, scope, point, now.today, { wishes: spotWishes(filter, now.today) })
  const found: Found[] = []
  const size = isFiltered(filter) ? batch : wanted
  for (let from = 0; from < spots.length && found.length < wanted; from += size) {
    const venues = await describeSpots(db, scope, spots.slice(from, from + size), since)
    found.push(...venues.flatMap((venue) => howItFits(venue, filter, now)))
  }
  const near = isFiltered(filter)
    ? await findSpots(db, scope, point, now.today, { limit: spotsNearby })
    : spots.slice(0, spotsNearby)
  return {
    found: found.slice((page - 1) * pageSize, page * pageSize),
    more: found.length > page * pageSize && page < mostPages,
    byTelephone: await findByTelephone(db, scope, near, filter, now),
  }
}

function howItFits(venue: Venue, filter: FinderFilter, now: Now): Found[] {
  if (!asksHours(filter)) return deskFits(venue, filter) ? [{ venue, opening: undefined }] : []
  const [opening] = fittingOpenings(venue, filter, now)
  if (opening) return [{ venue, opening }]
  return fitsByAppointmentAlone(filter) && venue.desk.byAppointment && deskFits(venue, filter)
    ? [{ venue, opening }]
    : []
}

async function findByTelephone(
  db: ReadHandle,
  scope: PublicScope,
  near: readonly Spot[],
  filter: FinderFilter,
  now: Now,
): Promise<Found[]> {
  const asked = telephoneFilter(filter)
  if (!asked) return []
  const lines = await findTelephoneVenues(
    db,
    scope,
    near.map(({ deskId }) => deskId),
    addDays(now.today, -1),
  )
  return lines.flatMap((venue) => howItFits(venue, asked, now))
}

/**
 * Where somebody is who typed this. What is no town may be a neighbourhood: then a desk or a place that bears its name tells
 * where that is.
 */
export async function findPlaceMeant(
  db: ReadHandle,
  scope: PublicScope,
  text: string,
): Promise<FoundWhereabouts> {
  const found = await findWhereabouts(db, scope, text)
  const words = text.match(/[\p{Letter}\p{Number}]{3,}/gu) ?? []
  // One word that is nearly a town is that town; of several words the others may name a part of it.
  const mayBePart = found.kind === 'unknown' || (found.kind === 'found' && found.guessed && words.length > 1)
  if (!mayBePart || words.length === 0 || words.length > mostWords) return found
  const [named, ...others] = await findNamedSpots(db, scope, words)
  if (!named) return found
  return {
    kind: 'found',
    place: named,
    guessed: others.length > 0,
    others: others.map(({ name }) => ({ name, municipality: name })),
  }
}

const mostWords = 6
/** As many as one can choose from at a glance. */
const mostNamed = 5

/** The desks and places with a point in whose names all these words stand, the shortest name first: nearest to what was typed. */
async function findNamedSpots(
  db: ReadHandle,
  _scope: PublicScope,
  words: readonly string[],
): Promise<Whereabouts[]> {
  // Words of letters and digits alone, so that they mean nothing else in a pattern.
  const patterns = words.map((word) => `\\m${word}\\M`)
  const holds = (names: Expression<string>) => sql<boolean>`${names} ~* all (${patterns}::text[])`
  const desks = db
    .selectFrom('desks.desks as desk')
    .select(['desk.name', 'desk.municipality_code as municipalityCode', 'desk.latitude', 'desk.longitude'])
    .where('desk.active', '=', true)
    .where('desk.latitude', 'is not', null)
    .where(holds(sql`concat_ws(' ', desk.name, desk.host, desk.town)`))
  const places = db
    .selectFrom('desks.places as place')
    .innerJoin('desks.desks as desk', 'desk.id', 'place.desk_id')
    .select([
      'place.name',
      'place.municipality_code as municipalityCode',
      'place.latitude',
      'place.longitude',
    ])
    .where('desk.active', '=', true)
    .where('place.active', '=', true)
    .where('place.latitude', 'is not', null)
    .where(holds(sql`concat_ws(' ', place.name, place.town)`))
  const spots = await db
    .selectFrom(desks.unionAll(places).as('spot'))
    .selectAll()
    .orderBy(sql`length(spot.name)`)
    .orderBy('spot.name')
    .limit(mostNamed)
    .execute()
  return spots as Whereabouts[]
}
