import { firstDayOf, lastDayOf, monthOf } from '../../platform/time/local-month.ts'
import type { Instant } from '../../platform/time/local-time.ts'
import { type Cells, sumCells } from '../contacts/public.ts'
import type { AnswerField } from '../lists/public.ts'
import type { Area } from './area.ts'
import {
  type Figure,
  type FigureSource,
  figureOf,
  figureOfMonth,
  figuresAt,
  monthsLeftOut,
  type Span,
} from './figure.ts'
import { type Narrowing, withheldBy } from './narrowing.ts'
import {
  closedQuartersWithin,
  daysOfQuarter,
  monthsOf,
  type Period,
  periodBefore,
  quartersTouchedBy,
  yearBefore,
} from './period.ts'
import { smallestShown } from './small-counts.ts'

type ByMonth = ReadonlyMap<string, Cells>

/** What was counted, with which a report is made. */
export interface Counted {
  readonly period: Period
  readonly byMonth: ByMonth
  /** The same of a period to compare with, and which; undefined when there is nothing to compare with. */
  readonly compared:
    | {
        readonly period: Period
        readonly byMonth: ByMonth
        readonly wholeQuarters: ByMonth
        readonly with: Comparison
      }
    | undefined
  /** The month in which counting began, when that fell within the period to compare with, so that nothing is compared. */
  readonly countedSince: string | undefined
  /** What it is narrowed down to: then the months hold what fits. Undefined for everything. */
  readonly narrowed?: Narrowed | undefined
  /** The quarters that are wholly in the period; in a municipality, the whole of each quarter that the period touches. */
  readonly wholeQuarters: ByMonth
}

export interface Narrowed {
  readonly narrowing: Narrowing
  /** Months that are left out of everything, since they would tell of a single desk: of a municipality. */
  readonly monthsLeftOut: readonly string[]
  /** What came before is not told or not counted with this narrowing: that nothing is compared says nothing of what there was. */
  readonly notCompared: boolean
  /** Of when it is; undefined when it is of now. */
  readonly countedAt: Instant | undefined
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
  readonly narrowed?: Narrowed | undefined
  readonly contacts: Pair
  readonly questions: Pair
  /** Every month of the period, also one without anything. */
  readonly months: readonly MonthOfReport[]
  readonly figures: readonly Figure[]
}

export interface Reader {
  readonly today: string
  /** Visitors' background is shown to this reader at this level. */
  readonly seesVisitors: boolean
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
    narrowed: counted.narrowed,
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

/** The figures of one month of the period: those of which months may be told by themselves. */
export function figuresOfMonth(area: Area, counted: Counted, reader: Reader, month: string): Figure[] {
  const cells = counted.byMonth.get(month) ?? {}
  const source = sourceOf(area, counted, reader, { cells, before: undefined })
  return figuresAt(area.level).flatMap((name) => figureOfMonth(name, month, source) ?? [])
}

function sourceOf(
  area: Area,
  counted: Counted,
  reader: Reader,
  { cells, before }: Pick<FigureSource, 'cells' | 'before'>,
): FigureSource {
  const own = area.level === 'desk' || area.level === 'library'
  // What is narrowed down is told of months that are told whole, or not at all: nothing is left to hide.
  const months =
    area.level === 'municipality' && !counted.narrowed ? monthsOrQuarters(counted, reader) : undefined
  return {
    cells,
    before,
    spans: {
      always: own ? undefined : closedQuarters(counted, reader),
      'one-desk': months,
    },
    spansBefore: months && spansBefore(months, counted, reader),
    withoutVisitors: !reader.seesVisitors,
    withheld: withheldBy(counted.narrowed?.narrowing ?? {}, area.level),
    answers: reader.answers,
  }
}

/** Visitors are counted over the quarters that are over. */
function closedQuarters({ period, wholeQuarters }: Counted, { today }: Reader): Span[] {
  return closedQuartersWithin(period, today).map((quarter) => spanOf(daysOfQuarter(quarter), wholeQuarters))
}

/**
 * What a municipality's visitors came for is counted over the months that are over, and whole where two desks took part:
 * a day, or a month with one desk, tells of that desk. A quarter in which no month has two is counted as a quarter, since
 * more of it may be shown; if one has, month by month, as that month was perhaps seen by itself before the quarter was over.
 * Every quarter is cut up in one way, whatever the period: so one shown period minus another is a sum of such parts.
 */
function monthsOrQuarters(
  { period, wholeQuarters }: Pick<Counted, 'period' | 'wholeQuarters'>,
  { today }: Pick<Reader, 'today'>,
): Span[] {
  const within = ({ from, until }: Period): boolean =>
    from >= period.from && until <= period.until && until < today
  const spans = quartersTouchedBy(period).flatMap((quarter) => {
    const days = daysOfQuarter(quarter)
    const months = monthsOf(days)
      .map((month) => spanOf({ from: firstDayOf(month), until: lastDayOf(month) }, wholeQuarters))
      .filter(({ until }) => until < today)
      .map((month) => ({ ...month, open: hasTwoDesks(month.cells) || !month.cells.contacts }))
    return (months.some(({ cells }) => hasTwoDesks(cells)) ? months : [spanOf(days, wholeQuarters)]).filter(
      within,
    )
  })
  // A summer with one desk would hide nearly all of a year: then the months with two are told, without those.
  const contacts = (of: readonly Span[]): number =>
    of.reduce((sum, { cells }) => sum + (cells.contacts ?? 0), 0)
  const open = spans.filter((span) => span.open)
  return contacts(open) > 0 && contacts(open) * 2 >= contacts(spans) ? open : spans
}

/**
 * The months of a period that a municipality sees whole: over, and with two desks of which each is large enough. What it narrows
 * down to what people came for is told of these alone.
 */
export function monthsToldWhole(
  counted: Pick<Counted, 'period' | 'wholeQuarters'>,
  reader: Pick<Reader, 'today'>,
): ReadonlySet<string> {
  return new Set(
    monthsOrQuarters(counted, reader)
      .filter(({ open }) => open)
      .flatMap(monthsOf),
  )
}

/** The same months of the period compared with, where nothing of those is hidden: what a municipality may compare with. */
function spansBefore(spans: readonly Span[], { compared }: Counted, reader: Reader): Span[] | undefined {
  const [first, last] = [spans[0], spans.at(-1)]
  if (!compared || !first || !last) return undefined
  const shift = compared.with === 'year-earlier' ? yearBefore : periodBefore
  const wanted = shift({ from: first.from, until: last.until })
  const before = monthsOrQuarters(compared, reader)
  const same = before[0]?.from === wanted.from && before.at(-1)?.until === wanted.until
  const complete = monthsLeftOut(spans).length === 0 && monthsLeftOut(before).length === 0
  return same && complete && before.every(({ open }) => open) ? before : undefined
}

/** Whether a month tells of two desks. One with a few contacts hides nothing of the other: the second must be large enough to be shown. */
export function hasTwoDesks(cells: Cells): boolean {
  const desks = Object.entries(cells).filter(
    ([cell, number]) => cell.startsWith('desk:') && number >= smallestShown,
  )
  return desks.length >= 2
}

const spanOf = (days: Period, byMonth: ByMonth): Span => ({
  ...days,
  cells: together(byMonth, (month) => month >= monthOf(days.from) && month <= monthOf(days.until)),
  open: false,
})

function together(byMonth: ByMonth, takes: (month: string) => boolean = () => true): Cells {
  return sumCells([...byMonth].flatMap(([month, cells]) => (takes(month) ? [cells] : [])))
}
