import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import {
  findMunicipalities,
  findOrganisations,
  findOrganisationsOfKinds,
  findPostcodeAreas,
  listMunicipalities,
} from '../../organisations/public.ts'
import { addressProblems } from '../address-check.ts'
import { findDesksOfLibraries } from '../change-desk/change-desk.query.ts'
import type { DeskWorld } from '../desk-plan.ts'

/** The libraries that the scope may fill, with all their desks: to compare a file with. */
export async function findDesksToCompare(
  db: ReadHandle,
  scope: AdministrationScope,
  today: string,
): Promise<DeskWorld> {
  const libraries =
    scope.kind === 'library'
      ? await findOrganisations(db, scope, [scope.libraryId])
      : await findOrganisationsOfKinds(db, scope, ['library'])
  const areas = new Map((await findPostcodeAreas(db, scope)).map((area) => [area.code, area]))
  const neighbours = await listMunicipalities(db, scope, today)
  return {
    libraries,
    desks: await findDesksOfLibraries(
      db,
      scope,
      libraries.map(({ id }) => id),
    ),
    municipalities: await findMunicipalities(db, scope, today),
    addressProblems: (given) => {
      const area = areas.get(given.postcode?.slice(0, 4) ?? '')
      return addressProblems(given, area && { ...area, municipalityCode: area.municipality }, neighbours)
    },
    today,
  }
}
