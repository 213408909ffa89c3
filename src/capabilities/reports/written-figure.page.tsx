import type { Child } from 'hono/jsx'
import { BarChart } from '../../design-system/bar-chart/bar-chart.tsx'
import { DataTable } from '../../design-system/data-table/data-table.tsx'
import { FigureNumbers } from '../../design-system/figure-numbers/figure-numbers.tsx'
import { FigurePanel } from '../../design-system/figure-panel/figure-panel.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import type { Translate } from '../../platform/i18n/translate.ts'
import { sayNumber } from './figure-words.ts'
import type { WrittenFigure, WrittenReport, WrittenRow } from './written-report.ts'
import { drawnValue, rowsToShow } from './written-report-rows.ts'
import { sayFraction } from './written-report-visitors.ts'

/** The numbers on top of a report, and what they come to in words. */
export function WrittenSummary({ report }: { report: WrittenReport }): Child {
  return (
    <Stack gap="sm">
      {report.summary.map((sentence) => (
        <Paragraph lead>{sentence}</Paragraph>
      ))}
      <FigureNumbers
        numbers={report.totals.map(({ label, now, remark }) => ({
          name: label,
          number: sayNumber(now, report.language),
          remarks: [remark],
        }))}
      />
    </Stack>
  )
}

/** One figure of a report, in the words that it was written in. `children`: what stands below it. */
export function WrittenFigurePanel({
  figure,
  report,
  t,
  children,
}: {
  figure: WrittenFigure
  report: WrittenReport
  t: Translate
  children?: Child
}): Child {
  const rows = rowsToShow(figure, t)
  return (
    <FigurePanel
      id={figure.id}
      title={figure.heading}
      about={figure.text.join(' ')}
      table={
        rows.length > 0
          ? { label: t('reports.as-table'), content: <WrittenTable figure={figure} report={report} t={t} /> }
          : undefined
      }
      definition={{ label: t('reports.how-counted'), content: <Paragraph>{figure.definition}</Paragraph> }}
    >
      <BarChart bars={rows.flatMap((row) => barOf(figure, row, report, t))} />
      {figure.notes.length > 0 && <p>{figure.notes.join(' ')}</p>}
      {children}
    </FigurePanel>
  )
}

function barOf(figure: WrittenFigure, row: WrittenRow, { language }: WrittenReport, t: Translate) {
  const { code, label, share } = row
  const value = drawnValue(figure, row)
  if (value === null) return []
  const number = sayNumber(value, language)
  return [
    {
      label,
      value: code === 'others' || code === 'hidden' ? undefined : value,
      text: share === null ? number : `${number} (${sayFraction(share, { t })})`,
      rest: code === 'not-registered',
    },
  ]
}

function WrittenTable({
  figure,
  report,
  t,
}: {
  figure: WrittenFigure
  report: WrittenReport
  t: Translate
}): Child {
  const rows = rowsToShow(figure, t)
  const withShare = rows.some(({ share }) => share !== null)
  const say = (value: number | null | undefined): string =>
    value === null || value === undefined ? '–' : sayNumber(value, report.language)
  return (
    <DataTable
      id={`${figure.id}-table`}
      caption={figure.heading}
      columns={[
        { key: 'name', header: figure.rowHeader, cell: (row: WrittenRow) => row.label, rowHeader: true },
        ...figure.columns.map((header, at) => ({
          key: `value-${at}`,
          header,
          cell: (row: WrittenRow) => say(row.values[at]),
          numeric: true,
        })),
        ...(withShare
          ? [
              {
                key: 'share',
                header: t('reports.share-of'),
                cell: ({ share }: WrittenRow) => (share === null ? '' : sayFraction(share, { t })),
                numeric: true,
              },
            ]
          : []),
      ]}
      rows={rows}
      compact
    />
  )
}
