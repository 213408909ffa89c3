import type { Language } from '../../platform/i18n/translate.ts'
import { dateInWords, monthInWords, monthOf } from '../../platform/time/local-month.ts'
import { type Instant, localDay, localTime } from '../../platform/time/local-time.ts'
import type { OpeningFigures, Staff } from '../desks/public.ts'
import type { ChangedAnswers } from '../lists/public.ts'
import type { Area } from './area.ts'
import { type Figure, isOfOneDesk } from './figure.ts'
import { sayComparison, sayFinding, sayNumber, sayPeriod, type Words } from './figure-words.ts'
import { type Period, quarterOf } from './period.ts'
import type { Pair, Report } from './report.ts'
import type { ReportKind } from './report-period.ts'
import { desksFigure, hoursFigure, staffFigure } from './written-report-desks.ts'
import { helpFigure, topicsFigure, visitorsFigure } from './written-report-visitors.ts'

/** What stands beside a row of a figure: numbers, one for each column. */
export interface WrittenRow {
  readonly code: string
  readonly label: string
  /** Null where it is hidden or not known. */
  readonly values: readonly (number | null)[]
  /** From 0 to 1, of the last column; null where it has none. Said in whole percents, so that shares may add up to 101. */
  readonly share: number | null
}

export const writtenFigureIds = [
  'months',
  'age',
  'language',
  'gender',
  'help',
  'topics',
  'desks',
  'hours',
  'staff',
] as const
export type WrittenFigureId = (typeof writtenFigureIds)[number]

/** One figure of a report, in words and numbers: all that a page, a PDF and a file need. */
export interface WrittenFigure {
  readonly id: WrittenFigureId
  /** 'Figuur 1. Leeftijd': the numbers are those of the guide (§ 2.2). */
  readonly heading: string
  /** What it says, from the numbers. */
  readonly text: readonly string[]
  /** Over how many and which days, and what is hidden or not counted. */
  readonly notes: readonly string[]
  readonly definition: string
  /** What the rows are. */
  readonly rowHeader: string
  /** What the numbers are. */
  readonly columns: readonly string[]
  readonly rows: readonly WrittenRow[]
}

export interface WrittenTotal extends Pair {
  readonly code: 'contacts' | 'questions'
  readonly label: string
  /** How it compares, in words. */
  readonly remark: string
}

/**
 * A report as a document: page, PDF, Excel and CSV are made of it and of nothing else. It can be kept as it is: names and
 * sentences stand in it, in one language.
 */
export interface WrittenReport {
  /** The form of what was kept. A later form must read this one. */
  readonly version: 1
  readonly kind: ReportKind
  readonly language: Language
  readonly title: string
  readonly area: Area
  readonly areaName: string
  readonly period: Period
  readonly periodName: string
  /** ISO 8601. */
  readonly countedAt: string
  /** Visitors' background is in it. */
  readonly withVisitors: boolean
  readonly totals: readonly WrittenTotal[]
  readonly summary: readonly string[]
  /** What is not in the numbers. */
  readonly caveats: readonly string[]
  readonly figures: readonly WrittenFigure[]
}

/** What is known of the desks of an area when a report is made. */
export interface DesksOfReport {
  /** How many stood in Balie at the end of these days, oldest first. */
  readonly overTime: readonly { readonly day: string; readonly count: number }[]
  readonly opening: OpeningFigures
  readonly staff: Staff
}

/** What a report is made of. */
export interface ReportSource {
  readonly kind: ReportKind
  readonly areaName: string
  readonly report: Report
  readonly withVisitors: boolean
  /** The topics of some periods one after another, the last of them of the report itself. */
  readonly topics: readonly { readonly period: Period; readonly figure: Figure }[]
  /** What changed in the lists since the period that it is compared with. */
  readonly changed: ChangedAnswers['changes']
  readonly desks: DesksOfReport
  /** The month in which counting began here, when that fell within these periods: before it nothing was counted. */
  readonly countedFrom?: string | undefined
  readonly now: Instant
}

/** Writes a report: the same numbers as the figures on the screen, so that it hides the same. */
export function makeWrittenReport(source: ReportSource, words: Words): WrittenReport {
  const { kind, areaName, report, withVisitors, now } = source
  const { t, language } = words
  const { area, period } = report
  const periodName = sayReportPeriod(kind, period, words)
  return {
    version: 1,
    kind,
    language,
    title: t(`sent-reports.title.${kind}`, { period: periodName, area: areaName }),
    area,
    areaName,
    period,
    periodName,
    countedAt: now.toString(),
    withVisitors,
    totals: totalsOf(report, words),
    summary: summaryOf(source, words),
    caveats: caveatsOf(source, words),
    figures: sentenced([
      monthsFigure(report, source.countedFrom, words),
      ...(['age', 'language', 'gender'] as const).map((name) => visitorsFigure(name, report, words)),
      helpFigure(report, words),
      topicsFigure(source.topics, source.changed, words, source.countedFrom),
      // Of one desk there is nothing to count over time.
      ...(area.level === 'desk' ? [] : [desksFigure(source.desks, words)]),
      hoursFigure(source.desks, source, words),
      staffFigure(source.desks, source, words),
    ]),
  }
}

