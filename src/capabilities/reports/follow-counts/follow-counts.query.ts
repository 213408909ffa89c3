import type { LibraryScope, MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { type Cells, readWaiting, sumCells } from '../../contacts/public.ts'
import { notRegistered, readListsOfAllDays } from '../../lists/public.ts'
import type { Area } from '../area.ts'
import { closedQuartersWithin, daysOfQuarter, type Period } from '../period.ts'
import { readFigures } from '../read-figures/read-figures.query.ts'
import { shownInQuarter } from '../small-counts.ts'

/** What somebody follows over time: these areas together, or only some of the desks that they count as parts. */
export interface Followed {
  readonly areas: readonly Area[]
  /** The desks that count; undefined: the areas whole. */
  readonly deskIds?: readonly string[] | undefined
}

/** What of a time may be told to a municipality as it is (decision 0016). */
export interface FollowedTotals {
  readonly contacts: number
  readonly questions: number
  /** Of how many contacts it is known whether the visitor was content, and of how many of those he was; none of some desks. */
  readonly asked: number
  readonly satisfied: number
}

/** The totals by month (2026-03) of the days of a period, both included; a month without anything is not there. */
export async function followMonths(
  db: ReadHandle,
  scope: MunicipalityScope | LibraryScope,
  { areas, deskIds }: Followed,
  period: Period,
): Promise<ReadonlyMap<string, FollowedTotals>> {
  const waiting = await readWaiting(db, scope)
  const found = new Map<string, Cells[]>()
  for (const area of areas)
    for (const [month, cells] of (await readFigures(db, scope, area, period, waiting)).byMonth)
      found.set(month, [...(found.get(month) ?? []), cells])
  return new Map([...found].map(([month, all]) => [month, totalsOf(sumCells(all), deskIds)]))
}

function totalsOf(cells: Cells, deskIds: readonly string[] | undefined): FollowedTotals {
  const of = (cell: string): number => cells[cell] ?? 0
  if (deskIds) {
    const together = (lead: string): number => deskIds.reduce((sum, id) => sum + of(`${lead}${id}`), 0)
    return { contacts: together('desk:'), questions: together('questions/desk:'), asked: 0, satisfied: 0 }
  }
  const satisfied = of('satisfied-yes')
  return {
    contacts: of('contacts'),
    questions: of('questions'),
    asked: satisfied + of('satisfied-partly') + of('satisfied-no'),
    satisfied,
  }
}

/** How often an answer was given in a quarter that is over; 'hidden' where it may not be told. */
export interface FollowedQuarter extends Period {
  readonly count: number | 'hidden'
}

/**
 * How many contacts had one answer about the visitor, by the quarters that are over and lie wholly in a period. A municipality is
 * told what its figures tell (decision 0016); a library its own as it is.
 */
export async function followAnswer(
  db: ReadHandle,
  scope: MunicipalityScope | LibraryScope,
  areas: readonly Area[],
  { field, code }: { readonly field: 'age' | 'language'; readonly code: string },
  period: Period,
  today: string,
): Promise<FollowedQuarter[]> {
  const { answerOptions } = await readListsOfAllDays(db, scope)
  const codes = answerOptions.flatMap((option) =>
    option.field === field && option.code !== notRegistered[field] ? [option.code] : [],
  )
  const quarters: FollowedQuarter[] = []
  for (const quarter of closedQuartersWithin(period, today)) {
    const days = daysOfQuarter(quarter)
    const cells: Cells[] = []
    for (const area of areas) cells.push(...(await readFigures(db, scope, area, days)).byMonth.values())
    const counts = sumCells(cells)
    const isTold = scope.kind === 'library' || shownInQuarter(counts, codes, true).has(code)
    quarters.push({ ...days, count: isTold ? (counts[code] ?? 0) : 'hidden' })
  }
  return quarters
}
