import { EmptyState } from '../../design-system/empty-state/empty-state.tsx'
import { FilterRow } from '../../design-system/filter-row/filter-row.tsx'
import { FormField } from '../../design-system/form-field/form-field.tsx'
import { Heading } from '../../design-system/heading/heading.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Select } from '../../design-system/select/select.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import type { Page } from '../../platform/http/reply.ts'
import type { Translate } from '../../platform/i18n/translate.ts'
import type { DeskAtWork } from './desk-at-work.ts'

/** Which desk the page is about; to choose another one where somebody works at more. */
export function DeskChoice({
  t,
  path,
  desk,
  desks,
}: { t: Translate; path: string } & Omit<DeskAtWork, 'scope'>) {
  if (desks.length === 1) return <Paragraph>{desk.name}</Paragraph>
  return (
    <FilterRow action={path} label={t('appointments.desk')} submit={t('appointments.desk-show')}>
      <FormField id="informatiepunt" label={t('appointments.desk')}>
        <Select
          name="informatiepunt"
          value={desk.id}
          options={desks.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </FormField>
    </FilterRow>
  )
}

/** For who works at no desk yet. */
export const noDeskPage = (t: Translate, title: string): Page => ({
  title,
  main: (
    <Stack>
      <Heading level={1}>{title}</Heading>
      <EmptyState>{t('appointments.no-desk')}</EmptyState>
    </Stack>
  ),
})
