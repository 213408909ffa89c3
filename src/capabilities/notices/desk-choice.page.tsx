import { FilterRow } from '../../design-system/filter-row/filter-row.tsx'
import { FormField } from '../../design-system/form-field/form-field.tsx'
import { LinkTabs } from '../../design-system/link-tabs/link-tabs.tsx'
import { Select } from '../../design-system/select/select.tsx'
import type { Translate } from '../../platform/i18n/translate.ts'

/** More desks than this would fill a telephone with their names. */
const mostBesideEachOther = 4

/** Choosing among the desks at which somebody works; nothing where there is no choice. */
export function DeskChoice({
  t,
  path,
  desks,
  desk,
}: {
  t: Translate
  path: string
  desks: readonly { readonly id: string; readonly name: string }[]
  desk: { readonly id: string }
}) {
  if (desks.length < 2) return null
  if (desks.length > mostBesideEachOther)
    return (
      <FilterRow action={path} label={t('notices.desk.choose')} submit={t('notices.desk.choose-submit')}>
        <FormField id="informatiepunt" label={t('notices.desk.desk')}>
          <Select
            name="informatiepunt"
            value={desk.id}
            options={desks.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </FormField>
      </FilterRow>
    )
  return (
    <LinkTabs
      label={t('notices.desk.choose')}
      items={desks.map(({ id, name }) => ({
        href: `${path}?informatiepunt=${id}`,
        label: name,
        current: id === desk.id,
      }))}
    />
  )
}
