import { Button } from '../../../design-system/button/button.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { FilterRow } from '../../../design-system/filter-row/filter-row.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Row, Stack } from '../../../design-system/stack/stack.tsx'
import { VisuallyHidden } from '../../../design-system/visually-hidden/visually-hidden.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { type LibraryList, ListPages, libraryColumns, SearchFields } from '../library-list.page.tsx'
import type { BranchRow } from './list-branches.query.ts'

export function listBranchesPage(list: LibraryList<BranchRow> & { readonly withoutDesk: boolean }): Page {
  const { t, libraryId, rows, total, paging, withoutDesk } = list
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
          <SearchFields {...list} />
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
              ...libraryColumns(list),
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
        <ListPages {...list} />
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
