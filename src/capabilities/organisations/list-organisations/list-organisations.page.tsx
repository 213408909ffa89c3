import { Button } from '../../../design-system/button/button.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
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
import { kindSlugs, type OrganisationKind, organisationKinds } from '../organisation.ts'
import type { OrganisationRow } from './list-organisations.query.ts'

export function listOrganisationsPage({
  t,
  search,
  kind,
  rows,
  total,
  paging,
}: {
  t: Translate
  search: string
  kind: OrganisationKind | undefined
  rows: readonly OrganisationRow[]
  total: number
  paging: Paging
}): Page {
  return {
    title: t('organisations.list.title'),
    wide: true,
    main: (
      <Stack>
        <Row apart>
          <Heading level={1}>{t('organisations.list.title')}</Heading>
          <Button href="/beheer/organisaties/nieuw" variant="primary">
            {t('organisations.list.add')}
          </Button>
        </Row>
        <FilterRow
          action="/beheer/organisaties"
          label={t('organisations.list.filter')}
          submit={t('shell.search')}
        >
          <FormField id="zoek" label={t('organisations.list.search')}>
            <TextInput name="zoek" type="search" value={search} />
          </FormField>
          <FormField id="soort" label={t('organisations.kind')}>
            <Select
              name="soort"
              value={kind && kindSlugs[kind]}
              options={[
                { value: '', label: t('organisations.list.all-kinds') },
                ...organisationKinds.map((each) => ({
                  value: kindSlugs[each],
                  label: t(`organisations.kind.${each}`),
                })),
              ]}
            />
          </FormField>
        </FilterRow>
        {rows.length === 0 ? (
          <EmptyState>{t('organisations.list.none')}</EmptyState>
        ) : (
          <DataTable
            id="organisations"
            caption={t('organisations.list.caption', {
              count: total,
              page: paging.page,
              pages: paging.pages,
            })}
            columns={[
              {
                key: 'name',
                header: t('organisations.name'),
                cell: (row) => <Link href={`/beheer/organisaties/${row.id}`}>{row.name}</Link>,
                rowHeader: true,
              },
              {
                key: 'kind',
                header: t('organisations.kind'),
                cell: (row) => t(`organisations.kind.${row.kind}`),
              },
              { key: 'isil', header: t('organisations.isil'), cell: (row) => row.isil ?? '' },
              {
                key: 'active',
                header: t('organisations.list.in-use'),
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
