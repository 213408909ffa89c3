import type { PublicScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { addDays } from '../../../platform/time/local-time.ts'
import { findMunicipalities, findMunicipalityCentre, type Municipality } from '../../organisations/public.ts'
import { movingKinds } from '../desk.ts'
import { describeSpots, findDesksInMunicipality, findSpots } from '../find-venues/find-venues.query.ts'
import type { DeskHours } from '../opening-hours.ts'
import { findHours, noHours } from '../read-hours/read-hours.query.ts'
import { type PublicDesk, type PublicPlace, placesWithHours, slugOf, type Venue } from '../venue.ts'

export interface MunicipalityDesks {
  readonly municipality: Municipality
  /** In the municipality itself, each at one spot. */
  readonly inside: readonly Venue[]
  /** When there are none: the nearest across the border. */
  readonly nearest: readonly Venue[]
}

/** So many of another municipality are shown where there is none. */
const mostNeighbours = 5

/** The municipality with this name in its address, and where its inhabitants can go; undefined when there is none. */
export async function findMunicipalityDesks(
  db: ReadHandle,
  scope: PublicScope,
  slug: string,
  today: string,
): Promise<MunicipalityDesks | undefined> {
  const municipality = (await findMunicipalities(db, scope, today)).find(({ name }) => slugOf(name) === slug)
  if (!municipality) return undefined
  const since = addDays(today, -1)
  const desks = await findDesksInMunicipality(db, scope, municipality.code)
  const hours = await findHours(
    db,
    scope,
    desks.map(({ id }) => id),
    since,
  )
  const inside = desks.flatMap((desk) =>
    spotsIn(desk, municipality.code, hours.get(desk.id) ?? noHours).map(
      (place): Venue => ({ desk, place, hours: hours.get(desk.id) ?? noHours, metres: 0 }),
    ),
  )
  if (inside.length > 0) return { municipality, inside, nearest: [] }
  const centre = await findMunicipalityCentre(db, scope, municipality.code)
  const spots = centre ? await findSpots(db, scope, centre, today, { limit: mostNeighbours }) : []
  return { municipality, inside, nearest: await describeSpots(db, scope, spots, since) }
}

/** Where a desk stands in a municipality: at home, and at the places there where it will be. */
function spotsIn(desk: PublicDesk, municipalityCode: string, hours: DeskHours): (PublicPlace | undefined)[] {
  const places = placesWithHours(desk, hours).filter((place) => place.municipalityCode === municipalityCode)
  const atHome = desk.municipalityCode === municipalityCode && !movingKinds.includes(desk.kind)
  return [...(atHome ? [undefined] : []), ...places]
}
