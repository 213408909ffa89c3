import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findMunicipalitiesNearFirst } from '../add-desk/add-desk.query.ts'
import { type FieldProblem, findAddressProblems } from '../address-check.ts'
import type { BranchFormChoices } from '../branch.page.tsx'
import type { BranchFacts, BranchKind } from '../branch.ts'
import { findDesksOfLibraries } from '../change-desk/change-desk.query.ts'

/** A branch with all that stands about it. */
export interface BranchDetails extends BranchFacts {
  readonly id: string
  readonly libraryId: string
  readonly active: boolean
}

/** One branch within the scope. */
export async function findBranch(
  db: ReadHandle,
  scope: AdministrationScope,
  id: string,
): Promise<BranchDetails | undefined> {
  let query = detailsFrom(db).where('id', '=', id)
  if (scope.kind === 'library') query = query.where('library_id', '=', scope.libraryId)
  const row = await query.executeTakeFirst()
  return row && detailsOf(row)
}

/** The branches of these libraries, by name. */
export async function findBranchesOfLibraries(
  db: ReadHandle,
  _scope: AdministrationScope,
  libraryIds: readonly string[],
): Promise<BranchDetails[]> {
  if (libraryIds.length === 0) return []
  const rows = await detailsFrom(db).where('library_id', 'in', libraryIds).orderBy('name').execute()
  return rows.map(detailsOf)
}

/** What one can choose from in the form of a branch of this library; its own desk as well when that has closed. */
export async function findBranchFormChoices(
  db: ReadHandle,
  scope: AdministrationScope,
  libraryId: string,
  today: string,
  ownDesk: string | null = null,
): Promise<BranchFormChoices> {
  return {
    municipalities: await findMunicipalitiesNearFirst(db, scope, libraryId, today),
    desks: (await findDesksOfLibraries(db, scope, [libraryId])).filter(
      ({ id, active }) => active || id === ownDesk,
    ),
  }
}

/** What is wrong with a branch beside what the form itself can see, with the field where it is said. */
export async function findBranchProblems(
  db: ReadHandle,
  scope: AdministrationScope,
  input: BranchFacts,
  { desks }: BranchFormChoices,
  today: string,
): Promise<FieldProblem[]> {
  const problems = await findAddressProblems(db, scope, input, today)
  if (input.desk && !desks.some(({ id }) => id === input.desk))
    problems.push({ id: 'desk', message: 'desks.branch.error.desk' })
  return problems
}

function detailsFrom(db: ReadHandle) {
  return db
    .selectFrom('desks.branches')
    .select([
      'id',
      'library_id as libraryId',
      'name',
      'kind',
      'municipality_code as municipality',
      'street',
      'house_number as houseNumber',
      'postcode',
      'town',
      'latitude',
      'longitude',
      'located_by as locatedBy',
      'desk_id as desk',
      'active',
    ])
}

type BranchRow = Awaited<ReturnType<ReturnType<typeof detailsFrom>['execute']>>[number]

function detailsOf({ latitude, longitude, locatedBy, ...row }: BranchRow): BranchDetails {
  const given = locatedBy === 'address' && latitude !== null && longitude !== null
  return { ...row, kind: row.kind as BranchKind, point: given ? { latitude, longitude } : null }
}
