import { Button } from '../../../design-system/button/button.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { FilterRow } from '../../../design-system/filter-row/filter-row.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Row, Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import { type LibraryList, ListPages, libraryColumns, SearchFields } from '../library-list.page.tsx'
import type { DeskRow } from './list-desks.query.ts'

export function listDesksPage(list: LibraryList<DeskRow>): Page {
  const { t, libraryId, rows, total, paging } = list
  return {
    title: t('desks.list.title'),
    wide: true,
    main: (
      <Stack>
        <Row apart>
          <Heading level={1}>{t('desks.list.title')}</Heading>
          <Button
            href={`/beheer/informatiepunten/nieuw${libraryId ? `?bibliotheek=${libraryId}` : ''}`}
            variant="primary"
          >
            {t('desks.list.add')}
          </Button>
        </Row>
        <FilterRow
          action="/beheer/informatiepunten"
          label={t('desks.list.filter')}
          submit={t('shell.search')}
        >
          <SearchFields {...list} />
        </FilterRow>
        {rows.length === 0 ? (
          <EmptyState>{t('desks.list.none')}</EmptyState>
        ) : (
          <DataTable
            id="desks"
            caption={t('desks.list.caption', { count: total, page: paging.page, pages: paging.pages })}
            columns={[
              {
                key: 'name',
                header: t('desks.name'),
                cell: (row) => <Link href={`/beheer/informatiepunten/${row.id}`}>{row.name}</Link>,
                rowHeader: true,
              },
              ...libraryColumns(list),
              { key: 'kind', header: t('desks.kind'), cell: (row) => t(`desks.kind.${row.kind}`) },
              { key: 'town', header: t('desks.town'), cell: (row) => row.town ?? '' },
              {
                key: 'active',
                header: t('desks.list.open'),
                cell: (row) => t(row.active ? 'shell.yes' : 'shell.no'),
              },
            ]}
            rows={rows}
          />
        )}
        <ListPages {...list} />
      </Stack>
    ),
  }
}