/** A share of next to nothing begins its sentence with a small letter. */
const sentenced = (figures: readonly WrittenFigure[]): WrittenFigure[] =>
  figures.map((figure) => ({
    ...figure,
    text: figure.text.map((sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1)),
  }))

/** "derde kwartaal van 2026", "oktober 2026" or "2026". */
export function sayReportPeriod(
  kind: ReportKind,
  period: Period,
  words: Pick<Words, 't' | 'language'>,
): string {
  return kind === 'quarter' ? sayQuarter(quarterOf(monthOf(period.from)), words) : sayPeriod(period, words)
}

/** "derde kwartaal van 2026" for 2026-Q3. */
export function sayQuarter(quarter: string, { t }: Pick<Words, 't'>): string {
  const number = (['1', '2', '3'] as const).find((each) => quarter.endsWith(each)) ?? '4'
  return t(`reports.quarter.${number}`, { year: quarter.slice(0, 4) })
}

function totalsOf(report: Report, words: Words): WrittenTotal[] {
  const { t } = words
  return (['contacts', 'questions'] as const).map((code) => ({
    code,
    label: t(`reports.${code}`),
    ...report[code],
    remark: sayComparison(report[code], report, words) ?? t('sent-reports.not-compared'),
  }))
}

/** How many of the desks there are took part; undefined where that is not told, or where desks took part that are gone by now. */
function takingPart({ report, desks }: ReportSource): { count: number; all: number } | undefined {
  const parts = report.figures.find(({ name }) => name === 'desks')
  const all = desks.opening.desks + desks.opening.unknown
  const count = parts?.rows.length ?? 0
  return parts && !parts.incomplete && count > 0 && count <= all ? { count, all } : undefined
}

function summaryOf(source: ReportSource, words: Words): string[] {
  const { kind, areaName, report } = source
  const { t, language } = words
  const { contacts, questions } = report
  const values = {
    period: sayReportPeriod(kind, report.period, words),
    area: areaName,
    contacts: sayNumber(contacts.now, language),
    questions: sayNumber(questions.now, language),
  }
  if (contacts.now === 0) return [t('sent-reports.summary.nothing', values)]
  const part = takingPart(source)
  return [
    t('sent-reports.summary', values),
    ...(part && part.all > 1
      ? [
          t('sent-reports.summary.desks', {
            count: sayNumber(part.count, language),
            all: sayNumber(part.all, language),
          }),
        ]
      : []),
    ...[sayFinding(report, words)].filter((finding) => finding !== undefined),
  ]
}

/** What is not counted: said in the report itself, since who reads it does not see the screens. */
function caveatsOf(source: ReportSource, words: Words): string[] {
  const { report, now } = source
  const { t, language } = words
  const caveats = [
    t('sent-reports.caveat.counted', { day: dateInWords(localDay(now), language), time: localTime(now) }),
    t('sent-reports.caveat.registered'),
  ]
  const part = takingPart(source)
  if (part && part.count < part.all)
    caveats.push(t('sent-reports.caveat.silent', { count: part.all - part.count }))
  const counted = report.figures.find(({ name }) => name === 'counted')
  const apart = counted?.rows
    .filter(({ code }) => code !== 'contact')
    .reduce((sum, { count }) => sum + count, 0)
  if (apart) caveats.push(t('sent-reports.caveat.tally', { count: sayNumber(apart, language) }))
  if (report.months.some(({ unfinished }) => unfinished)) caveats.push(t('sent-reports.caveat.unfinished'))
  if (report.figures.some((figure) => figure.incomplete))
    caveats.push(
      t(
        report.figures.some((figure) => figure.incomplete && !isOfOneDesk(figure.name))
          ? 'reports.hidden'
          : 'reports.hidden-desk',
      ),
    )
  return caveats
}

function monthsFigure(
  { months, compared }: Report,
  countedFrom: string | undefined,
  words: Words,
): WrittenFigure {
  const { t, language } = words
  const isCounted = (month: string): boolean => !countedFrom || month >= countedFrom
  const withBefore = compared?.with === 'year-earlier'
  const [busiest] = months
    .filter(({ unfinished }) => !unfinished)
    .toSorted((one, other) => other.now - one.now)
  return {
    id: 'months',
    heading: t('reports.months'),
    text:
      busiest && busiest.now > 0 && months.length > 1
        ? [
            t('sent-reports.months.busiest', {
              month: monthInWords(busiest.month, language),
              count: sayNumber(busiest.now, language),
            }),
          ]
        : [],
    notes:
      countedFrom && months.some(({ month }) => !isCounted(month))
        ? [t('sent-reports.counted-from', { month: monthInWords(countedFrom, language) })]
        : [],
    definition: t('sent-reports.definition.months'),
    rowHeader: t('reports.month'),
    columns: [
      t('reports.contacts'),
      ...(withBefore ? [t('reports.contacts-before')] : []),
      t('reports.questions'),
    ],
    rows: months.map(({ month, now, before, questions }) => ({
      code: month,
      label: monthInWords(month, language),
      values: [
        isCounted(month) ? now : null,
        ...(withBefore ? [before ?? null] : []),
        isCounted(month) ? questions.now : null,
      ],
      share: null,
    })),
  }
}
