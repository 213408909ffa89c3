import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findMunicipalities, findWorkingArea } from '../../organisations/public.ts'
import { findDesksOfLibraries, possibleMothers } from '../change-desk/change-desk.query.ts'
import type { DeskFormChoices } from '../desk.page.tsx'

/** What one can choose from in the form of a desk of this library; `deskId` when it is there already. */
export async function findDeskFormChoices(
  db: ReadHandle,
  scope: AdministrationScope,
  libraryId: string,
  today: string,
  deskId?: string,
): Promise<DeskFormChoices> {
  const municipalities = await findMunicipalities(db, scope, today)
  const area = await findWorkingArea(db, scope, libraryId)
  const isNear = ({ code }: { code: string }): boolean => area.includes(code)
  return {
    municipalities: [
      ...municipalities.filter(isNear),
      ...municipalities.filter((municipality) => !isNear(municipality)),
    ],
    mothers: possibleMothers(await findDesksOfLibraries(db, scope, [libraryId]), deskId),
  }
}
