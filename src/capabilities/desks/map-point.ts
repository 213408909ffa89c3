import type { Scope } from '../../platform/auth/scope.ts'
import type { ReadHandle } from '../../platform/database/handle.ts'
import { findPostcodeArea } from '../organisations/public.ts'

/** A point on the map, in degrees (WGS 84). */
export interface MapPoint {
  readonly latitude: number
  readonly longitude: number
}

/** The European Netherlands and a little around it, in degrees: a point outside it is a mistake. */
const box = { south: 50.7, north: 53.6, west: 3.3, east: 7.3 } as const

/** Reads '52.1561, 5.3878', as maps give it; also with decimal commas and a semicolon or space between. */
export function readPoint(text: string): MapPoint | 'not-a-point' | 'outside' {
  const found = /^\s*(-?\d{1,3}[.,]\d+)\s*(?:[,;]\s*|\s)(-?\d{1,3}[.,]\d+)\s*$/.exec(text)
  if (!found) return 'not-a-point'
  const [latitude, longitude] = found.slice(1).map((part) => Number(part.replace(',', '.')))
  if (latitude === undefined || longitude === undefined) return 'not-a-point'
  return latitude >= box.south && latitude <= box.north && longitude >= box.west && longitude <= box.east
    ? { latitude, longitude }
    : 'outside'
}

/** A point as one types it. */
export const writePoint = ({ latitude, longitude }: MapPoint): string =>
  [latitude, longitude].map((part) => (Number.isInteger(part) ? part.toFixed(1) : String(part))).join(', ')

/** What stands in the columns of a table about where something is. */
export interface Location {
  readonly latitude: number | null
  readonly longitude: number | null
  readonly located_by: 'address' | 'postcode' | null
}

/** Where something stands: the point that somebody gave, else the middle of its postcode area. */
export async function locate(
  db: ReadHandle,
  scope: Scope,
  given: { readonly point: MapPoint | null; readonly postcode: string | null },
): Promise<Location> {
  if (given.point)
    return { latitude: given.point.latitude, longitude: given.point.longitude, located_by: 'address' }
  const area = given.postcode ? await findPostcodeArea(db, scope, given.postcode.slice(0, 4)) : undefined
  return area
    ? { latitude: area.latitude, longitude: area.longitude, located_by: 'postcode' }
    : { latitude: null, longitude: null, located_by: null }
}
