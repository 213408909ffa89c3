import type { CsvRow } from '../../platform/csv/read-csv.ts'
import type { MessageKey } from '../../platform/i18n/translate.ts'
import {
  type ImportPlan,
  makePlan,
  municipalityMeant,
  type PlannedRow,
  type RowError,
} from '../organisations/public.ts'
import { branchForm } from './add-branch/add-branch.form.ts'
import type { BranchFacts, BranchKind } from './branch.ts'
import type { BranchDetails } from './change-branch/change-branch.query.ts'
import { leaveOldPoint } from './desk.ts'
import { type DeskWorld, libraryMeant, rowErrors } from './desk-plan.ts'
import { writePoint } from './map-point.ts'

export const branchColumns = [
  'bibliotheek',
  'naam',
  'soort',
  'gemeente',
  'straat',
  'huisnummer',
  'postcode',
  'plaats',
  'plek',
  'informatiepunt',
  'open',
] as const

/** How one writes the kind of a branch in a file. */
export const branchKindWords: Readonly<Record<string, BranchKind>> = {
  vestiging: 'branch',
  servicepunt: 'service-point',
  anders: 'other',
}

/** What to write of a branch. */
export interface BranchChange {
  readonly id: string | undefined
  readonly libraryId: string
  readonly input: BranchFacts
  readonly active: boolean
}

/** What a file of branches is compared with. */
export interface BranchWorld extends Omit<DeskWorld, 'today'> {
  readonly branches: readonly BranchDetails[]
}

/**
 * What reading these rows would do. A branch is known by its library and name; an empty cell changes nothing. Pure: over
 * its own outcome the same rows bring no change.
 */
export function planBranches(rows: readonly CsvRow[], world: BranchWorld): ImportPlan<BranchChange> {
  const keyOf = (libraryId: string, name: string): string => `${libraryId}\n${name.toLowerCase()}`
  const byKey = new Map(world.branches.map((branch) => [keyOf(branch.libraryId, branch.name), branch]))
  const seen = new Map<string, number>()
  return makePlan(
    rows.map(({ line, cells }): PlannedRow<BranchChange> => {
      const name = cells.naam ?? ''
      const wrong = (errors: readonly RowError[]): PlannedRow<BranchChange> => ({
        line,
        name,
        status: 'error',
        errors,
      })
      const library = libraryMeant(world.libraries, cells.bibliotheek ?? '')
      if (!library) return wrong([{ key: 'desks.import.error.library' }])
      const key = keyOf(library.id, name)
      const before = seen.get(key)
      if (before !== undefined) return wrong([{ key: 'desks.branch.error.twice', values: { line: before } }])
      seen.set(key, line)

      const branch = byKey.get(key)
      const { input, errors } = inputOf(cells, library.id, branch, world)
      if (!input) return wrong(errors)
      const open = cells.open?.toLowerCase() ?? ''
      const active = open === '' ? (branch?.active ?? true) : open === 'ja'
      const change = { id: branch?.id, libraryId: library.id, input, active }
      if (!branch) return { line, name, status: 'new', errors, change }
      return active === branch.active && sameBranch(input, branch)
        ? { line, name, status: 'unchanged', errors }
        : { line, name, status: 'changed', errors, change }
    }),
  )
}

/** The row as the form would have sent it, over what stands there already. */
function inputOf(
  cells: Readonly<Record<string, string>>,
  libraryId: string,
  branch: BranchDetails | undefined,
  { desks, municipalities, addressProblems }: BranchWorld,
): { input: BranchFacts | undefined; errors: readonly RowError[] } {
  const { soort = '', gemeente = '', informatiepunt = '', open = '' } = cells
  const text = (column: string, present: string | null | undefined): string =>
    cells[column] || (present ?? '')
  const kind = soort === '' ? branch?.kind : branchKindWords[soort.toLowerCase()]
  const municipality =
    gemeente === '' ? branch?.municipality : municipalityMeant(municipalities, gemeente)?.code
  const desk =
    informatiepunt === ''
      ? branch?.desk
      : desks.find(
          (each) => each.libraryId === libraryId && each.name.toLowerCase() === informatiepunt.toLowerCase(),
        )?.id
  const errors: RowError[] = []
  if (soort !== '' && !kind)
    errors.push({
      key: 'desks.import.error.kind',
      values: { words: Object.keys(branchKindWords).join(', ') },
    })
  if (gemeente !== '' && !municipality)
    errors.push({ key: 'organisations.import.error.municipality', values: { municipality: gemeente } })
  if (informatiepunt !== '' && !desk) errors.push({ key: 'desks.branch.error.desk-name' })
  if (!['', 'ja', 'nee'].includes(open.toLowerCase()))
    errors.push({ key: 'desks.import.error.yes-no', values: { column: 'open' } })
  if (errors.length > 0) return { input: undefined, errors }

  const parsed = branchForm.safeParse({
    name: cells.naam ?? '',
    kind: kind ?? '',
    municipality: municipality ?? '',
    street: text('straat', branch?.street),
    'house-number': text('huisnummer', branch?.houseNumber),
    postcode: text('postcode', branch?.postcode),
    town: text('plaats', branch?.town),
    point: text('plek', branch?.point && writePoint(branch.point)),
    desk: desk ?? '',
  })
  if (!parsed.success)
    return {
      input: undefined,
      errors: parsed.error.issues.map(({ message }) => ({ key: message as MessageKey })),
    }
  const input = branch ? leaveOldPoint(parsed.data, branch) : parsed.data
  const problems = addressProblems(input)
  return problems.length === 0 ? { input, errors } : { input: undefined, errors: rowErrors(problems) }
}

function sameBranch(input: BranchFacts, branch: BranchDetails): boolean {
  const parts = ['name', 'kind', 'municipality', 'street', 'houseNumber', 'postcode', 'town', 'desk'] as const
  return (
    parts.every((part) => input[part] === branch[part]) &&
    input.point?.latitude === branch.point?.latitude &&
    input.point?.longitude === branch.point?.longitude
  )
}
