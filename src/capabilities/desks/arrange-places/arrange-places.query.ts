import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { MapPoint } from '../map-point.ts'
import type { DeskHours, Hours } from '../opening-hours.ts'
import { findHours, noHours } from '../read-hours/read-hours.query.ts'
import type { Address } from '../venue.ts'

/** What one says of a place where a desk can stand. */
export interface PlaceFacts extends Address {
  readonly name: string
  readonly municipality: string
  /** The point on the map that somebody gave; null when it follows from the postcode. */
  readonly point: MapPoint | null
  readonly stepFree: boolean | null
}

export interface PlaceDetails extends PlaceFacts {
  readonly id: string
  /** Whether it is on the map at all, by its own point or by its postcode. */
  readonly onMap: boolean
}

/** The places where a desk can stand now, by name. */
export async function findPlaces(
  db: ReadHandle,
  _scope: AdministrationScope,
  deskId: string,
): Promise<PlaceDetails[]> {
  const rows = await db
    .selectFrom('desks.places')
    .select([
      'id',
      'name',
      'municipality_code as municipality',
      'street',
      'house_number as houseNumber',
      'postcode',
      'town',
      'latitude',
      'longitude',
      'located_by as locatedBy',
      'step_free as stepFree',
    ])
    .where('desk_id', '=', deskId)
    .where('active', '=', true)
    .orderBy('name')
    .execute()
  return rows.map(({ latitude, longitude, locatedBy, ...place }) => ({
    ...place,
    onMap: latitude !== null,
    point:
      locatedBy === 'address' && latitude !== null && longitude !== null ? { latitude, longitude } : null,
  }))
}

/** The hours that a desk still has at one of its places, from `today` on (2026-11-24): each week, and on single days. */
export async function findPlannedAt(
  db: ReadHandle,
  scope: AdministrationScope,
  { deskId, placeId }: { deskId: string; placeId: string },
  today: string,
): Promise<DeskHours> {
  const { timetables, dated } = (await findHours(db, scope, [deskId], today)).get(deskId) ?? noHours
  const isThere = (hours: Hours): boolean => hours.placeId === placeId
  return {
    timetables: timetables
      .map((timetable) => ({ ...timetable, hours: timetable.hours.filter(isThere) }))
      .filter(({ hours }) => hours.length > 0),
    dated: dated.filter((each) => isThere(each) && !each.cancelled),
  }
}
