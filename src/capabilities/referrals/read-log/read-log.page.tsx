import { Button } from '../../../design-system/button/button.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { DateInput } from '../../../design-system/date-input/date-input.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { FilterRow } from '../../../design-system/filter-row/filter-row.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Pagination } from '../../../design-system/pagination/pagination.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { dayInTable, localDay, localTime } from '../../../platform/time/local-time.ts'
import { PrivacyTabs } from '../privacy.page.tsx'
import type { Reading } from './read-log.query.ts'

/** A line of the log, as it stands in the table and in the file: when, who, what kind, which one, why. */
export function readingCells(t: Translate, reading: Reading): string[] {
  const { at, by, name, aboutKind, aboutId, code, passedTo, why } = reading
  const who = name ?? (by === 'partner' && passedTo ? passedTo : t(`privacy.by.${by}`))
  return [
    `${dayInTable(localDay(at))} ${localTime(at)}`,
    by === 'officer' && name ? t('privacy.by.officer-named', { name }) : who,
    t(`privacy.kind.${aboutKind}`),
    code ?? aboutId.slice(-12),
    t(`privacy.why.${why}`),
  ]
}

export function readLogPage({
  t,
  form,
  errors,
  readings,
  erasures,
  file,
  older,
  newest,
}: {
  t: Translate
  form: FormFields
  errors: readonly FormError[]
  readings: readonly Reading[]
  erasures: Readonly<Record<'term' | 'withdrawn' | 'asked', number>>
  /** Where the same lines are as a file. */
  file: string
  older: string | undefined
  newest: string | undefined
}): Page {
  const day = (name: 'van' | 'tot', legend: string) => (
    <DateInput
      id={name}
      name={name}
      legend={legend}
      labels={{ day: t('shell.day'), month: t('shell.month'), year: t('shell.year') }}
      value={{
        day: form.text(`${name}.day`),
        month: form.text(`${name}.month`),
        year: form.text(`${name}.year`),
      }}
      error={errorAt(errors, name)}
    />
  )
  return {
    title: t('privacy.log.title'),
    wide: true,
    errors,
    main: (
      <Stack>
        <Heading level={1}>{t('privacy.title')}</Heading>
        <PrivacyTabs t={t} current="/beheer/privacy" />
        <Heading level={2}>{t('privacy.log.title')}</Heading>
        <Paragraph>{t('privacy.log.lead')}</Paragraph>
        <FilterRow action="/beheer/privacy" label={t('privacy.log.filter')} submit={t('privacy.log.show')}>
          {day('van', t('privacy.log.from'))}
          {day('tot', t('privacy.log.until'))}
        </FilterRow>
        {readings.length === 0 ? (
          <EmptyState>{t('privacy.log.none')}</EmptyState>
        ) : (
          <>
            <DataTable
              id="readings"
              caption={t('privacy.log.caption')}
              compact
              columns={(['when', 'who', 'kind', 'about', 'why'] as const).map((key, index) => ({
                key,
                header: t(`privacy.log.${key}`),
                cell: (reading: Reading) => readingCells(t, reading)[index] ?? '',
                rowHeader: index === 0,
              }))}
              rows={readings}
            />
            <div>
              <Button href={file}>{t('privacy.log.file')}</Button>
            </div>
          </>
        )}
        <Pagination
          label={t('shell.pages')}
          previous={newest ? { href: newest, label: t('privacy.log.newest') } : undefined}
          next={older ? { href: older, label: t('privacy.log.older') } : undefined}
        />
        <Heading level={2}>{t('privacy.erased.title')}</Heading>
        <Paragraph>{t('privacy.erased.lead', erasures)}</Paragraph>
      </Stack>
    ),
  }
}
