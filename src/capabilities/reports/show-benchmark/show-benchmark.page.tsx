import type { Child } from 'hono/jsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { FilterRow } from '../../../design-system/filter-row/filter-row.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { addressOf } from '../area-address.ts'
import { BenchmarkChart, capital } from '../benchmark.page.tsx'
import type { Benchmark } from '../benchmark.ts'
import { isCompared } from '../benchmark-measure.ts'
import { isTooNew, sayTraits, sayValue } from '../benchmark-words.ts'
import { sayPeriod } from '../figure-words.ts'
import { FiguresParts } from '../figures-parts.page.tsx'
import type { Registration } from '../find-registered/find-registered.query.ts'
import type { NamedArea } from '../list-own-areas/list-own-areas.query.ts'
import { type AreaBenchmark, comparedPeriod } from '../read-benchmark/read-benchmark.query.ts'
import { RegisteredNote } from '../registered.page.tsx'

export interface BenchmarkPage {
  readonly t: Translate
  readonly language: Language
  readonly named: NamedArea
  /** One's own that are compared, the widest first. */
  readonly areas: readonly NamedArea[]
  readonly benchmark: AreaBenchmark | undefined
  readonly registration: Registration | undefined
}

export function benchmarkPage(state: BenchmarkPage): Page {
  const { t, named, benchmark } = state
  const title = t('benchmark.title', { area: capital(named.name) })
  return {
    title,
    wide: true,
    main: (
      <Stack gap="lg">
        <Stack>
          <FiguresParts t={t} current="/sturing/vergelijken" />
          <Heading level={1}>{title}</Heading>
          {benchmark && (
            <Paragraph lead>
              {t('benchmark.lead', { period: sayPeriod(comparedPeriod(benchmark), state) })}
            </Paragraph>
          )}
          <AreaChoice {...state} />
          <RegisteredNote {...state} />
        </Stack>
        <Comparison {...state} />
      </Stack>
    ),
  }
}

function AreaChoice({ t, named, areas }: BenchmarkPage): Child {
  return (
    <FilterRow action="/sturing/vergelijken" label={t('benchmark.choose')} submit={t('benchmark.show')}>
      <FormField id="gebied" label={t('benchmark.area')}>
        <Select
          name="gebied"
          value={addressOf(named.area)}
          options={areas.map(({ area, name }) => ({ value: addressOf(area), label: capital(name) }))}
        />
      </FormField>
    </FilterRow>
  )
}

function Comparison(state: BenchmarkPage): Child {
  const { t, named, benchmark } = state
  const { level } = named.area
  if (!isCompared(level)) return <EmptyState>{t('benchmark.not-of-this')}</EmptyState>
  if (!benchmark) return <EmptyState>{t('benchmark.nothing')}</EmptyState>
  if (isTooNew(benchmark.rows)) return <EmptyState>{t('benchmark.too-new')}</EmptyState>
  const { rows } = benchmark
  const peers = rows.find((row) => row.peers)?.peers
  const isAlone = rows.every(({ all }) => all === undefined)
  return (
    <>
      {isAlone ? (
        <Paragraph>
          {t(`benchmark.too-few.${level}`)} {t('benchmark.too-few.rule')}
        </Paragraph>
      ) : (
        <Paragraph>
          {peers ? t('benchmark.peers', { traits: sayTraits(peers.traits, state) }) : t('benchmark.no-peers')}{' '}
          {rows.some(({ all }) => all === undefined) && t('benchmark.no-average')}
        </Paragraph>
      )}
      <BenchmarkChart rows={rows} view={state} />
      <Details summary={t('benchmark.as-table')} id="tabel">
        <Table rows={rows} state={state} />
      </Details>
      <Details summary={t('benchmark.method')} id="uitleg">
        <Stack gap="sm">
          <Paragraph>{t('benchmark.method.average')}</Paragraph>
          <Paragraph>{t('benchmark.method.peers')}</Paragraph>
          <Paragraph>{t('benchmark.method.private')}</Paragraph>
          <Paragraph>{t('benchmark.method.judge')}</Paragraph>
        </Stack>
      </Details>
    </>
  )
}

function Table({ rows, state }: { rows: readonly Benchmark[]; state: BenchmarkPage }): Child {
  const { t, named } = state
  const said = (row: Benchmark, value: number | undefined): string =>
    value === undefined ? '' : sayValue(row.measure, value, state)
  return (
    <DataTable
      id="vergelijking"
      caption={t('benchmark.title', { area: capital(named.name) })}
      columns={[
        {
          key: 'measure',
          header: t('benchmark.column.measure'),
          cell: ({ measure }) => t(`benchmark.measure.${measure}`),
          rowHeader: true,
        },
        { key: 'own', header: capital(named.name), cell: (row) => said(row, row.value), numeric: true },
        {
          key: 'all',
          header: t('benchmark.column.all'),
          cell: (row) => said(row, row.all?.average),
          numeric: true,
        },
        {
          key: 'peers',
          header: t('benchmark.column.peers'),
          cell: (row) => said(row, row.peers?.average),
          numeric: true,
        },
        {
          key: 'rank',
          header: t('benchmark.column.rank'),
          cell: ({ rank }) =>
            rank &&
            t(rank.from === rank.until ? 'benchmark.column.rank-exact' : 'benchmark.column.rank-range', {
              from: rank.from,
              until: rank.until,
              of: rank.of,
            }),
          numeric: true,
        },
      ]}
      rows={rows}
      compact
    />
  )
}

/** For who has a role, but at nothing of which there are figures. */
export function noComparedAreaPage(t: Translate): Page {
  return {
    title: t('benchmark.navigation'),
    main: (
      <Stack>
        <FiguresParts t={t} current="/sturing/vergelijken" />
        <Heading level={1}>{t('benchmark.navigation')}</Heading>
        <EmptyState>{t('benchmark.no-area')}</EmptyState>
      </Stack>
    ),
  }
}
