import type { CsvRow } from '../../platform/csv/read-csv.ts'
import type { MessageKey } from '../../platform/i18n/translate.ts'
import {
  type ImportPlan,
  type Municipality,
  makePlan,
  municipalityMeant,
  type Organisation,
  type PlannedRow,
  type RowError,
} from '../organisations/public.ts'
import { deskForm } from './add-desk/add-desk.form.ts'
import type { FieldProblem, GivenAddress } from './address-check.ts'
import { yesNoField } from './address-fields.ts'
import type { DeskDetails } from './change-desk/change-desk.query.ts'
import { type DeskFacts, type DeskKind, type DeskVariant, lacksMother, leaveOldPoint } from './desk.ts'
import { deskFields, writeShown } from './desk-fields.ts'
import { languageMeant } from './languages.ts'
import { writePoint } from './map-point.ts'

export const deskColumns = [
  'bibliotheek',
  'naam',
  'soort',
  'gemeente',
  'moederpunt',
  'straat',
  'huisnummer',
  'postcode',
  'plaats',
  'plek',
  'gastorganisatie',
  'telefoon',
  'e-mail',
  'website',
  'drempelvrij',
  'ringleiding',
  'aparte-ruimte',
  'talen',
  'variant',
  'op-afspraak',
  'medewerkers',
  'vrijwilligers',
  'medewerkers-partners',
  'toelichting',
  'open',
] as const
type DeskColumn = (typeof deskColumns)[number]
type Cells = Readonly<Record<string, string>>

/** How one writes the kind of a desk in a file. */
export const kindWords: Readonly<Record<string, DeskKind>> = {
  bibliotheek: 'library',
  vast: 'fixed',
  'pop-up': 'pop-up',
  rijdend: 'mobile',
  telefoon: 'telephone',
}

/** How one writes the variant of a desk in a file. */
export const variantWords: Readonly<Record<string, DeskVariant>> = {
  basis: 'basic',
  altijd: 'always',
  breed: 'broad',
}

const yesNoWords: Readonly<Record<string, string>> = { ja: 'yes', nee: 'no' }

/** What to write of a desk. Its mother goes by name, since she may be new in the same file. */
export interface DeskChange {
  readonly id: string | undefined
  readonly libraryId: string
  readonly input: Omit<DeskFacts, 'mother'>
  readonly motherName: string | null
  readonly active: boolean
}

/** What a file is compared with. */
export interface DeskWorld {
  readonly desks: readonly DeskDetails[]
  /** Those that the reader may fill; with one, the column for the library may be left out. */
  readonly libraries: readonly Organisation[]
  readonly municipalities: readonly Municipality[]
  /** What in an address gainsays the rest. */
  readonly addressProblems: (given: GivenAddress) => readonly FieldProblem[]
  /** Local day, as 2026-11-24. */
  readonly today: string
}

/** A desk as it will be: of the file, or already there. */
interface Outcome {
  readonly name: string
  readonly kind: DeskKind
  readonly motherName: string | null
  readonly active: boolean
}

/**
 * What reading these rows would do. A desk is known by its library and name; an empty cell changes nothing. Pure: over
 * its own outcome the same rows bring no change.
 */
