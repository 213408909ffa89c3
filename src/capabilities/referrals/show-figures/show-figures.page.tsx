import { Button } from '../../../design-system/button/button.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { FilterRow } from '../../../design-system/filter-row/filter-row.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import {
  type Ending,
  endings,
  type FigureRow,
  type PartnerFigures,
  type ReferralFigures,
  smallestTold,
  type Told,
} from '../referral-figures.ts'
import { addressWith } from '../referring-desk.ts'

/** Of whom the figures are, from near to far. */
export const levels = ['desks', 'library', 'municipality', 'nation'] as const
export type Level = (typeof levels)[number]

export const figuresAddress = '/sturing/doorverwijzingen'
/** As many partners as one reads; the file has all. */
const mostPartners = 50

interface FiguresPage {
  readonly t: Translate
  readonly level: Level
  readonly allowed: readonly Level[]
  /** What is small is hidden: for others than the library. */
  readonly guarded: boolean
  readonly quarters: readonly string[]
  readonly quarter: string | undefined
  readonly figures: ReferralFigures
  /** With how it ended, for the library itself. */
  readonly byPartner: readonly PartnerFigures[]
  readonly names: {
    readonly partners: ReadonlyMap<string, string>
    readonly topics: ReadonlyMap<string, string>
  }
}

export function showFiguresPage(page: FiguresPage): Page {
  const { t, guarded, quarter, figures, level } = page
  const nobody = figures.total === 0
  return {
    title: t('referrals.figures.title'),
    wide: true,
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('referrals.figures.title')}</Heading>
          <Paragraph>
            {guarded
              ? t('referrals.figures.lead-guarded', { smallest: smallestTold })
              : t('referrals.figures.lead')}
          </Paragraph>
          <Choices page={page} />
        </Stack>
        {nobody ? (
          <EmptyState>{t('referrals.figures.none')}</EmptyState>
        ) : (
          <>
            <Paragraph lead>
              {figures.total === 'hidden'
                ? t('referrals.figures.too-few', { smallest: smallestTold })
                : t('referrals.figures.total', { count: figures.total })}
            </Paragraph>
            {figures.medianDays !== undefined && (
              <Paragraph>{t('referrals.figures.median', { count: figures.medianDays })}</Paragraph>
            )}
            {figures.total !== 'hidden' && <Tables page={page} />}
            <div>
              <Button href={addressWith(`${figuresAddress}/bestand.csv`, { voor: level, kwartaal: quarter })}>
                {t('referrals.figures.file')}
              </Button>
            </div>
          </>
        )}
      </Stack>
    ),
  }
}

function Choices({ page: { t, level, allowed, quarters, quarter } }: { page: FiguresPage }) {
  return (
    <FilterRow action={figuresAddress} label={t('referrals.figures.title')} submit={t('referrals.list.show')}>
      {allowed.length > 1 && (
        <FormField id="voor" label={t('referrals.figures.of')}>
          <Select
            name="voor"
            value={level}
            options={allowed.map((value) => ({ value, label: t(`referrals.figures.level.${value}`) }))}
          />
        </FormField>
      )}
      <FormField id="kwartaal" label={t('referrals.figures.quarter')}>
        <Select
          name="kwartaal"
          value={quarter}
          options={quarters.map((value) => ({ value, label: quarterWords(t, value) }))}
        />
      </FormField>
    </FilterRow>
  )
}

const quarterWords = (t: Translate, quarter: string): string =>
  t('referrals.figures.quarter-of', { number: quarter.slice(5), year: quarter.slice(0, 4) })

/** The lists of a quarter, each with its name and what its rows are called. */
function listsOf({ t, figures, names }: FiguresPage) {
  const topic = (code: string) =>
    code === '' ? t('referrals.figures.no-topic') : (names.topics.get(code) ?? code)
  return [
    {
      key: 'kind',
      rows: figures.byKind,
      nameOf: (key: string) => t(`referrals.figures.${key as 'warm' | 'plain'}`),
    },
    {
      key: 'ending',
      rows: figures.byEnding,
      nameOf: (key: string) => t(`referrals.figures.ending.${key as Ending}`),
    },
    { key: 'topic', rows: figures.byTopic, nameOf: topic },
    { key: 'partner', rows: figures.byPartner, nameOf: (key: string) => names.partners.get(key) ?? '' },
  ] as const
}

