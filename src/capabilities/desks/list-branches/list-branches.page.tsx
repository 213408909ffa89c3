import { Button } from '../../../design-system/button/button.tsx'
import { type Column, DataTable } from '../../../design-system/data-table/data-table.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { FilterRow } from '../../../design-system/filter-row/filter-row.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Pagination } from '../../../design-system/pagination/pagination.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Row, Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { VisuallyHidden } from '../../../design-system/visually-hidden/visually-hidden.tsx'
import type { Paging } from '../../../platform/http/paging.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type { Organisation } from '../../organisations/public.ts'
import type { BranchRow } from './list-branches.query.ts'

export function listBranchesPage({
  t,
  search,
  libraryId,
  withoutDesk,
  libraries,
  rows,
  total,
  paging,
}: {
  t: Translate
  search: string
  libraryId: string | undefined
  withoutDesk: boolean
  /** To choose from; empty for who sees one library. */
  libraries: readonly Organisation[]
  rows: readonly BranchRow[]
  total: number
  paging: Paging
}): Page {
  const several = libraries.length > 0
  const libraryColumn: Column<BranchRow> = {
    key: 'library',
    header: t('desks.library'),
    cell: (row) => libraries.find(({ id }) => id === row.libraryId)?.name ?? '',
  }
  return {
    title: t('desks.branches.title'),
    wide: true,
    main: (
      <Stack>
        <Row apart>
          <Heading level={1}>{t('desks.branches.title')}</Heading>
          <Button
            href={`/beheer/vestigingen/nieuw${libraryId ? `?bibliotheek=${libraryId}` : ''}`}
            variant="primary"
          >
            {t('desks.branch.add.submit')}
          </Button>
        </Row>
        <Paragraph>{t('desks.branches.lead')}</Paragraph>
        <FilterRow action="/beheer/vestigingen" label={t('desks.branches.filter')} submit={t('shell.search')}>
          <FormField id="zoek" label={t('desks.list.search')}>
            <TextInput name="zoek" type="search" value={search} />
          </FormField>
          {several && (
            <FormField id="bibliotheek" label={t('desks.library')}>
              <Select
                name="bibliotheek"
                value={libraryId}
                options={[
                  { value: '', label: t('desks.list.all-libraries') },
                  ...libraries.map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
            </FormField>
          )}
          <FormField id="zonder" label={t('desks.branches.show')}>
            <Select
              name="zonder"
              value={withoutDesk ? 'ja' : ''}
              options={[
                { value: '', label: t('desks.branches.all') },
                { value: 'ja', label: t('desks.branches.without-desk') },
              ]}
            />
          </FormField>
        </FilterRow>
        {rows.length === 0 ? (
          <EmptyState>{t('desks.branches.none')}</EmptyState>
        ) : (
          <DataTable
            id="branches"
            caption={t('desks.branches.caption', { count: total, page: paging.page, pages: paging.pages })}
            columns={[
              {
                key: 'name',
                header: t('desks.name'),
                cell: (row) => <Link href={`/beheer/vestigingen/${row.id}`}>{row.name}</Link>,
                rowHeader: true,
              },
              ...(several ? [libraryColumn] : []),
              {
                key: 'kind',
                header: t('desks.branch.kind'),
                cell: (row) => t(`desks.branch.kind.${row.kind}`),
              },
              { key: 'town', header: t('desks.town'), cell: (row) => row.town ?? '' },
              { key: 'desk', header: t('desks.branch.desk'), cell: (row) => <DeskCell t={t} row={row} /> },
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

/** The desk in a branch, and where there is none or it closed the way to begin one. */
function DeskCell({ t, row }: { t: Translate; row: BranchRow }) {
  const desk = row.deskId && (
    <Link href={`/beheer/informatiepunten/${row.deskId}`}>
      {row.deskActive ? row.deskName : t('desks.branches.closed-desk', { name: row.deskName ?? '' })}
    </Link>
  )
  if (row.deskActive) return <>{desk}</>
  return (
    <Stack gap="sm">
      {desk}
      {row.active ? (
        <Link href={`/beheer/informatiepunten/nieuw?vestiging=${row.id}`}>
          {t('desks.branch.begin')} <VisuallyHidden>{row.name}</VisuallyHidden>
        </Link>
      ) : (
        t('desks.branches.closed')
      )}
    </Stack>
  )
}
