import type { Translate } from '../../platform/i18n/translate.ts'
import type { WorkbookSheet } from '../../platform/spreadsheet/write-workbook.ts'
import { localDay, parseInstant } from '../../platform/time/local-time.ts'
import type { WrittenFigure, WrittenReport } from './written-report.ts'
import type { Remarks } from './written-report-typst.ts'

/** The report for Excel: what it says, what its figures mean, and a sheet for each figure. */
export function reportSheets(report: WrittenReport, remarks: Remarks, t: Translate): WorkbookSheet[] {
  const text = (header: string, width: number) => ({ header, kind: 'text' as const, width })
  const rows: string[][] = [
    [t('sent-reports.report'), report.title],
    ...report.summary.map((sentence) => [t('sent-reports.part.summary'), sentence]),
    ...(remarks.general ? [[t('sent-reports.part.remarks'), remarks.general]] : []),
    ...report.figures.flatMap((figure) => [
      ...figure.text.map((sentence) => [figure.heading, sentence]),
      ...(remarks[figure.id] ? [[t('sent-reports.remark'), remarks[figure.id] ?? '']] : []),
    ]),
  ]
  const definitions: string[][] = [
    ...report.figures.map((figure) => [figure.heading, [figure.definition, ...figure.notes].join(' ')]),
    ...report.caveats.map((caveat) => [t('sent-reports.part.caveats'), caveat]),
  ]
  return [
    {
      name: t('sent-reports.file.report'),
      columns: [text(t('sent-reports.file.part'), 40), text(t('sent-reports.file.text'), 100)],
      rows,
    },
    {
      name: t('sent-reports.file.definitions'),
      columns: [text(t('sent-reports.file.part'), 40), text(t('reports.how-counted'), 120)],
      rows: definitions,
    },
    ...report.figures.map((figure) => sheetOf(figure, t)),
  ]
}

function sheetOf(figure: WrittenFigure, t: Translate): WorkbookSheet {
  const number = (header: string) => ({ header, kind: 'number' as const, width: 20 })
  const withShare = figure.rows.some(({ share }) => share !== null)
  return {
    name: t(`sent-reports.sheet.${figure.id}`),
    columns: [
      { header: figure.rowHeader, kind: 'text', width: 36 },
      { header: t('reports.file.code'), kind: 'text', width: 22 },
      ...figure.columns.map(number),
      ...(withShare ? [number(t('reports.file.percent'))] : []),
    ],
    rows: figure.rows.map(({ label, code, values, share }) => [
      label,
      code,
      ...values,
      ...(withShare ? [share === null ? null : percent(share)] : []),
    ]),
  }
}

/** One long table: a line for each number. What is hidden has no line. */
export function reportTable(report: WrittenReport, t: Translate): string[][] {
  const counted = parseInstant(report.countedAt)
  const line = (figure: string, code: string, name: string, column: string, value: number, share: string) => [
    report.areaName,
    report.period.from,
    report.period.until,
    counted ? localDay(counted) : '',
    figure,
    code,
    name,
    column,
    String(value),
    share,
  ]
  return [
    [
      t('reports.filter.area'),
      t('reports.file.from'),
      t('reports.file.until'),
      t('sent-reports.file.counted'),
      t('sent-reports.file.part'),
      t('reports.file.code'),
      t('reports.file.name'),
      t('reports.file.unit'),
      t('reports.file.count'),
      t('reports.file.percent'),
    ],
    ...report.totals.map(({ code, label, now }) =>
      line(t('reports.file.total'), code, label, label, now, ''),
    ),
    ...report.figures.flatMap((figure) =>
      figure.rows.flatMap(({ code, label, values, share }) =>
        values.flatMap((value, at) =>
          value === null
            ? []
            : [
                line(
                  figure.heading,
                  code,
                  label,
                  figure.columns[at] ?? '',
                  value,
                  share === null || at < values.length - 1 ? '' : sayPercent(share),
                ),
              ],
        ),
      ),
    ),
  ]
}

/** In percents with one decimal, to reckon with. */
const percent = (share: number): number => Math.round(share * 1000) / 10
const sayPercent = (share: number): string => String(percent(share)).replace('.', ',')

/** A name that says what and of whom, in letters that every system takes. */
export function reportFileName({ title }: Pick<WrittenReport, 'title'>, extension: string): string {
  const plain = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 100)
  return `${plain || 'rapport'}.${extension}`
}
