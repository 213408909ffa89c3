import type { Child } from 'hono/jsx'
import { BarChart } from '../../../design-system/bar-chart/bar-chart.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { FigurePanel } from '../../../design-system/figure-panel/figure-panel.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { HeatTable } from '../../../design-system/heat-table/heat-table.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { VisuallyHidden } from '../../../design-system/visually-hidden/visually-hidden.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import {
  type Behind,
  behindCrossing,
  behindTopics,
  type Crossing,
  type CrossingRow,
  crossTopics,
  shadeOf,
  shadesFrom,
  type TopicPair,
  topicPairs,
} from '../combinations.ts'
import { addressOfCell, sayWhose } from '../figure.page.tsx'
import { leads, sayNumber, sayPeriod, sayShare, type Words } from '../figure-words.ts'
import { filterQuery } from '../figures-filter.ts'
import { type AskedPage, FiguresHead, inPlace, nameOfArea, pictureOf } from '../figures-head.page.tsx'
import type { Combinations } from '../read-combinations/read-combinations.query.ts'

export interface CombinationsPage extends Omit<AskedPage, 'countedAt' | 'behind' | 'monthsLeftOut'> {
  readonly found: Extract<Combinations, { state: 'counted' | 'withheld' }>
  /** Numbers lead to the contacts behind them. */
  readonly opens: boolean
}

type Counted = Extract<Combinations, { state: 'counted' }>

interface View {
  readonly page: AskedPage & Pick<CombinationsPage, 'opens'>
  readonly found: Counted
  readonly words: Words
}

/** So many pairs are drawn, and so many stand in the table. */
const mostBars = 10
const mostPairs = 25

export function combinationsPage({ found, ...rest }: CombinationsPage): Page {
  const { t, language, filter } = rest
  const counted = found.state === 'counted' ? found : undefined
  const page = {
    ...rest,
    behind: undefined,
    countedAt: counted?.countedAt,
    monthsLeftOut: counted?.monthsLeftOut ?? [],
  }
  const title = t('dashboard.together.title', { area: nameOfArea(page) })
  return {
    title: `${title}, ${sayPeriod(filter.period, page)}`,
    wide: true,
    ...inPlace(t),
    main: (
      <Stack gap="lg">
        <FiguresHead page={page} title={title} />
        {!counted ? (
          <EmptyState>
            {t(filter.area.level === 'financed' ? 'reports.financed' : 'dashboard.withheld.topics')}
          </EmptyState>
        ) : counted.cells.contacts ? (
          <Cards view={{ page, found: counted, words: { t, language, nameOf: counted.nameOf } }} />
        ) : (
          <EmptyState>{t('reports.empty')}</EmptyState>
        )}
      </Stack>
    ),
  }
}

function Cards({ view }: { view: View }): Child {
  const { cells } = view.found
  const { t } = view.words
  return (
    <>
      <Stack>
        <Heading level={2}>{t('dashboard.together.both')}</Heading>
        <PairsCard pairs={topicPairs(cells)} view={view} />
      </Stack>
      <Stack gap="lg">
        <Heading level={2}>{t('dashboard.by-topic')}</Heading>
        <CrossingCard crossing={crossTopics(cells, 'providers')} view={view} />
        <CrossingCard crossing={crossTopics(cells, 'help')} view={view} />
      </Stack>
      <p class="balie-no-print">
        <Link href={`/sturing/samenhang.csv?${filterQuery(view.page.filter)}`}>
          {t('dashboard.together.download')}
        </Link>
      </p>
    </>
  )
}

/** What is about a number, below what it is of: how it is counted, in which unit, and whose it is. */
function definitionOf(
  of: 'topics' | 'providers' | 'help',
  { page }: View,
): { label: string; content: Child } {
  const { t } = page
  return {
    label: t('reports.how-counted'),
    content: (
      <>
        <Paragraph>
          {t(`dashboard.definition.${of}`)}{' '}
          {t(of === 'providers' ? 'reports.unit.questions' : 'reports.unit.contacts')}
        </Paragraph>
        <Paragraph>{pictureOf(page).source}</Paragraph>
      </>
    ),
  }
}