export function planDesks(rows: readonly CsvRow[], world: DeskWorld): ImportPlan<DeskChange> {
  const { desks: known, libraries } = world
  const nameOf = new Map(known.map(({ id, name }) => [id, name]))
  const byKey = new Map(known.map((desk) => [keyOf(desk.libraryId, desk.name), desk]))
  const outcomes = new Map<string, Outcome>(
    known.map((desk) => [
      keyOf(desk.libraryId, desk.name),
      {
        name: desk.name,
        kind: desk.kind,
        motherName: (desk.mother && nameOf.get(desk.mother)) ?? null,
        active: desk.active,
      },
    ]),
  )
  const seen = new Map<string, number>()

  const planned = rows.map(({ line, cells }): PlannedRow<DeskChange> => {
    const name = cells.naam ?? ''
    const library = libraryMeant(libraries, cells.bibliotheek ?? '')
    if (!library) return wrong(line, name, [{ key: 'desks.import.error.library' }])
    const key = keyOf(library.id, name)
    const before = seen.get(key)
    if (before !== undefined)
      return wrong(line, name, [{ key: 'desks.import.error.twice', values: { line: before } }])
    seen.set(key, line)

    const desk = byKey.get(key)
    const { input, errors } = inputOf(cells, desk, world)
    if (!input || errors.length > 0) return wrong(line, name, errors)
    const motherName = cells.moederpunt || (outcomes.get(key)?.motherName ?? null)
    const open = cells.open?.toLowerCase() ?? ''
    const active = open === '' ? (desk?.active ?? true) : open === 'ja'
    outcomes.set(key, { name: input.name, kind: input.kind, motherName, active })
    const change = { id: desk?.id, libraryId: library.id, input, motherName, active }
    if (!desk) return { line, name, status: 'new', errors, change }
    const sameMother =
      (motherName?.toLowerCase() ?? null) === (desk.mother && nameOf.get(desk.mother)?.toLowerCase())
    return sameMother && active === desk.active && sameDesk(input, desk)
      ? { line, name, status: 'unchanged', errors }
      : { line, name, status: 'changed', errors, change }
  })

  return makePlan(
    planned.map((row) => {
      const problem = row.change && kinProblem(row.change, outcomes)
      return problem ? wrong(row.line, row.name, [problem]) : row
    }),
  )
}

/** What is wrong between a desk and its mother or children, as they all will be. */
function kinProblem(
  { libraryId, input, motherName, active }: DeskChange,
  outcomes: ReadonlyMap<string, Outcome>,
): RowError | undefined {
  const own = [...outcomes].flatMap(([key, outcome]) => (key.startsWith(`${libraryId}\n`) ? [outcome] : []))
  const isMe = (name: string | null): boolean => name?.toLowerCase() === input.name.toLowerCase()
  const children = own.filter((outcome) => outcome.active && isMe(outcome.motherName))
  const mother = motherName ? outcomes.get(keyOf(libraryId, motherName)) : undefined
  if (!active) {
    const [child] = children
    if (child) return { key: 'desks.import.error.children', values: { child: child.name } }
    return motherName && !mother ? { key: 'desks.error.mother' } : undefined
  }
  if (motherName) {
    const fits = mother?.active && mother.motherName === null && children.length === 0
    return fits ? undefined : { key: 'desks.error.mother' }
  }
  const possible = own.filter((each) => each.active && each.motherName === null && !isMe(each.name))
  return children.length === 0 && lacksMother({ kind: input.kind, mother: null }, possible)
    ? { key: 'desks.error.mother-missing' }
    : undefined
}

const keyOf = (libraryId: string, name: string): string => `${libraryId}\n${name.toLowerCase()}`

const wrong = (line: number, name: string, errors: readonly RowError[]): PlannedRow<DeskChange> => ({
  line,
  name,
  status: 'error',
  errors,
})

/** The library that a row means; with one to choose from, the column may be left out. */
export function libraryMeant(libraries: readonly Organisation[], cell: string): Organisation | undefined {
  if (cell === '') return libraries.length === 1 ? libraries[0] : undefined
  const meant = cell.toLowerCase()
  return libraries.find(({ name, isil }) => name.toLowerCase() === meant || isil?.toLowerCase() === meant)
}

