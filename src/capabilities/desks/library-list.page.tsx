import type { Column } from '../../design-system/data-table/data-table.tsx'
import { FormField } from '../../design-system/form-field/form-field.tsx'
import { Pagination } from '../../design-system/pagination/pagination.tsx'
import { Select } from '../../design-system/select/select.tsx'
import { TextInput } from '../../design-system/text-input/text-input.tsx'
import type { Paging } from '../../platform/http/paging.ts'
import type { Translate } from '../../platform/i18n/translate.ts'
import type { Organisation } from '../organisations/public.ts'

/** What a list of what libraries have was asked for, and of which it is a page. */
export interface LibraryList<Row> {
  readonly t: Translate
  readonly search: string
  readonly libraryId: string | undefined
  /** To choose from; empty for who sees one library. */
  readonly libraries: readonly Organisation[]
  readonly rows: readonly Row[]
  readonly total: number
  readonly paging: Paging
}

/** To search a list by a part of a name, and for who sees several libraries by one of them. */
export function SearchFields({
  t,
  search,
  libraryId,
  libraries,
}: Pick<LibraryList<unknown>, 't' | 'search' | 'libraryId' | 'libraries'>) {
  return (
    <>
      <FormField id="zoek" label={t('desks.list.search')}>
        <TextInput name="zoek" type="search" value={search} />
      </FormField>
      {libraries.length > 0 && (
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
    </>
  )
}

/** The column that says whose a row is; none for who sees one library. */
export function libraryColumns<Row extends { readonly libraryId: string }>({
  t,
  libraries,
}: Pick<LibraryList<Row>, 't' | 'libraries'>): Column<Row>[] {
  if (libraries.length === 0) return []
  const names = new Map(libraries.map(({ id, name }) => [id, name]))
  return [{ key: 'library', header: t('desks.library'), cell: ({ libraryId }) => names.get(libraryId) ?? '' }]
}

/** The way to the pages beside this one. */
export function ListPages({ t, paging: { previous, next } }: Pick<LibraryList<unknown>, 't' | 'paging'>) {
  return (
    <Pagination
      label={t('shell.pages')}
      previous={previous ? { href: previous, label: t('shell.previous') } : undefined}
      next={next ? { href: next, label: t('shell.next') } : undefined}
    />
  )
}
