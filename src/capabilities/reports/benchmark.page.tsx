import type { Child } from 'hono/jsx'
import {
  ComparisonChart,
  type ComparisonMark,
} from '../../design-system/comparison-chart/comparison-chart.tsx'
import { Details } from '../../design-system/details/details.tsx'
import { Heading } from '../../design-system/heading/heading.tsx'
import { Link } from '../../design-system/link/link.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import type { Language, Translate } from '../../platform/i18n/translate.ts'
import { addressOf } from './area-address.ts'
import type { Average, Benchmark } from './benchmark.ts'
import { kindOfMeasure, type Measure } from './benchmark-measure.ts'
import { countsSomeMonths, isTooNew, sayBase, sayRank, sayTraits, sayValue } from './benchmark-words.ts'
import { sayNumber } from './figure-words.ts'
import type { NamedArea } from './list-own-areas/list-own-areas.query.ts'
import type { AreaBenchmark } from './read-benchmark/read-benchmark.query.ts'

interface BenchmarkView {
  readonly t: Translate
  readonly language: Language
  readonly named: NamedArea
}

/** Measures beside their averages, each with what it means. @param withTraits says of each who is alike */
export function BenchmarkChart({
  rows,
  view,
  withTraits = true,
}: {
  rows: readonly Benchmark[]
  view: BenchmarkView
  withTraits?: boolean
}): Child {
  const { t } = view
  return (
    <ComparisonChart
      rows={rows.map((row) => ({
        id: `vergelijk-${row.measure}`,
        label: t(`benchmark.measure.${row.measure}`),
        marks: marksOf(row, view),
        most: kindOfMeasure(row.measure).unit === 'share' ? 1 : undefined,
        note: noteOf(row, view),
        more: (
          <Details summary={t('benchmark.explain')}>
            <Stack gap="sm">
              <Paragraph>{t(`benchmark.about.${row.measure}`)}</Paragraph>
              <Paragraph>
                {sayBase(row, view)} {countsSomeMonths(row.measure, row.level) && t('benchmark.one-desk')}
              </Paragraph>
              {withTraits && row.peers && (
                <Paragraph>{t('benchmark.peers', { traits: sayTraits(row.peers.traits, view) })}</Paragraph>
              )}
            </Stack>
          </Details>
        ),
      }))}
    />
  )
}

function marksOf({ measure, level, value, all, peers }: Benchmark, view: BenchmarkView): ComparisonMark[] {
  const { t, language, named } = view
  const said = ({ average, count }: Average): { count: string; value: string } => ({
    count: sayNumber(count, language),
    value: sayValue(measure, average, view),
  })
  const own = t('benchmark.own', { area: capital(named.name), value: sayValue(measure, value, view) })
  return [
    { shape: 'dot', value, text: own },
    ...(all
      ? [{ shape: 'line' as const, value: all.average, text: t(`benchmark.all.${level}`, said(all)) }]
      : []),
    ...(peers
      ? [{ shape: 'diamond' as const, value: peers.average, text: t('benchmark.like', said(peers)) }]
      : []),
  ]
}

/** The place; and where it is among fewer or more than the average beside it is of, why. */
function noteOf({ all, peers, rank }: Benchmark, view: BenchmarkView): string | undefined {
  if (!all || !rank) return undefined
  const said = sayRank(rank, view)
  return rank.of === (peers ?? all).count ? said : `${said} ${view.t('benchmark.rank.of-others')}`
}

/** What tells most at a glance: how busy, whether it helped, how warm, how much of it is 'other'. */
const first: readonly Measure[] = ['contacts-a-month', 'satisfied', 'warm', 'other-help']

/** A few measures of an area beside those of others, for a page about more; nothing where nothing can be compared. */
export function BenchmarkLines({
  benchmark,
  view,
}: {
  benchmark: AreaBenchmark | undefined
  view: BenchmarkView
}): Child {
  const rows = benchmark?.rows.filter(({ measure, all }) => first.includes(measure) && all) ?? []
  if (rows.length === 0 || isTooNew(rows)) return null
  const { t, named } = view
  return (
    <Stack>
      <Heading level={2}>{t('benchmark.lines')}</Heading>
      <BenchmarkChart rows={rows} view={view} />
      <Link href={`/sturing/vergelijken?gebied=${addressOf(named.area)}`}>{t('benchmark.more')}</Link>
    </Stack>
  )
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
