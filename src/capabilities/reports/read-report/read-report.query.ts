import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import type { Cells } from '../../contacts/public.ts'
import { findDesks } from '../../desks/public.ts'
import { type AllLists, type AnswerField, readListsOfAllDays } from '../../lists/public.ts'
import { findMunicipalities, type Municipality, provincesOf } from '../../organisations/public.ts'
import type { Area, FiguresScope } from '../area.ts'
import type { FigureName } from '../figure.ts'
import { isOwnLevel } from '../own-areas.ts'
import { daysOfQuarter, type Period, periodBefore, quartersTouchedBy, yearBefore } from '../period.ts'
import { type Figures, readFigures } from '../read-figures/read-figures.query.ts'
import { type Counted, makeReport, type Report } from '../report.ts'

export interface NamedReport {
  readonly report: Report
  /** What a code of a figure is called. */
  readonly nameOf: (figure: FigureName, code: string) => string
  readonly behind: Figures['behind']
}

/** Reads what was counted in an area over a period and in what that compares with, and makes the report of it. */
export async function readReport(
  db: ReadHandle,
  scope: FiguresScope,
  wish: { readonly area: Area; readonly period: Period; readonly language: Language; readonly t: Translate },
  now: Instant,
): Promise<NamedReport> {
  const { area, period } = wish
  const today = localDay(now)
  const { byMonth, behind } = await readFigures(db, scope, area, period)
  const lists = await readListsOfAllDays(db, scope)
  const counted: Counted = {
    period,
    byMonth,
    compared: await readCompared(db, scope, area, period),
    wholeQuarters:
      area.level === 'desk' || area.level === 'library'
        ? new Map()
        : await readQuarters(db, scope, area, period),
  }
  const reader = { today, ownLevel: isOwnLevel(scope, area), answers: answersOf(lists) }
  return {
    report: makeReport(area, counted, reader),
    nameOf: await readNames(db, scope, lists, wish, counted),
    behind,
  }
}

/** What to compare with: a year earlier, else the time right before; nothing when nothing was counted then either. */
async function readCompared(
  db: ReadHandle,
  scope: FiguresScope,
  area: Area,
  period: Period,
): Promise<Counted['compared']> {
  for (const [kind, other] of [
    ['year-earlier', yearBefore(period)],
    ['period-before', periodBefore(period)],
  ] as const) {
    const { byMonth } = await readFigures(db, scope, area, other)
    if ([...byMonth.values()].some((cells) => (cells.contacts ?? 0) > 0))
      return { period: other, byMonth, with: kind }
  }
  return undefined
}

async function readQuarters(
  db: ReadHandle,
  scope: FiguresScope,
  area: Area,
  period: Period,
): Promise<ReadonlyMap<string, Cells>> {
  const quarters = quartersTouchedBy(period).map(daysOfQuarter)
  const whole = { from: quarters[0]?.from ?? period.from, until: quarters.at(-1)?.until ?? period.until }
  return (await readFigures(db, scope, area, whole)).byMonth
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

/** The names of all codes that were counted; of a municipality that was merged since, the name it had. */
async function readNames(
  db: ReadHandle,
  scope: FiguresScope,
  lists: AllLists,
  { area, period, language, t }: { area: Area; period: Period; language: Language; t: Translate },
  { byMonth }: Counted,
): Promise<NamedReport['nameOf']> {
  const deskIds = new Set<string>()
  for (const cells of byMonth.values())
    for (const cell of Object.keys(cells)) if (cell.startsWith('desk:')) deskIds.add(cell.slice(5))
  const desks = new Map((await findDesks(db, scope, [...deskIds])).map(({ id, name }) => [id, name]))
  const municipalities =
    area.level === 'nation' || area.level === 'province' || hasHomes(byMonth)
      ? await municipalitiesDuring(db, scope, period)
      : []
  const named = <Value extends { readonly code: string }>(
    values: readonly Value[],
    name: (value: Value) => string,
  ) => new Map(values.map((value) => [value.code, name(value)]))
  const homes = named(municipalities, ({ name }) => name)
  const options = named(lists.answerOptions, ({ labels }) => labels[language])
  const byFigure: Partial<Record<FigureName, ReadonlyMap<string, string>>> = {
    topics: named(lists.topics, ({ labels }) => labels[language]),
    providers: named(lists.serviceProviders, ({ shortNames }) => shortNames[language]),
    home: homes,
    municipalities: homes,
    provinces: named(provincesOf(municipalities), ({ name }) => name),
    desks,
    counted: new Map(
      (['contact', 'rush', 'tally'] as const).map((how) => [how, t(`reports.counted.${how}`)]),
    ),
  }
  return (figure, code) => (byFigure[figure] ?? options).get(code) ?? code
}

const hasHomes = (byMonth: ReadonlyMap<string, Cells>): boolean =>
  [...byMonth.values()].some((cells) => Object.keys(cells).some((cell) => cell.startsWith('home:')))

/** Those that exist at the end of the period, and those that existed at its beginning. */
async function municipalitiesDuring(
  db: ReadHandle,
  scope: FiguresScope,
  { from, until }: Period,
): Promise<Municipality[]> {
  const then = await findMunicipalities(db, scope, from)
  return [...then, ...(await findMunicipalities(db, scope, until))]
}
