import type { CsvRow } from '../../platform/csv/read-csv.ts'
import { longestName, type OrganisationInput } from './add-organisation/add-organisation.form.ts'
import { type ImportPlan, makePlan, type PlannedRow, type RowError } from './import-plan.ts'
import { type Municipality, municipalityMeant } from './municipality.ts'
import { isilForm } from './organisation.ts'

export const libraryColumns = ['naam', 'isil', 'gemeenten'] as const

export interface KnownLibrary {
  readonly id: string
  readonly name: string
  readonly isil: string | null
  readonly active: boolean
  /** Codes, in order. */
  readonly municipalities: readonly string[]
}

/** What to write of a library: to one that is there, or a new one. */
export interface LibraryChange {
  readonly id: string | undefined
  readonly input: OrganisationInput
}

/**
 * What reading these rows would do. A library is known by its ISIL code, else by its name; an empty cell changes
 * nothing. Pure: the same rows over the same libraries give the same plan, and over their own outcome no change.
 */
export function planLibraries(
  rows: readonly CsvRow[],
  known: readonly KnownLibrary[],
  municipalities: readonly Municipality[],
): ImportPlan<LibraryChange> {
  const byName = new Map(known.map((library) => [library.name.toLowerCase(), library]))
  const byIsil = new Map(known.map((library) => [library.isil ?? '', library]))
  const seen = new Map<string, number>()

  return makePlan(
    rows.map(({ line, cells }): PlannedRow<LibraryChange> => {
      const { naam: name = '', isil: isilCell = '', gemeenten = '' } = cells
      const isil = isilCell.toUpperCase()
      const errors: RowError[] = []
      if (name === '') errors.push({ key: 'organisations.error.name' })
      if (name.length > longestName) errors.push({ key: 'organisations.error.name-long' })
      if (isil !== '' && !isilForm.test(isil)) errors.push({ key: 'organisations.error.isil' })

      const named = gemeenten.split(/[,|/]/).flatMap((part) => part.trim() || [])
      const area = named.map((each) => municipalityMeant(municipalities, each)?.code)
      for (const [at, code] of area.entries())
        if (!code)
          errors.push({
            key: 'organisations.import.error.municipality',
            values: { municipality: named[at] ?? '' },
          })

      const sameName = byName.get(name.toLowerCase())
      const library = (isil !== '' && byIsil.get(isil)) || sameName
      if (sameName && library !== sameName) errors.push({ key: 'organisations.error.name-taken' })
      if (library?.isil && isil !== '' && library.isil !== isil)
        errors.push({ key: 'organisations.import.error.other-isil', values: { isil: library.isil } })

      for (const mark of [`name ${name.toLowerCase()}`, ...(isil ? [`isil ${isil}`] : [])]) {
        const before = seen.get(mark)
        if (before !== undefined)
          errors.push({ key: 'organisations.import.error.twice', values: { line: before } })
        else seen.set(mark, line)
      }
      if (errors.length > 0) return { line, name, status: 'error', errors }

      const codes = area.flatMap((code) => code ?? [])
      const input: OrganisationInput = {
        kind: 'library',
        name,
        isil: isil || (library?.isil ?? null),
        municipality: '',
        municipalities: codes.length > 0 ? [...new Set(codes)].sort() : [...(library?.municipalities ?? [])],
        provinces: [],
        active: library?.active ?? true,
      }
      if (!library) return { line, name, status: 'new', errors, change: { id: undefined, input } }
      const same =
        input.name === library.name &&
        input.isil === library.isil &&
        input.municipalities.join() === [...library.municipalities].sort().join()
      return same
        ? { line, name, status: 'unchanged', errors }
        : { line, name, status: 'changed', errors, change: { id: library.id, input } }
    }),
  )
}