/** The row as the form would have sent it, over what stands there already. */
function inputOf(
  cells: Cells,
  desk: DeskDetails | undefined,
  { municipalities, addressProblems, today }: DeskWorld,
): { input: Omit<DeskFacts, 'mother'> | undefined; errors: readonly RowError[] } {
  const errors: RowError[] = []
  /** What stands in a cell in the words of the form; what stands there already when it is empty. */
  const read = <Value>(
    column: DeskColumn,
    present: Value,
    meant: (cell: string) => Value | undefined,
    error: RowError,
  ): Value => {
    const cell = cells[column] ?? ''
    if (cell === '') return present
    const value = meant(cell)
    if (value === undefined) errors.push(error)
    return value ?? present
  }
  const yesNo = (column: DeskColumn, present: boolean | null | undefined): string =>
    read(column, yesNoField(present ?? null), (cell) => yesNoWords[cell.toLowerCase()], {
      key: 'desks.import.error.yes-no',
      values: { column },
    })
  const text = (column: DeskColumn, present: string | number | null | undefined): string =>
    cells[column] || String(present ?? '')

  const kind = read('soort', desk?.kind, (cell) => kindWords[cell.toLowerCase()], {
    key: 'desks.import.error.kind',
    values: { words: Object.keys(kindWords).join(', ') },
  })
  const municipality = read(
    'gemeente',
    desk?.municipality,
    (cell) => municipalityMeant(municipalities, cell)?.code,
    { key: 'organisations.import.error.municipality', values: { municipality: cells.gemeente ?? '' } },
  )
  const variant = read('variant', desk?.variant ?? 'basic', (cell) => variantWords[cell.toLowerCase()], {
    key: 'desks.import.error.variant',
    values: { words: Object.keys(variantWords).join(', ') },
  })
  const languages = read('talen', desk?.languages ?? [], languagesMeant, {
    key: 'desks.import.error.languages',
  })
  const byAppointment = yesNo('op-afspraak', desk?.byAppointment)
  const form = {
    name: cells.naam ?? '',
    kind: kind ?? '',
    municipality: municipality ?? '',
    mother: '',
    host: text('gastorganisatie', desk?.host),
    street: text('straat', desk?.street),
    'house-number': text('huisnummer', desk?.houseNumber),
    postcode: text('postcode', desk?.postcode),
    town: text('plaats', desk?.town),
    point: text('plek', desk?.point && writePoint(desk.point)),
    phone: text('telefoon', desk?.phone),
    email: text('e-mail', desk?.email),
    website: text('website', desk?.website),
    'step-free': yesNo('drempelvrij', desk?.stepFree),
    'hearing-loop': yesNo('ringleiding', desk?.hearingLoop),
    'private-room': yesNo('aparte-ruimte', desk?.privateRoom),
    languages,
    variant,
    'by-appointment': byAppointment === 'yes',
    employees: text('medewerkers', desk?.employees),
    volunteers: text('vrijwilligers', desk?.volunteers),
    'partner-staff': text('medewerkers-partners', desk?.partnerStaff),
    note: text('toelichting', desk?.note),
    financiers: desk?.financiers ?? [],
  }
  yesNo('open', null)
  if (errors.length > 0) return { input: undefined, errors }
  const parsed = deskForm(today).safeParse(form)
  if (!parsed.success)
    return {
      input: undefined,
      errors: parsed.error.issues.map(({ message }) => ({ key: message as MessageKey })),
    }
  const { mother: _byName, ...facts } = desk ? leaveOldPoint(parsed.data, desk) : parsed.data
  const problems = addressProblems(facts)
  return problems.length === 0 ? { input: facts, errors } : { input: undefined, errors: rowErrors(problems) }
}

/** The problems as the preview of a file shows them. */
export const rowErrors = (problems: readonly FieldProblem[]): RowError[] =>
  problems.map(({ message, values }) => ({ key: message, ...(values && { values }) }))

/** Languages with commas or semicolons between; undefined when one of them is not in the list. */
function languagesMeant(cell: string): readonly string[] | undefined {
  const meant = cell.split(/[,;]/).map(languageMeant)
  return meant.every((code) => code !== undefined) ? meant : undefined
}

const sameDesk = (input: Omit<DeskFacts, 'mother'>, desk: DeskDetails): boolean =>
  writeShown(deskFields({ ...input, mother: null })) === writeShown(deskFields({ ...desk, mother: null }))
