import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { type DeskPoint, findDeskPoints, findStopPoints } from '../../desks/public.ts'
import {
  findMunicipalities,
  findPostcodeAreas,
  findSuccessors,
  type Municipality,
  type PostcodeArea,
} from '../../organisations/public.ts'
import type { Area } from '../area.ts'
import type { StandingDesk, Stop } from '../coverage.ts'
import { municipalityToday } from '../municipality-today.ts'
import type { MapPoint } from '../nearness.ts'

/** What reach is reckoned from. */
export interface Ground {
  readonly areas: readonly PostcodeArea[]
  readonly municipalities: readonly Municipality[]
  /** The municipality of today with which what stands in this one counts. */
  readonly countsWith: (municipality: string) => string
  readonly desks: readonly (StandingDesk & Pick<DeskPoint, 'name' | 'code' | 'library'>)[]
  readonly stops: readonly Stop[]
}

interface Addressed {
  readonly postcode: string | null
  readonly latitude: number | null
  readonly longitude: number | null
}

/**
 * Where people live and where desks stand, on a day (2026-11-24). What has no point of its own stands in the middle of its
 * postcode area; what stands in a municipality that ended counts with its successor.
 */
export async function findGround(db: ReadHandle, scope: Scope, today: string): Promise<Ground> {
  const areas = await findPostcodeAreas(db, scope)
  const municipalities = await findMunicipalities(db, scope, today)
  const successors = await findSuccessors(db, scope)
  const desks = await findDeskPoints(db, scope)
  const stops = await findStopPoints(db, scope, today)
  const current = new Set(municipalities.map(({ code }) => code))
  const byCode = new Map(areas.map((area) => [area.code, area]))

  const countsWith = (code: string): string => municipalityToday(code, current, successors)
  return {
    areas,
    municipalities,
    countsWith,
    desks: desks.map((desk) => ({
      id: desk.id,
      name: desk.name,
      code: desk.code,
      library: desk.library,
      municipality: countsWith(desk.municipality),
      point: pointOf(desk, byCode),
    })),
    stops: stops.flatMap((stop) => {
      const point = pointOf(stop, byCode)
      return point ? [{ ...point, municipality: countsWith(stop.municipality) }] : []
    }),
  }
}

/** The municipalities of today that an area is made of, by their codes. */
export function codesIn(area: Area, municipalities: readonly Municipality[]): Set<string> {
  return new Set(
    municipalities
      .filter(
        ({ code, provinceCode }) => area.level === 'nation' || area.key === code || area.key === provinceCode,
      )
      .map(({ code }) => code),
  )
}

/** Where something stands: its own point, else the middle of its postcode area, else nobody knows. */
export function pointOf(
  { latitude, longitude, postcode }: Addressed,
  areas: ReadonlyMap<string, MapPoint>,
): MapPoint | undefined {
  if (latitude !== null && longitude !== null) return { latitude, longitude }
  const area = postcode ? areas.get(postcode.slice(0, 4)) : undefined
  return area && { latitude: area.latitude, longitude: area.longitude }
}
