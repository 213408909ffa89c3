import type { Child } from 'hono/jsx'
import { type Bar, BarChart } from '../../design-system/bar-chart/bar-chart.tsx'
import { type Column, DataTable } from '../../design-system/data-table/data-table.tsx'
import { FigurePanel, type FigurePicture } from '../../design-system/figure-panel/figure-panel.tsx'
import { Link } from '../../design-system/link/link.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { VisuallyHidden } from '../../design-system/visually-hidden/visually-hidden.tsx'
import type { Translate } from '../../platform/i18n/translate.ts'
import { monthOf } from '../../platform/time/local-month.ts'
import type { Area } from './area.ts'
import { type Figure, type FigureRow, isOfOneDesk, isOfVisitors, isParts } from './figure.ts'
import {
  isNotRegistered,
  sayLeftOut,
  sayNumber,
  sayPeriod,
  sayShare,
  titleOf,
  type Words,
} from './figure-words.ts'
import { daysQuery } from './figures-filter.ts'
import type { Narrowing } from './narrowing.ts'
import { daysOfQuarter, lastClosedQuarter, type Period, quarterOf } from './period.ts'
import type { Report } from './report.ts'

/** What a figure on the page is shown with. */
export interface FigureView {
  readonly words: Words
  readonly report: Report
  readonly today: string
  /** Numbers lead to the contacts behind them. */
  readonly opens: boolean
  readonly picture: FigurePicture
  /** The same for a figure that is counted over other days than those of the page. */
  readonly pictureOver: (days: Period) => FigurePicture
}

/** Bars in one chart; what is smaller stands together, and apart in the table. */
const mostBars = 10

/** One figure: its finding, its chart, its table, its definition. */
export function FigureCard({ figure, view }: { figure: Figure; view: FigureView }): Child {
  const { t } = view.words
  const { name, state } = figure
  const shown = state === 'shown'
  const picture = figure.countedOver ? view.pictureOver(figure.countedOver) : view.picture
  return (
    <FigurePanel
      id={name}
      title={titleOf(figure, view.words)}
      about={shown ? sayBase(figure, view.words) : <WhyNot figure={figure} view={view} />}
      table={
        shown
          ? { label: t('reports.as-table'), content: <FigureTable figure={figure} view={view} /> }
          : undefined
      }
      definition={{
        label: t('reports.how-counted'),
        content: (
          <>
            <Paragraph>
              {t(`reports.definition.${isParts(name) ? 'parts' : name}`)} {t(`reports.unit.${figure.unit}`)}
            </Paragraph>
            <Paragraph>{picture.source}</Paragraph>
          </>
        ),
      }}
      picture={shown ? picture : undefined}
    >
      {shown && (
        <>
          <BarChart bars={barsOf(figure, view)} />
          <Notes figure={figure} view={view} />
        </>
      )}
    </FigurePanel>
  )
}

/** What it is about and of how many: the base of its shares. */
function sayBase({ name, unit, base, several }: Figure, { t, language }: Words): string {
  const values = {
    figure: t(`reports.figure.${name}`),
    base: base === undefined ? '' : sayNumber(base, language),
  }
  if (base === undefined) return t('reports.base.unknown', values)
  if (several)
    return t(unit === 'questions' ? 'reports.base.several-questions' : 'reports.base.several', values)
  if (unit === 'questions') return t('reports.base.questions', values)
  return t(isParts(name) || name === 'counted' ? 'reports.base.contacts' : 'reports.base.filled-in', values)
}

/** Why there is nothing to see, and where there would be. */
function WhyNot({ figure: { name, state }, view }: { figure: Figure; view: FigureView }): Child {
  const { t } = view.words
  const { report, today } = view
  if (state === 'elsewhere')
    return t(
      `reports.elsewhere.${report.area.level === 'province' || report.area.level === 'region' ? 'province' : 'other'}`,
    )
  if (state === 'narrowed') return t(isOfVisitors(name) ? 'reports.narrowed' : 'reports.narrowed-desk')
  if (state === 'nothing') return t('reports.nothing', { figure: t(`reports.figure.${name}`) })
  if (state === 'too-small') return t(isOfOneDesk(name) ? 'reports.too-small-desk' : 'reports.too-small')
  const quarter = lastClosedQuarter(today)
  return (
    <>
      {t(isOfOneDesk(name) ? 'reports.no-month' : 'reports.no-quarter')}{' '}
      <Link href={`/sturing?${daysQuery(report.area, daysOfQuarter(quarter))}`}>
        {t('reports.show-quarter', { quarter: sayQuarter(quarter, view.words) })}
      </Link>
    </>
  )
}

/** The third quarter of 2026, for 2026-Q3. */
function sayQuarter(quarter: string, { t }: Words): string {
  const year = { year: quarter.slice(0, 4) }
  const number = (['1', '2', '3'] as const).find((each) => quarter.endsWith(each)) ?? '4'
  return t(`reports.quarter.${number}`, year)
}

/** Over which quarters; or over which months, where these are not whole quarters. */
function sayCountedOver(days: Period, words: Words): string {
  const { t } = words
  const [first, last] = [quarterOf(monthOf(days.from)), quarterOf(monthOf(days.until))]
  if (daysOfQuarter(first).from !== days.from || daysOfQuarter(last).until !== days.until)
    return t('reports.over-months', { period: sayPeriod(days, words) })
  return first === last
    ? t('reports.over-quarter', { quarter: sayQuarter(first, words) })
    : t('reports.over-quarters', { first: sayQuarter(first, words), last: sayQuarter(last, words) })
}

