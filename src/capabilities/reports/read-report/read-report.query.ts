import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { type Cells, readWaiting } from '../../contacts/public.ts'
import {
  type AllLists,
  type AnswerField,
  type ChangedAnswers,
  comparableOver,
  readListsOfAllDays,
} from '../../lists/public.ts'
import type { Area, FiguresScope } from '../area.ts'
import { addsUp, comparableCounted, withoutIncomparable } from '../comparable-cells.ts'
import type { Figure } from '../figure.ts'
import { type NameOf, nameCodes } from '../name-codes/name-codes.query.ts'
import { type Narrowing, tellsOfQuestions } from '../narrowing.ts'
import {
  daysOfQuarter,
  monthsOf,
  type Period,
  periodBefore,
  quartersTouchedBy,
  yearBefore,
  yearUpTo,
} from '../period.ts'
import { type Figures, readFigures } from '../read-figures/read-figures.query.ts'
import { type NarrowedFigures, readNarrowed } from '../read-narrowed/read-narrowed.query.ts'
import {
  type Comparison,
  type Counted,
  figuresOfMonth,
  makeReport,
  monthsToldWhole,
  type Report,
} from '../report.ts'

export interface NamedReport {
  readonly report: Report
  readonly nameOf: NameOf
  /** The figures of one month, as far as they are counted by month. */
  readonly figuresOf: (month: string) => readonly Figure[]
  readonly behind: Figures['behind']
  /** What changed in the lists between the two periods: how they compare, and where they do not. */
  readonly changed: ChangedAnswers['changes']
}

export interface ReportWish {
  readonly area: Area
  readonly period: Period
  readonly seesVisitors: boolean
  readonly language: Language
  readonly t: Translate
  /** What to compare with; undefined: a year earlier, else the time right before. */
  readonly comparing?: Comparison | 'nothing' | undefined
}

/** Reads what was counted in an area over a period and in what that compares with, and makes the report of it. */
export async function readReport(
  db: ReadHandle,
  scope: FiguresScope,
  wish: ReportWish,
  now: Instant,
): Promise<NamedReport> {
  const { area, period } = wish
  // Once for all periods: they are read in one snapshot.
  const waiting = await readWaiting(db, scope)
  const { byMonth, behind } = await readFigures(db, scope, area, period, waiting)
  const read: ReadCells = async (other) => (await readFigures(db, scope, area, other, waiting)).byMonth
  const counted: Counted = {
    period,
    byMonth,
    ...(await readCompared(read, area, wish)),
    wholeQuarters: await readQuarters(read, area, period, byMonth),
  }
  return { ...(await nameReport(db, scope, wish, counted, now)), behind }
}

/** The same of what fits a narrowing; or why that is not counted yet. */
export async function readNarrowedReport(
  db: ReadHandle,
  scope: FiguresScope,
  wish: ReportWish & { readonly narrowing: Narrowing },
  now: Instant,
): Promise<NamedReport | Exclude<NarrowedFigures, { state: 'counted' }>> {
  const { area, period, narrowing } = wish
  const today = localDay(now)
  const readFitting = (other: Period): Promise<NarrowedFigures> =>
    readNarrowed(db, scope, { area, period: other, narrowing, withPairs: false, today })
  const found = await readFitting(period)
  if (found.state !== 'counted') return found
  const told = async (other: Period): Promise<ReadonlySet<string> | undefined> =>
    tellsOfQuestions(narrowing) ? readToldMonths(db, scope, area, other, today) : undefined
  const toldMonths = await told(period)
  const keep = (byMonth: ByMonth, months: ReadonlySet<string> | undefined): ByMonth =>
    months ? new Map([...byMonth].filter(([month]) => months.has(month))) : byMonth
  const monthsLeftOut = toldMonths ? monthsOf(period).filter((month) => !toldMonths.has(month)) : []
  let notCompared = monthsLeftOut.length > 0
  const read: ReadCells = async (other) => {
    const months = await told(other)
    // Months that are not told cannot be compared with, and a count of hours is not made for a comparison.
    const before =
      months && monthsOf(other).some((month) => !months.has(month)) ? undefined : await readFitting(other)
    if (before?.state === 'counted') return before.byMonth
    notCompared = true
    return new Map()
  }
  const byMonth = keep(found.byMonth, toldMonths)
  const compared = notCompared
    ? { compared: undefined, countedSince: undefined }
    : await readCompared(read, area, wish)
  const counted: Counted = {
    period,
    byMonth,
    ...compared,
    wholeQuarters: byMonth,
    narrowed: { narrowing, monthsLeftOut, notCompared, countedAt: found.countedAt },
  }
  return { ...(await nameReport(db, scope, wish, counted, now)), behind: undefined }
}

