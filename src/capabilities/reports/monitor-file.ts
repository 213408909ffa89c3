import type { Translate } from '../../platform/i18n/translate.ts'
import type { WorkbookSheet } from '../../platform/spreadsheet/write-workbook.ts'
import { dateInWords } from '../../platform/time/local-month.ts'
import { localDay } from '../../platform/time/local-time.ts'
import { topicGroups } from '../lists/public.ts'
import type { MonitorReturn } from './hand-in-monitor/hand-in-monitor.query.ts'
import type { MonitorLine, MonitorPart } from './monitor-return.ts'

/** What is handed in, for Excel: by month, over the year, and how it was counted. */
export function monitorSheets(monitor: MonitorReturn, t: Translate): WorkbookSheet[] {
  const text = (header: string, width: number) => ({ header, kind: 'text' as const, width })
  const columns = [
    text(t('sent-reports.monitor.part'), 36),
    text(t('sent-reports.monitor.period'), 14),
    ...numberHeaders(monitor, t).map((header) => ({ header, kind: 'number' as const, width: 20 })),
  ]
  const sheet = (name: string, lines: readonly MonitorLine[]): WorkbookSheet => ({
    name,
    columns,
    rows: lines.map((line) => [sayPart(line.of, monitor, t), line.period, ...numbersOf(line, monitor)]),
  })
  return [
    {
      name: t('sent-reports.file.definitions'),
      columns: [text(t('sent-reports.file.definitions'), 120)],
      rows: monitorExplanation(monitor, t).map((line) => [line]),
    },
    sheet(t('sent-reports.monitor.year'), yearLines(monitor)),
    sheet(t('reports.file.by-month'), monthLines(monitor)),
  ]
}

/** The same as one table, for a program: so the explanation is a column, and no lines above it. */
export function monitorTable(monitor: MonitorReturn, t: Translate): string[][] {
  return [
    [
      t('sent-reports.monitor.library'),
      t('sent-reports.monitor.part'),
      t('sent-reports.monitor.period'),
      ...numberHeaders(monitor, t),
      t('sent-reports.file.counted'),
      t('sent-reports.monitor.mapping'),
    ],
    ...[...yearLines(monitor), ...monthLines(monitor)].map((line) => [
      monitor.library,
      sayPart(line.of, monitor, t),
      line.period,
      ...numbersOf(line, monitor).map(String),
      localDay(monitor.countedAt),
      t('sent-reports.monitor.mapping.short'),
    ]),
  ]
}

/** How it was counted, and what is not in it. */
export function monitorExplanation(
  { form, library, year, countedAt, runsUntil, language }: MonitorReturn,
  t: Translate,
): string[] {
  return [
    t('sent-reports.monitor.about', { library, year }),
    ...(runsUntil === undefined
      ? []
      : [t('sent-reports.monitor.running', { year, day: dateInWords(runsUntil, language) })]),
    t('sent-reports.monitor.counted', { day: dateInWords(localDay(countedAt), language) }),
    t('sent-reports.monitor.groups'),
    t('sent-reports.monitor.mapped'),
    t('sent-reports.monitor.digid'),
    ...(form === 'guide' ? [t('sent-reports.monitor.guide-form')] : []),
  ]
}

export const yearLines = ({ lines, year }: MonitorReturn): readonly MonitorLine[] =>
  lines.filter(({ period }) => period === year)

export const monthLines = ({ lines, year }: MonitorReturn): readonly MonitorLine[] =>
  lines.filter(({ period }) => period !== year)

export function sayPart(of: MonitorPart, { deskNames }: MonitorReturn, t: Translate): string {
  if (of === 'library') return t('sent-reports.monitor.whole')
  if (of === 'closed') return t('sent-reports.monitor.closed')
  return deskNames.get(of.deskId) ?? of.deskId
}

function numberHeaders({ digid }: MonitorReturn, t: Translate): string[] {
  return [
    t('reports.contacts'),
    t('reports.questions'),
    ...topicGroups.map((group) =>
      t('sent-reports.monitor.group-column', { group: t(`dashboard.group.${group}`) }),
    ),
    ...digid.map(({ label }) => t('sent-reports.monitor.digid-column', { label })),
  ]
}

const numbersOf = (line: MonitorLine, { digid }: MonitorReturn): number[] => [
  line.contacts,
  line.questions,
  ...topicGroups.map((group) => line.groups[group]),
  ...digid.map(({ code }) => line.digid[code] ?? 0),
]
