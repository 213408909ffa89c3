import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { addCells, type Cells } from '../../contacts/public.ts'
import type { Area, FiguresScope } from '../area.ts'
import { type NameOf, nameCodes } from '../name-codes/name-codes.query.ts'
import { type Narrowing, tellsOfDesks } from '../narrowing.ts'
import { monthsOf, type Period } from '../period.ts'
import { readFigures } from '../read-figures/read-figures.query.ts'
import { type NarrowedFigures, readNarrowed } from '../read-narrowed/read-narrowed.query.ts'
import { readToldMonths } from '../read-report/read-report.query.ts'

export type Combinations =
  | {
      readonly state: 'counted'
      /** Those with an & in them, and what they are of: contacts, and contacts by topic. */
      readonly cells: Cells
      readonly countedAt: Instant | undefined
      /** Months that are not told, since they would tell of a single desk: of a municipality. */
      readonly monthsLeftOut: readonly string[]
      readonly nameOf: NameOf
    }
  /**
   * Of a municipality, narrowed down to a way or a place: that would tell what a single desk was asked (decision 0029). Of what a
   * municipality pays for always.
   */
  | { readonly state: 'withheld' }
  | Exclude<NarrowedFigures, { state: 'counted' }>

/** What was asked together, about whom and how it was helped, in an area over a period; of a municipality in the months that are told. */
export async function readCombinations(
  db: ReadHandle,
  scope: FiguresScope,
  wish: {
    readonly area: Area
    readonly period: Period
    readonly narrowing: Narrowing
    readonly language: Language
    readonly t: Translate
  },
  now: Instant,
): Promise<Combinations> {
  const { area, period, narrowing } = wish
  if (area.level === 'financed') return { state: 'withheld' }
  if (area.level === 'municipality' && tellsOfDesks(narrowing)) return { state: 'withheld' }
  const today = localDay(now)
  const found = await readNarrowed(db, scope, { area, period, narrowing, withPairs: true, today })
  if (found.state !== 'counted') return found
  const told = await readToldMonths(db, scope, area, period, today)
  const inTold = (byMonth: ReadonlyMap<string, Cells>): Cells =>
    [...byMonth].flatMap(([month, cells]) => (!told || told.has(month) ? [cells] : [])).reduce(addCells, {})
  let cells = inTold(found.byMonth)
  // What is kept ready of provinces and the nation are the combinations alone.
  if (cells.contacts === undefined) {
    const all = Object.entries(inTold((await readFigures(db, scope, area, period)).byMonth))
    cells = addCells(
      cells,
      Object.fromEntries(all.filter(([cell]) => cell === 'contacts' || cell.startsWith('topic:'))),
    )
  }
  return {
    state: 'counted',
    cells,
    countedAt: found.countedAt,
    monthsLeftOut: told ? monthsOf(period).filter((month) => !told.has(month)) : [],
    nameOf: await nameCodes(db, scope, { ...wish, deskIds: [], municipalityCodes: [], withProvinces: false }),
  }
}
