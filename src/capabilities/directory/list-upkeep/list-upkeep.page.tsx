import { Alert } from '../../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { FilterRow } from '../../../design-system/filter-row/filter-row.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Pagination } from '../../../design-system/pagination/pagination.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { StatusBadge } from '../../../design-system/status-badge/status-badge.tsx'
import type { Paging } from '../../../platform/http/paging.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { dayInTable, localDay } from '../../../platform/time/local-time.ts'
import { unbroken } from '../../desks/public.ts'
import { freshness } from '../freshness.ts'
import { importPath } from '../import-run.ts'
import { upkeepPath } from '../upkeep.ts'
import { type UpkeepRow, type UpkeepState, upkeepStates } from './list-upkeep.query.ts'

const badges = { fresh: 'done', stale: 'waiting', hidden: 'failed' } as const

export function listUpkeepPage({
  t,
  rows,
  total,
  waiting,
  names,
  state,
  mine,
  today,
  paging,
  saved,
  mayImport,
}: {
  readonly t: Translate
  readonly rows: readonly UpkeepRow[]
  readonly total: number
  /** How many entries have a remark or a change that nobody looked at. */
  readonly waiting: number
  readonly names: ReadonlyMap<string, string>
  readonly state: UpkeepState
  readonly mine: boolean
  readonly today: string
  readonly paging: Paging
  readonly saved: boolean
  /** Whether who looks may take in a file or feed. */
  readonly mayImport: boolean
}): Page {
  const title = t('upkeep.list.title')
  return {
    title,
    wide: true,
    main: (
      <Stack>
        <Breadcrumb
          label={t('upkeep.breadcrumb')}
          items={[{ href: '/beheer/sociale-kaart', label: t('upkeep.directory') }]}
        />
        <Heading level={1}>{title}</Heading>
        {saved && (
          <Alert kind="ok">
            <p>{t('upkeep.saved')}</p>
          </Alert>
        )}
        <Paragraph>{t('upkeep.list.lead')}</Paragraph>
        {mayImport && (
          <Paragraph>
            <Link href={importPath}>{t('hsds.import.title')}</Link>
          </Paragraph>
        )}
        {waiting > 0 && state !== 'changes' && state !== 'remarks' && (
          <Alert kind="info">
            <p>{t('upkeep.list.waiting', { count: waiting })}</p>
          </Alert>
        )}
        <FilterRow action={upkeepPath} label={t('upkeep.list.filter')} submit={t('upkeep.list.show')}>
          <FormField id="welke" label={t('upkeep.list.which')}>
            <Select
              name="welke"
              value={state}
              options={upkeepStates.map((each) => ({ value: each, label: t(`upkeep.state.${each}`) }))}
            />
          </FormField>
          <FormField id="van" label={t('upkeep.list.whose')}>
            <Select
              name="van"
              value={mine ? 'mij' : ''}
              options={[
                { value: '', label: t('upkeep.list.everybody') },
                { value: 'mij', label: t('upkeep.list.mine') },
              ]}
            />
          </FormField>
        </FilterRow>
        {rows.length === 0 ? (
          <EmptyState>{t('upkeep.list.none')}</EmptyState>
        ) : (
          <DataTable
            id="upkeep"
            caption={t('upkeep.list.caption', { count: total, page: paging.page, pages: paging.pages })}
            columns={[
              {
                key: 'name',
                header: t('upkeep.list.organisation'),
                cell: ({ id, name }) => <Link href={`${upkeepPath}/${id}`}>{name}</Link>,
                rowHeader: true,
              },
              {
                key: 'review',
                header: t('upkeep.list.review'),
                cell: (row) => (
                  <>
                    <StatusBadge kind={badges[freshness(row, today)]}>
                      {t(`upkeep.fresh.${freshness(row, today)}`)}
                    </StatusBadge>{' '}
                    {dayInTable(row.reviewOn)}
                  </>
                ),
              },
              { key: 'last', header: t('upkeep.list.last'), cell: (row) => sayLast(row, names, t) },
              {
                key: 'phone',
                header: t('upkeep.field.phone'),
                cell: ({ phone }) => (phone ? unbroken(phone) : ''),
              },
              {
                key: 'asks',
                header: t('upkeep.list.asks'),
                cell: ({ remarks, changes }) =>
                  [
                    changes > 0 && t('upkeep.list.changes', { count: changes }),
                    remarks > 0 && t('upkeep.list.remarks', { count: remarks }),
                  ]
                    .filter(Boolean)
                    .join(', '),
              },
              {
                key: 'keeper',
                header: t('upkeep.list.keeper'),
                cell: ({ keeperAccountId }) =>
                  keeperAccountId === null ? t('upkeep.list.nobody') : (names.get(keeperAccountId) ?? ''),
              },
            ]}
            rows={rows}
          />
        )}
        <Pagination
          label={t('shell.pages')}
          previous={paging.previous ? { href: paging.previous, label: t('shell.previous') } : undefined}
          next={paging.next ? { href: paging.next, label: t('shell.next') } : undefined}
        />
      </Stack>
    ),
  }
}

/** Who looked last, when, how and what came of it. */
function sayLast(row: UpkeepRow, names: ReadonlyMap<string, string>, t: Translate): string {
  const asked = row.askedAt ? t('upkeep.list.asked', { day: dayInTable(localDay(row.askedAt)) }) : ''
  if (!row.lastAt || row.lastHow === null || row.lastResult === null) return asked || t('upkeep.list.never')
  const who = row.lastAccountId === null ? '' : (names.get(row.lastAccountId) ?? '')
  return [
    dayInTable(localDay(row.lastAt)),
    t(`upkeep.how.${row.lastHow}` as 'upkeep.how.phone'),
    t(`upkeep.result.${row.lastResult}` as 'upkeep.result.right').toLowerCase(),
    who,
  ]
    .filter(Boolean)
    .join(', ')
}
