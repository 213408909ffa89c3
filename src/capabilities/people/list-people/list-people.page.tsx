import { Button } from '../../../design-system/button/button.tsx'
import { type Column, DataTable } from '../../../design-system/data-table/data-table.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { FilterRow } from '../../../design-system/filter-row/filter-row.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Pagination } from '../../../design-system/pagination/pagination.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Row, Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import type { Paging } from '../../../platform/http/paging.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type { Organisation } from '../../organisations/public.ts'
import type { RoleHeld } from '../role.ts'
import type { PersonRow } from './list-people.query.ts'

export function listPeoplePage({
  t,
  search,
  organisation,
  severalOrganisations,
  rows,
  total,
  roles,
  organisations,
  places,
  paging,
}: {
  t: Translate
  search: string
  /** Only the people of this one were asked for. */
  organisation: Organisation | undefined
  severalOrganisations: boolean
  rows: readonly PersonRow[]
  total: number
  roles: readonly RoleHeld[]
  organisations: readonly Organisation[]
  /** Names of organisations and desks, by id. */
  places: ReadonlyMap<string, string>
  paging: Paging
}): Page {
  const rolesInWords = (person: PersonRow): string =>
    roles
      .filter(({ accountId }) => accountId === person.id)
      .map(({ role, deskId }) => {
        const desk = deskId && places.get(deskId)
        return desk ? `${t(`people.role.${role}`)} (${desk})` : t(`people.role.${role}`)
      })
      .join(', ')
  const organisationColumn: Column<PersonRow> = {
    key: 'organisation',
    header: t('people.organisation'),
    cell: (person) => organisations.find(({ id }) => id === person.organisationId)?.name ?? '',
  }
  const query = organisation ? `?organisatie=${organisation.id}` : ''
  return {
    title: t('people.list.title'),
    wide: true,
    main: (
      <Stack>
        <Row apart>
          <Heading level={1}>{t('people.list.title')}</Heading>
          <Button href={`/beheer/mensen/nieuw${query}`} variant="primary">
            {t('people.list.add')}
          </Button>
        </Row>
        {organisation && (
          <Paragraph>
            {t('people.list.of', { organisation: organisation.name })}{' '}
            <Link href="/beheer/mensen">{t('people.list.all')}</Link>
          </Paragraph>
        )}
        <FilterRow action="/beheer/mensen" label={t('people.list.filter')} submit={t('shell.search')}>
          <FormField id="zoek" label={t('people.list.search')}>
            <TextInput name="zoek" type="search" value={search} />
          </FormField>
          {organisation && <input type="hidden" name="organisatie" value={organisation.id} />}
        </FilterRow>
        {rows.length === 0 ? (
          <EmptyState>{t('people.list.none')}</EmptyState>
        ) : (
          <DataTable
            id="people"
            caption={t('people.list.caption', { count: total, page: paging.page, pages: paging.pages })}
            columns={[
              {
                key: 'name',
                header: t('people.name'),
                cell: (person) => <Link href={`/beheer/mensen/${person.id}`}>{person.name}</Link>,
                rowHeader: true,
              },
              { key: 'email', header: t('people.email'), cell: (person) => person.email },
              ...(severalOrganisations ? [organisationColumn] : []),
              { key: 'roles', header: t('people.roles'), cell: rolesInWords },
              {
                key: 'active',
                header: t('people.account'),
                cell: (person) => t(person.active ? 'people.account.open' : 'people.account.closed'),
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
