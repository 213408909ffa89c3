import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findGround } from '../find-ground/find-ground.query.ts'
import { nearestTargets } from '../nearness.ts'

/** A postcode area, with the desk that is nearest to its middle. */
export interface NearestDesk {
  readonly postcode: string
  readonly town: string
  /** Of the area, and of the desk: as they are today. */
  readonly municipality: string
  readonly inhabitants: number
  readonly deskId: string
  readonly deskName: string
  readonly deskMunicipality: string
  /** As the crow flies. */
  readonly metres: number
}

/**
 * For each postcode area of some municipalities the nearest of all desks that stand in one place, whatever municipality that is in
 * (guide § 5.2.2). Areas without inhabitants are left out; so is everything while no desk has a place.
 */
export async function readNearestDesks(
  db: ReadHandle,
  scope: Scope,
  municipalityCodes: readonly string[],
  today: string,
): Promise<NearestDesk[]> {
  const { areas, desks, countsWith } = await findGround(db, scope, today)
  const wanted = new Set(municipalityCodes)
  const own = areas.filter(
    ({ municipality, inhabitants }) => inhabitants > 0 && wanted.has(countsWith(municipality)),
  )
  const placed = desks.flatMap((desk) => (desk.point ? [{ ...desk, ...desk.point }] : []))
  const nearest = nearestTargets(own, placed)
  return own.flatMap((area, at) => {
    const desk = placed[nearest.targets[at] ?? -1]
    return desk
      ? [
          {
            postcode: area.code,
            town: area.town,
            municipality: countsWith(area.municipality),
            inhabitants: area.inhabitants,
            deskId: desk.id,
            deskName: desk.name,
            deskMunicipality: desk.municipality,
            metres: nearest.metres[at] ?? Number.NaN,
          },
        ]
      : []
  })
}