function Tables({ page }: { page: FiguresPage }) {
  const { t, guarded } = page
  return (
    <>
      {listsOf(page)
        .filter(({ key, rows }) => rows.length > 0 && (guarded || key !== 'partner'))
        .map(({ key, rows, nameOf }) => {
          const told = rows.filter(({ count }) => count !== 'hidden')
          return (
            <Stack gap="sm">
              <DataTable
                id={`tabel-${key}`}
                caption={t(`referrals.figures.by-${key}`)}
                columns={[
                  {
                    key: 'name',
                    header: t(`referrals.figures.column.${key}`),
                    rowHeader: true,
                    cell: (row: FigureRow) => nameOf(row.key),
                  },
                  {
                    key: 'count',
                    header: t('referrals.figures.column.count'),
                    numeric: true,
                    cell: (row: FigureRow) => row.count,
                  },
                ]}
                rows={told.slice(0, mostPartners)}
              />
              {told.length < rows.length && (
                <Paragraph subtle>
                  {t('referrals.figures.hidden', { count: rows.length - told.length })}
                </Paragraph>
              )}
            </Stack>
          )
        })}
      {!guarded && <ByPartner page={page} />}
    </>
  )
}

/** Partner by partner, with how it ended: for who can do something about it. */
function ByPartner({ page: { t, byPartner, names } }: { page: FiguresPage }) {
  return (
    <DataTable
      id="tabel-partner"
      caption={t('referrals.figures.by-partner')}
      columns={[
        {
          key: 'name',
          header: t('referrals.figures.column.partner'),
          rowHeader: true,
          cell: (row: PartnerFigures) => names.partners.get(row.partnerId) ?? '',
        },
        { key: 'made', header: t('referrals.figures.column.count'), numeric: true, cell: ({ made }) => made },
        { key: 'warm', header: t('referrals.figures.warm'), numeric: true, cell: ({ warm }) => warm },
        ...endings.map((ending) => ({
          key: ending,
          header: t(`referrals.figures.ending.${ending}`),
          numeric: true,
          cell: (row: PartnerFigures) => row[ending],
        })),
        {
          key: 'median',
          header: t('referrals.figures.column.median'),
          numeric: true,
          cell: ({ medianDays }) => medianDays ?? '-',
        },
      ]}
      rows={byPartner.slice(0, mostPartners)}
    />
  )
}

/** One long table for a spreadsheet: which list, what, and how many; what is hidden has no number. */
export function figuresTable(page: FiguresPage): string[][] {
  const { t, quarter = '', figures, byPartner, names } = page
  const number = (count: Told): string => (count === 'hidden' ? '' : String(count))
  return [
    ['quarter', 'list', 'what', 'count'].map((column) =>
      t(`referrals.figures.file.${column as 'quarter' | 'list' | 'what' | 'count'}`),
    ),
    [quarter, t('referrals.figures.file.all'), '', number(figures.total)],
    ...listsOf(page).flatMap(({ key, rows, nameOf }) =>
      rows
        .filter(({ count }) => count !== 'hidden')
        .map((row) => [quarter, t(`referrals.figures.by-${key}`), nameOf(row.key), number(row.count)]),
    ),
    ...byPartner.flatMap((row) =>
      endings.map((ending) => [
        quarter,
        names.partners.get(row.partnerId) ?? '',
        t(`referrals.figures.ending.${ending}`),
        String(row[ending]),
      ]),
    ),
    ...(figures.medianDays === undefined
      ? []
      : [[quarter, t('referrals.figures.column.median'), '', String(figures.medianDays)]]),
  ]
}
