import type { PublicScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { addDays } from '../../../platform/time/local-time.ts'
import { type FoundWhereabouts, findWhereabouts } from '../../organisations/public.ts'
import { describeSpots, findSpots, findTelephoneDesks, type Point } from '../find-venues/find-venues.query.ts'
import {
  asksHours,
  deskFits,
  type FinderFilter,
  fittingOpenings,
  hoursNeeded,
  isFiltered,
  nearMetres,
} from '../finder-filter.ts'
import type { Opening } from '../opening-hours.ts'
import type { Now } from '../opening-words.ts'
import { findHours, noHours } from '../read-hours/read-hours.query.ts'
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
  /** Those who can be called, of the libraries that were found. */
  readonly byTelephone: readonly Venue[]
}

/** So many on a page. */
export const pageSize = 10

/** Further than this nobody looks, when a filter lets few through. */
const furthestMetres = 60_000
/** So many spots are read at once, to see which fit. */
const batch = 30

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
  const fitting: Found[] = []
  const needed = hoursNeeded(filter, now.today)
  const size = isFiltered(filter) ? batch : Math.min(wanted, batch)
  for (let offset = 0; fitting.length < wanted; offset += size) {
    const spots = await findSpots(db, scope, point, now.today, { limit: size, offset, needed })
    const venues = await describeSpots(db, scope, spots, since)
    for (const venue of venues) {
      if (!asksHours(filter)) {
        if (deskFits(venue, filter)) fitting.push({ venue, opening: undefined })
        continue
      }
      const [opening] = fittingOpenings(venue, filter, now)
      if (opening) fitting.push({ venue, opening })
    }
    const furthest = spots.at(-1)?.metres ?? 0
    if (spots.length < size || furthest > (filter.only.includes('dichtbij') ? nearMetres : furthestMetres))
      break
  }
  const found = fitting.slice((page - 1) * pageSize, page * pageSize)
  const libraries = [...new Set(found.map(({ venue }) => venue.desk.libraryId))]
  return {
    found,
    more: fitting.length > page * pageSize,
    byTelephone: await findByTelephone(db, scope, libraries, since),
  }
}

async function findByTelephone(
  db: ReadHandle,
  scope: PublicScope,
  libraryIds: readonly string[],
  since: string,
): Promise<Venue[]> {
  const desks = await findTelephoneDesks(db, scope, libraryIds)
  const hours = await findHours(
    db,
    scope,
    desks.map(({ id }) => id),
    since,
  )
  return desks.map((desk) => ({ desk, place: undefined, hours: hours.get(desk.id) ?? noHours, metres: 0 }))
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
  if (found.kind === 'no-such-postcode' || (found.kind === 'found' && !found.guessed)) return found
  const named = await findNamedSpot(db, scope, text)
  return named ? { kind: 'found', place: named, guessed: false, others: [] } : found
}

/** The desk or place with a point whose name holds all the words. */
async function findNamedSpot(db: ReadHandle, _scope: PublicScope, text: string) {
  const words = text.match(/[\p{Letter}\p{Number}]{3,}/gu) ?? []
  if (words.length === 0 || words.length > 6) return undefined
  const pattern = (word: string) => `%${word}%`
  let desks = db
    .selectFrom('desks.desks')
    .select(['name', 'municipality_code as municipalityCode', 'latitude', 'longitude'])
    .where('active', '=', true)
    .where('latitude', 'is not', null)
  for (const word of words)
    desks = desks.where((eb) =>
      eb.or([
        eb('name', 'ilike', pattern(word)),
        eb('host', 'ilike', pattern(word)),
        eb('town', 'ilike', pattern(word)),
      ]),
    )
  let places = db
    .selectFrom('desks.places')
    .select(['name', 'municipality_code as municipalityCode', 'latitude', 'longitude'])
    .where('active', '=', true)
    .where('latitude', 'is not', null)
  for (const word of words)
    places = places.where((eb) =>
      eb.or([eb('name', 'ilike', pattern(word)), eb('town', 'ilike', pattern(word))]),
    )
  const spot = await desks.unionAll(places).orderBy('name').limit(1).executeTakeFirst()
  return spot?.latitude != null && spot.longitude != null
    ? { ...spot, latitude: spot.latitude, longitude: spot.longitude }
    : undefined
}