/** What one must know to read the chart: what the thin bar is, and what is hidden. */
function Notes({ figure, view }: { figure: Figure; view: FigureView }): Child {
  const { words, report } = view
  const { t } = words
  const { name, rows, incomplete, countedOver } = figure
  const notes = [
    ...(report.compared && rows.some(({ before }) => before !== undefined)
      ? [t('reports.thin-bar', { than: t(`reports.than.${report.compared.with}`) })]
      : []),
    ...(countedOver ? [sayCountedOver(countedOver, words)] : []),
    ...sayLeftOut(figure, words),
    ...(incomplete ? [t(isOfOneDesk(name) ? 'reports.hidden-desk' : 'reports.hidden')] : []),
  ]
  return notes.length > 0 ? <p>{notes.join(' ')}</p> : null
}

function barsOf(figure: Figure, view: FigureView): Bar[] {
  const { words } = view
  const { t, language, nameOf } = words
  const { name, base, rows, several, hidden } = figure
  const apart = rows.length > mostBars + 2 ? rows.slice(0, mostBars) : rows
  const others = rows.slice(apart.length)
  const bars = apart.map(
    (row): Bar => ({
      label: nameOf(name, row.code),
      value: row.count,
      before: row.before,
      text: (
        <>
          <Count row={row} figure={figure} view={view} />{' '}
          {base !== undefined && !isNotRegistered(row.code) && `(${sayShare(row.count, base, words)})`}
        </>
      ),
      rest: isNotRegistered(row.code),
    }),
  )
  const rest = others.reduce((sum, { count }) => sum + count, 0) + (hidden ?? 0)
  if (others.length === 0 && !hidden) return bars
  if (several)
    return [
      ...bars,
      { label: t('reports.and-others', { number: others.length }), value: undefined, text: '' },
    ]
  return [
    ...bars,
    {
      label: t(hidden ? 'reports.rest-hidden' : 'reports.rest', { number: others.length }),
      // Without a bar: sixty small ones together would make the ten large ones look like nothing.
      value: undefined,
      text: `${sayNumber(rest, language)} ${base === undefined ? '' : `(${sayShare(rest, base, words)})`}`,
    },
  ]
}

function FigureTable({ figure, view }: { figure: Figure; view: FigureView }): Child {
  const { words, report } = view
  const { t, language, nameOf } = words
  const { name, unit, base, rows, hidden } = figure
  const hasParts = isParts(name)
  const columns: Column<FigureRow>[] = [
    {
      key: 'name',
      header: t(`reports.figure.${name}`),
      cell: ({ code }) => nameOf(name, code),
      rowHeader: true,
    },
    {
      key: 'count',
      header: t(`reports.${unit}`),
      cell: (row) => <Count row={row} figure={figure} view={view} />,
      numeric: true,
    },
  ]
  if (hasParts)
    columns.push({
      key: 'questions',
      header: t('reports.questions'),
      cell: ({ questions = 0 }) => sayNumber(questions, language),
      numeric: true,
    })
  if (base !== undefined)
    columns.push({
      key: 'share',
      header: t('reports.share-of'),
      cell: ({ code, count }) => (isNotRegistered(code) ? '' : sayShare(count, base, words)),
      numeric: true,
    })
  const { compared } = report
  if (compared && rows.some(({ before }) => before !== undefined))
    columns.push({
      key: 'before',
      header: t(`reports.before.${compared.with}`),
      cell: ({ before }) => (before === undefined ? '' : sayNumber(before, language)),
      numeric: true,
    })
  return (
    <>
      <DataTable
        id={`${name}-table`}
        caption={t('reports.table', { figure: t(`reports.figure.${name}`) })}
        columns={columns}
        rows={rows}
        compact
      />
      {hidden !== undefined && (
        <Paragraph>{t('reports.hidden-together', { count: sayNumber(hidden, language) })}</Paragraph>
      )}
    </>
  )
}

/** A number; where one may, it leads to the contacts that it counts. */
function Count({ row, figure, view }: { row: FigureRow; figure: Figure; view: FigureView }): Child {
  const { t, language, nameOf } = view.words
  const number = sayNumber(row.count, language)
  if (!view.opens || row.count === 0) return number
  return (
    <Link href={contactsBehind(view.report, row.cell)}>
      {number}
      <VisuallyHidden> {sayWhose(row.cell, nameOf(figure.name, row.code), t)}</VisuallyHidden>
    </Link>
  )
}

/** Of what a number in a link is, for who does not see what stands beside it; in the unit of its cell. */
export const sayWhose = (cell: string, name: string, t: Translate): string =>
  t(cell.startsWith('questions') ? 'reports.questions-of' : 'reports.contacts-of', { name })

/** The address of the contacts that a cell counts, in the report's period or a part of it. */
export const contactsBehind = (
  { area, period, narrowed }: Report,
  cell: string,
  part: Period = period,
): string => addressOfCell(area, part, narrowed?.narrowing ?? {}, cell)

export function addressOfCell(area: Area, period: Period, narrowing: Narrowing, cell: string): string {
  const query = daysQuery(area, period, narrowing)
  query.set('deel', cell)
  return `/sturing/hulpcontacten?${query}`
}
