import { Button } from '../../../design-system/button/button.tsx'
import { type Column, DataTable } from '../../../design-system/data-table/data-table.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { FilterRow } from '../../../design-system/filter-row/filter-row.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Pagination } from '../../../design-system/pagination/pagination.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Row, Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import type { Paging } from '../../../platform/http/paging.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type { Organisation } from '../../organisations/public.ts'
import type { DeskRow } from './list-desks.query.ts'

export function listDesksPage({
  t,
  search,
  libraryId,
  libraries,
  rows,
  total,
  paging,
}: {
  t: Translate
  search: string
  libraryId: string | undefined
  /** To choose from; empty for who sees one library. */
  libraries: readonly Organisation[]
  rows: readonly DeskRow[]
  total: number
  paging: Paging
}): Page {
  const several = libraries.length > 0
  const libraryColumn: Column<DeskRow> = {
    key: 'library',
    header: t('desks.library'),
    cell: (row) => libraries.find(({ id }) => id === row.libraryId)?.name ?? '',
  }
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
              ...(several ? [libraryColumn] : []),
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
        <Pagination
          label={t('shell.pages')}
          previous={paging.previous ? { href: paging.previous, label: t('shell.previous') } : undefined}
          next={paging.next ? { href: paging.next, label: t('shell.next') } : undefined}
        />
      </Stack>
    ),
  }
}
