import type { Child } from 'hono/jsx'
import { ColumnChart } from '../../design-system/column-chart/column-chart.tsx'
import { type Column, DataTable } from '../../design-system/data-table/data-table.tsx'
import { FigurePairs, FigurePanel } from '../../design-system/figure-panel/figure-panel.tsx'
import { Link } from '../../design-system/link/link.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { VisuallyHidden } from '../../design-system/visually-hidden/visually-hidden.tsx'
import { monthInWords, monthShort } from '../../platform/time/local-month.ts'
import { contactsBehind, type FigureView, sayWhose } from './figure.page.tsx'
import { sayNumber, titleOfMonths, type Words } from './figure-words.ts'
import { monthWithin } from './period.ts'
import type { MonthOfReport } from './report.ts'

/** Contacts and questions by month, in two charts: the two units have no measure in common. */
export function MonthsCard({ view }: { view: FigureView }): Child {
  const { words, report } = view
  const { t, language } = words
  const chart = (unit: 'contacts' | 'questions'): Child => (
    <ColumnChart
      title={t(`reports.${unit}`)}
      say={(value) => sayNumber(value, language)}
      columns={report.months.map((month) => ({
        value: unit === 'contacts' ? month.now : month.questions.now,
        label: labelOf(month.month, report.months.length, words),
        group: report.months.length > 40 ? undefined : month.month.slice(0, 4),
        unfinished: month.unfinished || month.partly,
      }))}
    />
  )
  const title = titleOfMonths(report, words)
  const open = report.months.find(({ unfinished, partly }) => unfinished && !partly)
  return (
    <FigurePanel
      id="months"
      title={title}
      about={[
        ...(title === t('reports.months') ? [] : [t('reports.months.about')]),
        ...(open ? [t('reports.months.unfinished', { month: monthInWords(open.month, language) })] : []),
        ...(report.months.some(({ partly }) => partly) ? [t('reports.months.partly')] : []),
      ].join(' ')}
      table={{ label: t('reports.as-table'), content: <MonthsTable view={view} /> }}
      definition={{
        label: t('reports.how-counted'),
        content: (
          <>
            <Paragraph>
              {t('reports.definition.months')} {t('reports.unit.contacts')} {t('reports.unit.questions')}
            </Paragraph>
            <Paragraph>{view.picture.source}</Paragraph>
          </>
        ),
      }}
      picture={view.picture}
    >
      <FigurePairs>
        {chart('contacts')}
        {chart('questions')}
      </FigurePairs>
    </FigurePanel>
  )
}

/** Below each column where there is room, else below the first of each quarter; of many years the year alone. */
function labelOf(month: string, months: number, { language }: Words) {
  const number = Number(month.slice(5))
  if (months > 40)
    return number === 1 ? { full: month.slice(0, 4), letter: `’${month.slice(2, 4)}` } : undefined
  if (months > 14 && (number - 1) % 3 !== 0) return undefined
  const full = monthShort(month, language)
  return { full, letter: full.charAt(0) }
}

function MonthsTable({ view }: { view: FigureView }): Child {
  const { words, report, opens } = view
  const { t, language } = words
  const number = (value: number, cell: 'contacts' | 'questions', { month }: MonthOfReport): Child =>
    opens && value > 0 ? (
      <Link href={contactsBehind(report, cell, monthWithin(month, report.period))}>
        {sayNumber(value, language)}
        <VisuallyHidden> {sayWhose(cell, monthInWords(month, language), t)}</VisuallyHidden>
      </Link>
    ) : (
      sayNumber(value, language)
    )
  const compared = report.compared?.with === 'year-earlier'
  const before = (key: string, header: string, of: (month: MonthOfReport) => number | undefined) =>
    compared
      ? [{ key, header, cell: (month: MonthOfReport) => sayNumber(of(month) ?? 0, language), numeric: true }]
      : []
  const columns: Column<MonthOfReport>[] = [
    {
      key: 'month',
      header: t('reports.month'),
      rowHeader: true,
      cell: ({ month, unfinished, partly }) =>
        unfinished || partly
          ? t(partly ? 'reports.month.partly' : 'reports.month.unfinished', {
              month: monthInWords(month, language),
            })
          : monthInWords(month, language),
    },
    {
      key: 'contacts',
      header: t('reports.contacts'),
      cell: (month) => number(month.now, 'contacts', month),
      numeric: true,
    },
    ...before('contacts-before', t('reports.contacts-before'), (month) => month.before),
    {
      key: 'questions',
      header: t('reports.questions'),
      cell: (month) => number(month.questions.now, 'questions', month),
      numeric: true,
    },
    ...before('questions-before', t('reports.questions-before'), (month) => month.questions.before),
  ]
  return (
    <DataTable
      id="months-table"
      caption={t('reports.months')}
      columns={columns}
      rows={report.months}
      compact
    />
  )
}