function PairsCard({ pairs, view }: { pairs: readonly TopicPair[]; view: View }): Child {
  const { t, language, nameOf } = view.words
  const groupOf = new Map(
    view.page.choices.topic.flatMap(({ code, group }) => (group ? [[code, group] as const] : [])),
  )
  const sayPair = ({ topics: [one, other] }: TopicPair): string =>
    t('dashboard.together.pair', { one: nameOf('topics', one), other: nameOf('topics', other) })
  const number = (pair: TopicPair): Child => (
    <Count
      count={pair.count}
      behind={behindTopics(pair.topics, view.page.filter.narrowing, groupOf)}
      name={sayPair(pair)}
      view={view}
    />
  )
  const share = (pair: TopicPair, at: 0 | 1): Child =>
    t('dashboard.together.of-topic', {
      share: sayShare(pair.count, pair.of[at], view.words),
      topic: nameOf('topics', pair.topics[at]),
    })
  const [first, next] = pairs
  return (
    <FigurePanel
      id="samen-gevraagd"
      title={
        first && leads(first.count, next?.count ?? 0)
          ? t('dashboard.together.most', { pair: sayPair(first), count: sayNumber(first.count, language) })
          : t('dashboard.together.topics')
      }
      about={t(first ? 'dashboard.together.about' : 'dashboard.together.none', {
        contacts: sayNumber(view.found.cells.contacts ?? 0, language),
      })}
      table={
        first && {
          label: t('reports.as-table'),
          content: (
            <DataTable
              id="samen-gevraagd-table"
              caption={t('dashboard.together.topics')}
              columns={[
                { key: 'pair', header: t('dashboard.together.both'), cell: sayPair, rowHeader: true },
                { key: 'count', header: t('reports.contacts'), cell: number, numeric: true },
                {
                  key: 'one',
                  header: t('dashboard.together.share-first'),
                  cell: (pair: TopicPair) => share(pair, 0),
                },
                {
                  key: 'other',
                  header: t('dashboard.together.share-second'),
                  cell: (pair: TopicPair) => share(pair, 1),
                },
              ]}
              rows={pairs.slice(0, mostPairs)}
              compact
            />
          ),
        }
      }
      definition={definitionOf('topics', view)}
      picture={first && pictureOf(view.page)}
    >
      {first && (
        <BarChart
          bars={pairs
            .slice(0, mostBars)
            .map((pair) => ({ label: sayPair(pair), value: pair.count, text: number(pair) }))}
        />
      )}
    </FigurePanel>
  )
}

function CrossingCard({ crossing, view }: { crossing: Crossing; view: View }): Child {
  const { t, language, nameOf } = view.words
  const { by, columns, rows, restRows, restColumns, total } = crossing
  const number = (count: number): string => sayNumber(count, language)
  const cell = (row: CrossingRow, count: number, column: string | undefined) => ({
    text: (
      <Count
        count={count}
        behind={
          row.topic !== undefined && column !== undefined
            ? behindCrossing(row.topic, column, by, view.page.filter.narrowing)
            : undefined
        }
        name={`${nameOf('topics', row.topic ?? '')}, ${nameOf(by, column ?? '')}`}
        view={view}
      />
    ),
    step: shadeOf(count, row.total),
  })
  return (
    <FigurePanel
      id={by === 'providers' ? 'onderwerp-organisatie' : 'onderwerp-hulp'}
      title={titleOf(crossing, view.words)}
      about={t(total > 0 ? `dashboard.about.${by}` : `dashboard.none.${by}`, { total: number(total) })}
      definition={definitionOf(by, view)}
      picture={total > 0 ? pictureOf(view.page) : undefined}
    >
      {total > 0 && (
        <HeatTable
          id={`${by}-table`}
          caption={t(`dashboard.together.${by}`)}
          corner={t('reports.figure.topics')}
          columns={[
            ...columns.map((code) => ({ label: nameOf(by, code) })),
            ...(restColumns > 0 ? [{ label: t('dashboard.rest', { number: restColumns }) }] : []),
          ]}
          rows={rows.map((row) => ({
            label:
              row.topic === undefined
                ? t('dashboard.rest', { number: restRows })
                : nameOf('topics', row.topic),
            cells: [
              ...row.counts.map((count, at) => cell(row, count, columns[at])),
              ...(restColumns > 0 ? [cell(row, row.rest, undefined)] : []),
            ],
            total: number(row.total),
          }))}
          total={t('dashboard.sum')}
          legend={{
            label: t('dashboard.legend.share'),
            steps: [0, ...shadesFrom].map((from, step) => ({
              step,
              label:
                step === 0
                  ? t('dashboard.legend.less', { percent: shadesFrom[0] * 100 })
                  : t('dashboard.legend.from', { percent: Math.round(from * 100) }),
            })),
          }}
        />
      )}
    </FigurePanel>
  )
}

/** What stands out in the topic that came most, when it is more than the next by more than chance. */
function titleOf({ by, columns, rows }: Crossing, words: Words): string {
  const { t, nameOf } = words
  const [row] = rows
  const [most, next] = (row?.counts ?? [])
    .map((count, at) => ({ count, column: columns[at] }))
    .toSorted((one, other) => other.count - one.count)
  if (row?.topic === undefined || !most?.column || !leads(most.count, next?.count ?? 0))
    return t(`dashboard.together.${by}`)
  return t(`dashboard.most.${by}`, {
    topic: nameOf('topics', row.topic),
    name: nameOf(by, most.column),
    share: sayShare(most.count, row.total, words),
  })
}

/** A number; where one may, and an address tells it, it leads to the contacts that it counts. */
function Count({
  count,
  behind,
  name,
  view,
}: {
  count: number
  behind: Behind | undefined
  name: string
  view: View
}): Child {
  const { page, words } = view
  const number = sayNumber(count, words.language)
  if (!page.opens || !behind || count === 0) return number
  const { area, period } = page.filter
  return (
    <Link href={addressOfCell(area, period, behind.narrowing, behind.cell)}>
      {number}
      <VisuallyHidden> {sayWhose(behind.cell, name, words.t)}</VisuallyHidden>
    </Link>
  )
}
