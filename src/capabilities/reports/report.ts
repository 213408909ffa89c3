import { lastDayOf, monthOf } from '../../platform/time/local-month.ts'
import { addCells, type Cells } from '../contacts/public.ts'
import type { AnswerField } from '../lists/public.ts'
import type { Area } from './area.ts'
import { type Figure, type FigureSource, figureOf, figuresAt, isGuarded } from './figure.ts'
import { closedQuartersWithin, monthsOf, type Period, quarterOf, quartersTouchedBy } from './period.ts'

type ByMonth = ReadonlyMap<string, Cells>

/** What was counted, with which a report is made. */
export interface Counted {
  readonly period: Period
  readonly byMonth: ByMonth
  /** The same of a period to compare with, and which; undefined when there is nothing to compare with. */
  readonly compared:
    | { readonly period: Period; readonly byMonth: ByMonth; readonly with: Comparison }
    | undefined
  /** The month in which counting began, when that fell within the period to compare with, so that nothing is compared. */
  readonly countedSince: string | undefined
  /** The quarters that are wholly in the period; in a municipality, the whole of each quarter that the period touches. */
  readonly wholeQuarters: ByMonth
}

/** The same days a year earlier, or as long a period before. */
export type Comparison = 'year-earlier' | 'period-before'

export interface Pair {
  readonly now: number
  readonly before: number | undefined
}

export interface MonthOfReport extends Pair {
  readonly month: string
  readonly questions: Pair
  /** Runs still: its numbers will grow. */
  readonly unfinished: boolean
  /** Only some of its days fall in the period. */
  readonly partly: boolean
}

export interface Report {
  readonly area: Area
  readonly period: Period
  readonly compared: { readonly period: Period; readonly with: Comparison } | undefined
  /** The month in which counting began, when that is why nothing is compared. */
  readonly countedSince: string | undefined
  readonly contacts: Pair
  readonly questions: Pair
  /** Every month of the period, also one without anything. */
  readonly months: readonly MonthOfReport[]
  readonly figures: readonly Figure[]
}

export interface Reader {
  readonly today: string
  /** The level that a reader's own role is about: only there visitors' background is shown, outside the library. */
  readonly ownLevel: boolean
  readonly answers: Readonly<Record<AnswerField, readonly string[]>>
}

/** Makes the report of an area: what was counted, with small counts hidden from who may not see them. */
export function makeReport(area: Area, counted: Counted, reader: Reader): Report {
  const { period, byMonth, compared } = counted
  const cells = together(byMonth)
  const before = compared && together(compared.byMonth)
  const source = sourceOf(area, counted, reader, { cells, before })
  const pair = (cell: string): Pair => ({ now: cells[cell] ?? 0, before: before && (before[cell] ?? 0) })
  // Month beside month only where it is the same month of another year.
  const monthsBefore = compared?.with === 'year-earlier' ? monthsOf(compared.period) : undefined
  return {
    area,
    period,
    compared: compared && { period: compared.period, with: compared.with },
    countedSince: counted.countedSince,
    contacts: pair('contacts'),
    questions: pair('questions'),
    months: monthsOf(period).map((month, at) => {
      const other = compared?.byMonth.get(monthsBefore?.[at] ?? '')
      const pairOf = (cell: string): Pair => ({
        now: byMonth.get(month)?.[cell] ?? 0,
        before: monthsBefore && (other?.[cell] ?? 0),
      })
      return {
        month,
        ...pairOf('contacts'),
        questions: pairOf('questions'),
        unfinished: month === monthOf(reader.today),
        partly:
          (month === monthOf(period.from) && !period.from.endsWith('-01')) ||
          (month === monthOf(period.until) &&
            period.until !== lastDayOf(month) &&
            period.until < reader.today),
      }
    }),
    figures: figuresAt(area.level).map((name) => figureOf(name, source)),
  }
}

/** The figures of one month of the period: those that are counted whole, which what is guarded never is by month. */
export function figuresOfMonth(area: Area, counted: Counted, reader: Reader, month: string): Figure[] {
  const cells = counted.byMonth.get(month) ?? {}
  const source = sourceOf(area, counted, reader, { cells, before: undefined })
  return figuresAt(area.level)
    .filter((name) => !isGuarded(name, source))
    .map((name) => figureOf(name, source))
}

function sourceOf(
  area: Area,
  { period, wholeQuarters }: Counted,
  reader: Reader,
  { cells, before }: Pick<FigureSource, 'cells' | 'before'>,
): FigureSource {
  const touched = quartersTouchedBy(period).map((quarter) => ({
    quarter,
    cells: together(wholeQuarters, (month) => quarterOf(month) === quarter),
  }))
  const closed = new Set(closedQuartersWithin(period, reader.today))
  const own = area.level === 'desk' || area.level === 'library'
  return {
    cells,
    before,
    quarters: touched.filter(({ quarter }) => closed.has(quarter)),
    guard: guardOf(area, touched),
    withoutVisitors: !own && !reader.ownLevel,
    answers: reader.answers,
  }
}

/**
 * What is hidden at an area. A library sees its own whole. In a municipality where one desk had all contacts of some
 * quarter, what that quarter tells of a topic it tells of that desk.
 */
function guardOf(area: Area, touched: readonly { readonly cells: Cells }[]): 'all' | 'visitors' | 'none' {
  if (area.level === 'desk' || area.level === 'library') return 'none'
  const desks = touched
    .filter(({ cells }) => (cells.contacts ?? 0) > 0)
    .map(
      ({ cells }) =>
        Object.entries(cells).filter(([cell, number]) => cell.startsWith('desk:') && number > 0).length,
    )
  return area.level === 'municipality' && desks.some((number) => number < 2) ? 'all' : 'visitors'
}

function together(byMonth: ByMonth, takes: (month: string) => boolean = () => true): Cells {
  let sum: Cells = {}
  for (const [month, cells] of byMonth) if (takes(month)) sum = addCells(sum, cells)
  return sum
}
