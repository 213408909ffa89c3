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
import { type DeskInput, deskForm } from './add-desk/add-desk.form.ts'
import type { DeskDetails } from './change-desk/change-desk.query.ts'
import type { DeskKind } from './desk.ts'

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
  'open',
] as const
type Cells = Readonly<Record<string, string>>

/** How one writes the kind of a desk in a file. */
export const kindWords: Readonly<Record<string, DeskKind>> = {
  bibliotheek: 'library',
  vast: 'fixed',
  'pop-up': 'pop-up',
  rijdend: 'mobile',
  telefoon: 'telephone',
}

/** What to write of a desk. Its mother goes by name, since she may be new in the same file. */
export interface DeskChange {
  readonly id: string | undefined
  readonly libraryId: string
  readonly input: Omit<DeskInput, 'mother'>
  readonly motherName: string | null
}

/** A desk as it will be: of the file, or already there. */
interface Outcome {
  readonly motherName: string | null
  readonly active: boolean
}

/**
 * What reading these rows would do. A desk is known by its library and name; an empty cell changes nothing. Pure: over
 * its own outcome the same rows bring no change.
 * @param libraries those that the reader may fill; with one, the column for the library may be left out
 */
export function planDesks(
  rows: readonly CsvRow[],
  known: readonly DeskDetails[],
  libraries: readonly Organisation[],
  municipalities: readonly Municipality[],
): ImportPlan<DeskChange> {
  const nameOf = new Map(known.map(({ id, name }) => [id, name]))
  const byKey = new Map(known.map((desk) => [keyOf(desk.libraryId, desk.name), desk]))
  const outcomes = new Map<string, Outcome>(
    known.map((desk) => [
      keyOf(desk.libraryId, desk.name),
      { motherName: (desk.mother && nameOf.get(desk.mother)) ?? null, active: desk.active },
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
    const { input, errors } = inputOf(cells, desk, municipalities)
    if (!input || errors.length > 0) return wrong(line, name, errors)
    const motherName = cells.moederpunt || (outcomes.get(key)?.motherName ?? null)
    outcomes.set(key, { motherName, active: input.active })
    const change = { id: desk?.id, libraryId: library.id, input, motherName }
    if (!desk) return { line, name, status: 'new', errors, change }
    const sameMother =
      (motherName?.toLowerCase() ?? null) === (desk.mother && nameOf.get(desk.mother)?.toLowerCase())
    return sameMother && sameDesk(input, desk)
      ? { line, name, status: 'unchanged', errors }
      : { line, name, status: 'changed', errors, change }
  })

  const mothers = new Set(
    [...outcomes].flatMap(([key, { motherName }]) =>
      motherName ? [keyOf(key.slice(0, key.indexOf('\n')), motherName)] : [],
    ),
  )
  return makePlan(
    planned.map((row) => {
      if (!row.change?.motherName) return row
      const { libraryId, motherName, input } = row.change
      const mother = outcomes.get(keyOf(libraryId, motherName))
      const fits = mother?.active && mother.motherName === null && !mothers.has(keyOf(libraryId, input.name))
      return fits ? row : wrong(row.line, row.name, [{ key: 'desks.error.mother' }])
    }),
  )
}

const keyOf = (libraryId: string, name: string): string => `${libraryId}\n${name.toLowerCase()}`

const wrong = (line: number, name: string, errors: readonly RowError[]): PlannedRow<DeskChange> => ({
  line,
  name,
  status: 'error',
  errors,
})

function libraryMeant(libraries: readonly Organisation[], cell: string): Organisation | undefined {
  if (cell === '') return libraries.length === 1 ? libraries[0] : undefined
  const meant = cell.toLowerCase()
  return libraries.find(({ name, isil }) => name.toLowerCase() === meant || isil?.toLowerCase() === meant)
}

/** The row as the form would have sent it, over what stands there already. */
function inputOf(
  cells: Cells,
  desk: DeskDetails | undefined,
  municipalities: readonly Municipality[],
): { input: Omit<DeskInput, 'mother'> | undefined; errors: readonly RowError[] } {
  const { soort = '', gemeente = '', open = '' } = cells
  const text = (column: string, present: string | null | undefined): string =>
    cells[column] || (present ?? '')
  const errors: RowError[] = []
  const kind = soort === '' ? desk?.kind : kindWords[soort.toLowerCase()]
  if (soort !== '' && !kind)
    errors.push({ key: 'desks.import.error.kind', values: { words: Object.keys(kindWords).join(', ') } })
  const municipality =
    gemeente === '' ? desk?.municipality : municipalityMeant(municipalities, gemeente)?.code
  if (gemeente !== '' && !municipality)
    errors.push({ key: 'organisations.import.error.municipality', values: { municipality: gemeente } })
  if (!['', 'ja', 'nee'].includes(open.toLowerCase())) errors.push({ key: 'desks.import.error.open' })
  if (errors.length > 0) return { input: undefined, errors }

  const parsed = deskForm.omit({ mother: true }).safeParse({
    name: cells.naam ?? '',
    kind: kind ?? '',
    municipality: municipality ?? '',
    street: text('straat', desk?.street),
    'house-number': text('huisnummer', desk?.houseNumber),
    postcode: text('postcode', desk?.postcode),
    town: text('plaats', desk?.town),
    active: open === '' ? (desk?.active ?? true) : open.toLowerCase() === 'ja',
  })
  if (parsed.success) return { input: parsed.data, errors }
  return {
    input: undefined,
    errors: parsed.error.issues.map(({ message }) => ({ key: message as MessageKey })),
  }
}

function sameDesk(input: Omit<DeskInput, 'mother'>, desk: DeskDetails): boolean {
  return (
    input.name === desk.name &&
    input.kind === desk.kind &&
    input.municipality === desk.municipality &&
    input.street === desk.street &&
    input['house-number'] === desk.houseNumber &&
    input.postcode === desk.postcode &&
    input.town === desk.town &&
    input.active === desk.active
  )
}
