import type { SelfScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { firstDayOf } from '../../../platform/time/local-month.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { countDesksOnDays, countStaff, findDeskWeeks, openingFigures } from '../../desks/public.ts'
import type { Area, FiguresScope } from '../area.ts'
import { type Period, yearUpTo } from '../period.ts'
import { readReport } from '../read-report/read-report.query.ts'
import { periodsBeside, periodsOfTopics, periodsUpTo, type ReportPeriod } from '../report-period.ts'
import { findDesksOfArea } from '../show-opening-hours/show-opening-hours.query.ts'
import { type DesksOfReport, makeWrittenReport, type WrittenReport } from '../written-report.ts'

/** Reads what a report tells of the desks of its area. Everybody who has signed in may know that. */
export async function readDesksOfReport(
  db: ReadHandle,
  scope: SelfScope,
  area: Area,
  { kind, period }: ReportPeriod,
  today: string,
): Promise<DesksOfReport | undefined> {
  const found = await findDesksOfArea(db, scope, area, today)
  if (!found) return undefined
  const days = periodsUpTo({ kind, period }, periodsBeside + 1, today).map(({ until }) =>
    until < today ? until : today,
  )
  const counts = await countDesksOnDays(db, scope, found.which, days)
  return {
    overTime: days.map((day, at) => ({ day, count: counts[at] ?? 0 })),
    opening: openingFigures(await findDeskWeeks(db, scope, found.which, today)),
    staff: await countStaff(db, scope, found.which),
  }
}

/** A report as it is now. */
export interface CountedReport {
  readonly document: WrittenReport
  /** So much waits to be added up that it was left out: such numbers are not to be kept. */
  readonly isBehind: boolean
}

/** Counts and writes the report of an area, as it is now. What still runs is told up to today. */
export async function readWrittenReport(
  db: ReadHandle,
  scope: FiguresScope,
  wish: {
    readonly area: Area
    readonly areaName: string
    readonly about: ReportPeriod
    readonly withVisitors: boolean
    readonly desks: DesksOfReport
    readonly language: Language
    readonly t: Translate
  },
  now: Instant,
): Promise<CountedReport> {
  const { area, areaName, about, withVisitors, desks, language, t } = wish
  const today = localDay(now)
  const upToNow = ({ from, until }: Period): Period => ({ from, until: until < today ? until : today })
  const read = (period: Period, comparing?: 'nothing') =>
    readReport(
      db,
      scope,
      { area, period: upToNow(period), seesVisitors: withVisitors, language, t, comparing },
      now,
    )
  const { report, nameOf, behind, changed } = await read(about.period)
  const topics = []
  const months = new Map(report.months.map(({ month, now }) => [month, now]))
  for (const period of periodsOfTopics(about, today)) {
    // As it was registered then: what was merged since is not added up in one column and apart in another.
    const beside = (await read(period, 'nothing')).report
    for (const { month, now } of beside.months) months.set(month, now)
    const figure = beside.figures.find(({ name }) => name === 'topics')
    if (figure) topics.push({ period, figure })
  }
  const [first = ''] = [...months.keys()].toSorted()
  const since = [...months].flatMap(([month, count]) => (count > 0 ? [month] : [])).toSorted()[0]
  // A first month without anything may be a quiet one; then there was something in the year before.
  const began =
    since !== undefined &&
    since !== first &&
    (await read(yearUpTo(firstDayOf(first)), 'nothing')).report.contacts.now === 0
  const countedFrom = began ? since : undefined
  const document = makeWrittenReport(
    { kind: about.kind, areaName, report, withVisitors, topics, changed, desks, countedFrom, now },
    { t, language, nameOf },
  )
  return { document, isBehind: behind !== undefined }
}
