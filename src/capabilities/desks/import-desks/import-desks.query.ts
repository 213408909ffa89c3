import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import {
  findMunicipalities,
  findOrganisations,
  findOrganisationsOfKinds,
  findPostcodeAreas,
} from '../../organisations/public.ts'
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
  const areas = new Set((await findPostcodeAreas(db, scope)).map(({ code }) => code))
  return {
    libraries,
    desks: await findDesksOfLibraries(
      db,
      scope,
      libraries.map(({ id }) => id),
    ),
    municipalities: await findMunicipalities(db, scope, today),
    knowsArea: (digits) => areas.has(digits),
    today,
  }
}