/**
 * The months of a period in which may be told what visitors of a municipality came for, and how they were helped; undefined where
 * all may.
 */
export async function readToldMonths(
  db: ReadHandle,
  scope: FiguresScope,
  area: Area,
  period: Period,
  today: string,
): Promise<ReadonlySet<string> | undefined> {
  if (area.level !== 'municipality') return undefined
  const read: ReadCells = async (other) => (await readFigures(db, scope, area, other)).byMonth
  return monthsToldWhole(
    { period, wholeQuarters: await readQuarters(read, area, period, new Map()) },
    { today },
  )
}

async function nameReport(
  db: ReadHandle,
  scope: FiguresScope,
  wish: ReportWish,
  counted: Counted,
  now: Instant,
): Promise<Omit<NamedReport, 'behind'>> {
  const { area, period } = wish
  const lists = await readListsOfAllDays(db, scope)
  const changed = comparableOver(lists.mappings ?? [], period, counted.compared?.period ?? period)
  const comparing = comparableCounted(counted, changed, addsUp(area.level))
  const cells = new Set([...counted.byMonth.values()].flatMap((each) => Object.keys(each)))
  const codesAfter = (lead: string): string[] =>
    [...cells].flatMap((cell) => (cell.startsWith(lead) ? [cell.slice(lead.length)] : []))
  const reader = { today: localDay(now), seesVisitors: wish.seesVisitors, answers: answersOf(lists) }
  return {
    report: withoutIncomparable(makeReport(area, comparing, reader), changed, addsUp(area.level)),
    changed: counted.compared ? changed.changes : [],
    figuresOf: (month) => figuresOfMonth(area, counted, reader, month),
    nameOf: await nameCodes(db, scope, {
      ...wish,
      deskIds: codesAfter('desk:'),
      municipalityCodes: [...codesAfter('home:'), ...codesAfter('municipality:')],
      withProvinces: area.level === 'nation',
      paidBy: area.level === 'financed' ? area.key : undefined,
    }),
  }
}

type ByMonth = ReadonlyMap<string, Cells>
type ReadCells = (period: Period) => Promise<ByMonth>

/**
 * What to compare with: what was asked for, else a year earlier, else the time right before. Nothing when nothing was counted
 * then either, or when counting began within it: half a year beside a whole one would show growth that never was.
 */
async function readCompared(
  read: ReadCells,
  area: Area,
  { period, comparing }: Pick<ReportWish, 'period' | 'comparing'>,
): Promise<Pick<Counted, 'compared' | 'countedSince'>> {
  for (const [kind, other] of [
    ['year-earlier', yearBefore(period)],
    ['period-before', periodBefore(period)],
  ] as const) {
    if (comparing && comparing !== kind) continue
    const byMonth = await read(other)
    const months = monthsOf(other)
    const since = months.find((month) => (byMonth.get(month)?.contacts ?? 0) > 0)
    if (!since) continue
    // A first month without anything may be a quiet one; then there was something in the year before.
    const began = since !== months[0] && !(await isCounted(read, yearUpTo(other.from)))
    return began
      ? { compared: undefined, countedSince: since }
      : {
          compared: {
            period: other,
            byMonth,
            wholeQuarters: await readQuarters(read, area, other, byMonth),
            with: kind,
          },
          countedSince: undefined,
        }
  }
  return { compared: undefined, countedSince: undefined }
}

async function isCounted(read: ReadCells, period: Period): Promise<boolean> {
  return [...(await read(period)).values()].some((cells) => (cells.contacts ?? 0) > 0)
}

/** In a municipality the quarters that the period touches, wholly: also what lies outside it tells how many desks there were. */
async function readQuarters(read: ReadCells, area: Area, period: Period, byMonth: ByMonth): Promise<ByMonth> {
  if (area.level !== 'municipality') return byMonth
  const quarters = quartersTouchedBy(period).map(daysOfQuarter)
  const whole = { from: quarters[0]?.from ?? period.from, until: quarters.at(-1)?.until ?? period.until }
  return read(whole)
}

function answersOf({ answerOptions }: AllLists): Readonly<Record<AnswerField, readonly string[]>> {
  const answers: Record<AnswerField, string[]> = {
    channel: [],
    help: [],
    gender: [],
    age: [],
    language: [],
    duration: [],
    satisfied: [],
    digid: [],
  }
  for (const { field, code } of answerOptions) answers[field].push(code)
  return answers
}
