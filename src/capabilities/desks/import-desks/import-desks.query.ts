import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import {
  findMunicipalities,
  findOrganisations,
  findOrganisationsOfKinds,
  type Municipality,
  type Organisation,
} from '../../organisations/public.ts'
import { type DeskDetails, findDesksOfLibraries } from '../change-desk/change-desk.query.ts'

export interface DesksToCompare {
  readonly libraries: readonly Organisation[]
  readonly desks: readonly DeskDetails[]
  readonly municipalities: readonly Municipality[]
}

/** The libraries that the scope may fill, with all their desks: to compare a file with. */
export async function findDesksToCompare(
  db: ReadHandle,
  scope: AdministrationScope,
  today: string,
): Promise<DesksToCompare> {
  const libraries =
    scope.kind === 'library'
      ? await findOrganisations(db, scope, [scope.libraryId])
      : await findOrganisationsOfKinds(db, scope, ['library'])
  return {
    libraries,
    desks: await findDesksOfLibraries(
      db,
      scope,
      libraries.map(({ id }) => id),
    ),
    municipalities: await findMunicipalities(db, scope, today),
  }
}
