import type { Cells, FigureChange } from '../contacts/public.ts'
import type { Area, Level } from './area.ts'

/** What is added to the figures of an area: to a day's, or to a month's (by its first day). */
export interface FigureSum extends Area {
  readonly grain: 'day' | 'month'
  readonly startsOn: string
  readonly cells: Cells
}

/**
 * Adds changes up by level, day and month. Each level also counts its parts, as cells of their own: the desks of a
 * library and a municipality, the municipalities of a province, the provinces of the nation. Where visitors live is
 * counted up to the municipality: above it, it would be hundreds of cells in every row. What a library has of its own is counted for
 * its desks and itself.
 * What comes to nothing is left out. contacts.pending_figures does the same for what was not added up yet.
 */
export function sumChanges(
  changes: readonly FigureChange[],
  provinceOf: ReadonlyMap<string, string>,
): FigureSum[] {
  const sums = new Map<string, FigureSum & { cells: Record<string, number> }>()
  for (const change of changes) {
    for (const [level, key, part] of countedAt(change, provinceOf)) {
      const isKept = keptAt(level)
      for (const [grain, startsOn] of [
        ['day', change.day],
        ['month', `${change.day.slice(0, 7)}-01`],
      ] as const) {
        const name = `${level} ${key} ${grain} ${startsOn}`
        let sum = sums.get(name)
        if (!sum) {
          sum = { level, key, grain, startsOn, cells: {} }
          sums.set(name, sum)
        }
        addTo(sum.cells, change.cells, part, isKept)
      }
    }
  }
  for (const { cells } of sums.values())
    for (const [cell, number] of Object.entries(cells)) if (number === 0) delete cells[cell]
  return [...sums.values()]
}

/** Which cells are kept at a level. */
function keptAt(level: Level): (cell: string) => boolean {
  const withHomes = level !== 'province' && level !== 'nation'
  const withLocal = level === 'desk' || level === 'library'
  return (cell) =>
    (withHomes || !cell.startsWith('home:')) && (withLocal || !/^(questions\/)?local:/.test(cell))
}

function countedAt(
  { deskId, libraryId, municipalityCode }: FigureChange,
  provinceOf: ReadonlyMap<string, string>,
): (readonly [Level, string, string | undefined])[] {
  const province = provinceOf.get(municipalityCode)
  if (!province) throw new Error(`No province for municipality ${municipalityCode}`)
  return [
    ['desk', deskId, undefined],
    ['library', libraryId, `desk:${deskId}`],
    ['municipality', municipalityCode, `desk:${deskId}`],
    ['province', province, `municipality:${municipalityCode}`],
    ['nation', 'NL', `province:${province}`],
  ]
}

function addTo(
  sum: Record<string, number>,
  cells: Cells,
  part: string | undefined,
  isKept: (cell: string) => boolean,
): void {
  const add = (cell: string, number: number): void => {
    sum[cell] = (sum[cell] ?? 0) + number
  }
  for (const [cell, number] of Object.entries(cells)) if (isKept(cell)) add(cell, number)
  if (part && cells.contacts) add(part, cells.contacts)
  if (part && cells.questions) add(`questions/${part}`, cells.questions)
}
