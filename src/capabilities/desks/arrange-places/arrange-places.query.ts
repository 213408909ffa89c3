import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { MapPoint } from '../map-point.ts'
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
