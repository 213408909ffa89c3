import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import {
  findMunicipalities,
  findMunicipalitiesOfAllDays,
  findWorkingArea,
  listMunicipalities,
} from '../../organisations/public.ts'
import { type FieldProblem, findAddressProblems } from '../address-check.ts'
import { type DeskDetails, findDesksOfLibraries, possibleMothers } from '../change-desk/change-desk.query.ts'
import type { DeskFormChoices } from '../desk.page.tsx'
import { type DeskFacts, lacksMother } from '../desk.ts'

/** What one can choose from in the form of a desk of this library; `desk` when it is there already. */
export async function findDeskFormChoices(
  db: ReadHandle,
  scope: AdministrationScope,
  libraryId: string,
  today: string,
  desk?: DeskDetails,
): Promise<DeskFormChoices> {
  return {
    municipalities: await findMunicipalitiesNearFirst(db, scope, libraryId, today),
    mothers: possibleMothers(await findDesksOfLibraries(db, scope, [libraryId]), desk?.id),
    financiers: await findLikelyFinanciers(db, scope, libraryId, today, desk),
  }
}

/**
 * Who is likely to pay for a desk: the municipality in which it stands and those of the working area, their neighbours, and
 * who was said to pay before, also when that municipality is no more.
 */
async function findLikelyFinanciers(
  db: ReadHandle,
  scope: AdministrationScope,
  libraryId: string,
  today: string,
  desk: DeskDetails | undefined,
): Promise<{ code: string; name: string }[]> {
  const all = await listMunicipalities(db, scope, today)
  const area = await findWorkingArea(db, scope, libraryId)
  const own = all.filter(({ code }) => area.includes(code) || code === desk?.municipality)
  const near = all.filter(
    (each) => !own.includes(each) && own.some(({ neighbourCodes }) => neighbourCodes.includes(each.code)),
  )
  const likely = [...own, ...near].map(({ code, name }) => ({ code, name }))
  const others = desk?.financiers.filter((paying) => !likely.some(({ code }) => code === paying)) ?? []
  if (others.length === 0) return likely
  const ever = await findMunicipalitiesOfAllDays(db, scope)
  return [...likely, ...ever.filter(({ code }) => others.includes(code))]
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
  { mothers, municipalities, financiers }: DeskFormChoices,
  today: string,
): Promise<FieldProblem[]> {
  const problems: FieldProblem[] = []
  if (input.mother && !mothers.some(({ id }) => id === input.mother))
    problems.push({ id: 'mother', message: 'desks.error.mother' })
  if (lacksMother(input, mothers)) problems.push({ id: 'mother', message: 'desks.error.mother-missing' })
  const payable = [...municipalities, ...financiers].map(({ code }) => code)
  if (input.financiers.some((code) => !payable.includes(code)))
    problems.push({ id: 'financiers', message: 'desks.error.financiers' })
  return [...problems, ...(await findAddressProblems(db, scope, input, today))]
}
