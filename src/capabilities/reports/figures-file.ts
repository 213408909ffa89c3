import type { WorkbookSheet } from '../../platform/spreadsheet/write-workbook.ts'
import { monthInWords } from '../../platform/time/local-month.ts'
import { type Figure, isOfOneDesk, isParts } from './figure.ts'
import { isNotRegistered, sayLeftOut, sayPeriod, type Words } from './figure-words.ts'
import { monthWithin, type Period } from './period.ts'
import type { Report } from './report.ts'

/** What a file with figures is made of: the same report as the page, so that it hides the same. */
export interface FiguresFile {
  readonly report: Report
  readonly figuresOf: (month: string) => readonly Figure[]
  readonly words: Words
  /** What the area is called. */
  readonly area: string
}

/**
 * One long table, a line for each month, figure and answer. Of what is hidden in some month or quarter there is one line,
 * over all the days that it is counted over; what is hidden is not in it.
 */
export function figuresTable({ report, figuresOf, words }: FiguresFile): string[][] {
  const { t } = words
  const line = (
    days: Period,
    part: string,
    code: string,
    name: string,
    unit: Figure['unit'],
    count: number,
  ) => [days.from, days.until, part, code, name, t(`reports.${unit}`), String(count)]
  const linesOf = (days: Period, figure: Figure): string[][] =>
    figure.rows.flatMap(({ code, count, questions }) => {
      const of = (unit: Figure['unit'], number: number): string[] =>
        line(days, t(`reports.figure.${figure.name}`), code, words.nameOf(figure.name, code), unit, number)
      return questions === undefined
        ? [of(figure.unit, count)]
        : [of('contacts', count), of('questions', questions)]
    })
  const byMonth = report.months.flatMap((month) => {
    const days = monthWithin(month.month, report.period)
    return [
      line(days, t('reports.file.total'), 'contacts', t('reports.contacts'), 'contacts', month.now),
      line(
        days,
        t('reports.file.total'),
        'questions',
        t('reports.questions'),
        'questions',
        month.questions.now,
      ),
      ...figuresOf(month.month).flatMap((figure) => linesOf(days, figure)),
    ]
  })
  const byQuarters = report.figures.flatMap((figure) => {
    return figure.countedOver && !figure.byMonth ? linesOf(figure.countedOver, figure) : []
  })
  const header = [
    t('reports.file.from'),
    t('reports.file.until'),
    t('reports.file.part'),
    t('reports.file.code'),
    t('reports.file.name'),
    t('reports.file.unit'),
    t('reports.file.count'),
  ]
  return [header, ...byMonth, ...byQuarters]
}

/** A sheet for the explanation, for the months and for each figure. */
export function figuresSheets(file: FiguresFile): WorkbookSheet[] {
  const { report, words } = file
  const { t } = words
  return [
    explanation(file),
    monthsSheet(file),
    ...report.figures.filter(({ state }) => state === 'shown').map((figure) => figureSheet(figure, file)),
  ]

  function explanation({ area }: FiguresFile): WorkbookSheet {
    return {
      name: t('reports.file.explanation'),
      columns: [
        { header: t('reports.file.part'), kind: 'text', width: 32 },
        { header: t('reports.file.unit'), kind: 'text', width: 16 },
        { header: t('reports.file.period'), kind: 'text', width: 44 },
        { header: t('reports.file.meaning'), kind: 'text', width: 100 },
      ],
      rows: [
        [t('reports.title', { area }), '', sayPeriod(report.period, words), ''],
        [t('reports.months'), '', sayPeriod(report.period, words), t('reports.definition.months')],
        ...report.figures.map((figure): string[] => [
          t(`reports.figure.${figure.name}`),
          t(`reports.${figure.unit}`),
          sayPeriod(figure.countedOver ?? report.period, words),
          [
            t(`reports.definition.${isParts(figure.name) ? 'parts' : figure.name}`),
            t(`reports.unit.${figure.unit}`),
            ...sayLeftOut(figure, words),
            ...(figure.several ? [t('reports.file.several')] : []),
            ...(figure.incomplete
              ? [t(isOfOneDesk(figure.name) ? 'reports.hidden-desk' : 'reports.hidden')]
              : []),
            ...(figure.state === 'shown' ? [] : [t(`reports.file.${figure.state}`)]),
          ].join(' '),
        ]),
      ],
    }
  }
}

function monthsSheet({ report, words }: FiguresFile): WorkbookSheet {
  const { t, language } = words
  const compared = report.compared?.with === 'year-earlier'
  const numbers = compared
    ? ([
        'reports.contacts',
        'reports.contacts-before',
        'reports.questions',
        'reports.questions-before',
      ] as const)
    : (['reports.contacts', 'reports.questions'] as const)
  return {
    name: t('reports.file.by-month'),
    columns: [
      { header: t('reports.month'), kind: 'text', width: 22 },
      { header: t('reports.file.from'), kind: 'day', width: 14 },
      { header: t('reports.file.until'), kind: 'day', width: 14 },
      ...numbers.map((key) => ({ header: t(key), kind: 'number' as const, width: 18 })),
    ],
    rows: report.months.map(({ month, now, before, questions }) => {
      const days = monthWithin(month, report.period)
      const counts = compared
        ? [now, before ?? 0, questions.now, questions.before ?? 0]
        : [now, questions.now]
      return [monthInWords(month, language), days.from, days.until, ...counts]
    }),
  }
}

function figureSheet(figure: Figure, { report, words }: FiguresFile): WorkbookSheet {
  const { t, nameOf } = words
  const { name, unit, base, rows, hidden } = figure
  const { compared } = report
  const before = compared && rows.some((row) => row.before !== undefined) ? compared.with : undefined
  const number = (header: string) => ({ header, kind: 'number' as const, width: 18 })
  const lines = rows.map((row): (string | number | null)[] => [
    nameOf(name, row.code),
    row.code,
    row.count,
    ...(isParts(name) ? [row.questions ?? 0] : []),
    ...(base === undefined ? [] : [isNotRegistered(row.code) ? null : percent(row.count, base)]),
    ...(before ? [row.before ?? 0] : []),
  ])
  if (hidden !== undefined)
    lines.push([t('reports.rest-hidden'), '', hidden, ...(base === undefined ? [] : [percent(hidden, base)])])
  return {
    name: t(`reports.figure.${name}`),
    columns: [
      { header: t(`reports.figure.${name}`), kind: 'text', width: 40 },
      { header: t('reports.file.code'), kind: 'text', width: 24 },
      number(t(`reports.${unit}`)),
      ...(isParts(name) ? [number(t('reports.questions'))] : []),
      ...(base === undefined ? [] : [number(t('reports.file.percent'))]),
      ...(before ? [number(t(`reports.before.${before}`))] : []),
    ],
    rows: lines,
  }
}

/** In percents with one decimal, as a number to reckon with. */
const percent = (part: number, whole: number): number => Math.round((part / whole) * 1000) / 10

/** A name for the file that says of whom and when, in letters that every system takes. */
export function fileName(area: string, { from, until }: Period, extension: 'csv' | 'xlsx'): string {
  const plain = area
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
  return `cijfers-${plain || 'gebied'}-${from}-${until}.${extension}`
}
