import { Button } from '../../../design-system/button/button.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { FilterRow } from '../../../design-system/filter-row/filter-row.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Pagination } from '../../../design-system/pagination/pagination.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Row, Stack } from '../../../design-system/stack/stack.tsx'
import { StatusBadge } from '../../../design-system/status-badge/status-badge.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import type { Paging } from '../../../platform/http/paging.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { freshness } from '../freshness.ts'
import { importPath } from '../import-run.ts'
import type { PartnerRow } from './list-partners.query.ts'

interface PartnerList {
  readonly t: Translate
  readonly words: string
  readonly rows: readonly PartnerRow[]
  readonly total: number
  readonly today: string
  readonly paging: Paging
  readonly isNation: boolean
  readonly mayImport: boolean
  /** The whole address by which others take over the directory. */
  readonly feed: string
}

export function listPartnersPage(list: PartnerList): Page {
  const { t, words, rows, total, paging } = list
  return {
    title: t('directory.keep.title'),
    main: (
      <Stack>
        <Row apart>
          <Heading level={1}>{t('directory.keep.title')}</Heading>
          <Button href="/beheer/sociale-kaart/organisatie" variant="primary">
            {t('directory.partner.add')}
          </Button>
        </Row>
        <Paragraph>{t(list.isNation ? 'directory.keep.lead-nation' : 'directory.keep.lead')}</Paragraph>
        <Row>
          <Link href="/balie/sociale-kaart">{t('directory.to-search')}</Link>
          <Link href="/beheer/sociale-kaart/onderhoud">{t('directory.to-upkeep')}</Link>
          {list.mayImport && <Link href={importPath}>{t('directory.to-import')}</Link>}
        </Row>
        <Paragraph subtle>
          {t('directory.feed')} <Link href={list.feed}>{list.feed}</Link>
        </Paragraph>
        <FilterRow
          action="/beheer/sociale-kaart"
          label={t('directory.search')}
          submit={t('directory.search.submit')}
        >
          <FormField id="zoek" label={t('directory.keep.search')}>
            <TextInput name="zoek" type="search" value={words} />
          </FormField>
        </FilterRow>
        {rows.length === 0 ? (
          <EmptyState>{t('directory.keep.none')}</EmptyState>
        ) : (
          <DataTable
            id="partners"
            caption={t('directory.keep.caption', { count: total, page: paging.page, pages: paging.pages })}
            columns={[
              {
                key: 'name',
                header: t('directory.field.name'),
                cell: (row) => <Link href={`/beheer/sociale-kaart/organisatie/${row.id}`}>{row.name}</Link>,
                rowHeader: true,
              },
              {
                key: 'kind',
                header: t('directory.field.kind'),
                cell: (row) => t(`directory.kind.${row.kind}`),
              },
              { key: 'town', header: t('directory.field.town'), cell: (row) => row.town ?? '' },
              {
                key: 'services',
                header: t('directory.part.services'),
                cell: (row) => row.services,
                numeric: true,
              },
              {
                key: 'state',
                header: t('directory.keep.state'),
                cell: (row) => <State {...list} row={row} />,
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

function State({ t, today, row }: PartnerList & { readonly row: PartnerRow }) {
  if (row.endedOn !== null) return <StatusBadge kind="neutral">{t('directory.badge.ended')}</StatusBadge>
  return (
    <>
      {row.agreed && <StatusBadge kind="done">{t('directory.badge.agreed')}</StatusBadge>}{' '}
      {freshness(row, today) !== 'fresh' && (
        <StatusBadge kind="waiting">{t('directory.badge.check')}</StatusBadge>
      )}
    </>
  )
}
