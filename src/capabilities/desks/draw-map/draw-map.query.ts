import type { PublicScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { MapSpot } from '../map-address.ts'
import type { MapPoint } from '../map-point.ts'

/**
 * Where these spots are, in their order; null for one of which nobody knows where it is, undefined when one of them does
 * not exist.
 */
export async function findSpotPoints(
  db: ReadHandle,
  _scope: PublicScope,
  spots: readonly MapSpot[],
): Promise<(MapPoint | null)[] | undefined> {
  const desks = await db
    .selectFrom('desks.desks')
    .select(['id', 'code', 'latitude', 'longitude'])
    .where(
      'code',
      'in',
      spots.map(({ code }) => code),
    )
    .execute()
  const places =
    desks.length === 0
      ? []
      : await findPlaces(
          db,
          desks.map(({ id }) => id),
        )
  const found = spots.map(({ code, placeCode }) => {
    const desk = desks.find((each) => each.code === code)
    if (!desk || placeCode === undefined) return desk
    return places.find(({ id, deskId }) => deskId === desk.id && id.endsWith(placeCode))
  })
  if (found.some((each) => each === undefined)) return undefined
  return found.map((each) =>
    each && each.latitude !== null && each.longitude !== null
      ? { latitude: each.latitude, longitude: each.longitude }
      : null,
  )
}

function findPlaces(db: ReadHandle, deskIds: readonly string[]) {
  return db
    .selectFrom('desks.places')
    .select(['id', 'desk_id as deskId', 'latitude', 'longitude'])
    .where('desk_id', 'in', deskIds)
    .execute()
}
