import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findMunicipalities, findWorkingArea } from '../../organisations/public.ts'
import { type FieldProblem, findAddressProblems } from '../address-check.ts'
import { findDesksOfLibraries, possibleMothers } from '../change-desk/change-desk.query.ts'
import type { DeskFormChoices } from '../desk.page.tsx'
import { type DeskFacts, lacksMother } from '../desk.ts'

/** What one can choose from in the form of a desk of this library; `deskId` when it is there already. */
export async function findDeskFormChoices(
  db: ReadHandle,
  scope: AdministrationScope,
  libraryId: string,
  today: string,
  deskId?: string,
): Promise<DeskFormChoices> {
  return {
    municipalities: await findMunicipalitiesNearFirst(db, scope, libraryId, today),
    mothers: possibleMothers(await findDesksOfLibraries(db, scope, [libraryId]), deskId),
  }
}

/** All municipalities of a day, those in which the library works first. */
export async function findMunicipalitiesNearFirst(
  db: ReadHandle,
  scope: AdministrationScope,
  libraryId: string,
  today: string,
): Promise<{ code: string; name: string }[]> {
  const municipalities = await findMunicipalities(db, scope, today)
  const area = await findWorkingArea(db, scope, libraryId)
  const isNear = ({ code }: { code: string }): boolean => area.includes(code)
  return [...municipalities.filter(isNear), ...municipalities.filter((municipality) => !isNear(municipality))]
}

/** What is wrong with a desk beside what the form itself can see, with the field where it is said. */
export async function findDeskProblems(
  db: ReadHandle,
  scope: AdministrationScope,
  input: DeskFacts,
  { mothers }: DeskFormChoices,
  today: string,
): Promise<FieldProblem[]> {
  const problems: FieldProblem[] = []
  if (input.mother && !mothers.some(({ id }) => id === input.mother))
    problems.push({ id: 'mother', message: 'desks.error.mother' })
  if (lacksMother(input, mothers)) problems.push({ id: 'mother', message: 'desks.error.mother-missing' })
  return [...problems, ...(await findAddressProblems(db, scope, input, today))]
}
