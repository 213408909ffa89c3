import { Button } from '../../../design-system/button/button.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Row, Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { agreementPath } from '../agreement.ts'
import { AgreementBreadcrumb } from '../agreement-parts.page.tsx'
import type { Difference } from '../agreement-version.ts'
import type { NamedAgreement } from '../find-agreements/find-agreements.query.ts'

/** Two versions beside each other: only what is different. */
export function compareVersionsPage({
  t,
  agreement,
  numbers,
  before,
  after,
  differences,
}: {
  t: Translate
  agreement: NamedAgreement
  numbers: readonly number[]
  before?: number
  after?: number
  differences: readonly Difference[]
}): Page {
  const options = numbers.map((number) => ({
    value: String(number),
    label: t('agreements.versions.name', { number }),
  }))
  return {
    title: t('agreements.compare.title'),
    wide: true,
    main: (
      <Stack gap="lg">
        <Stack>
          <AgreementBreadcrumb t={t} agreement={agreement} />
          <Heading level={1}>{t('agreements.compare.title')}</Heading>
          {numbers.length < 2 ? (
            <EmptyState>{t('agreements.compare.one')}</EmptyState>
          ) : (
            <Form action={agreementPath(agreement.id, '/vergelijken')} method="get">
              <Row end>
                <FormField id="van" label={t('agreements.compare.from')}>
                  <Select name="van" value={String(before)} options={options} />
                </FormField>
                <FormField id="naar" label={t('agreements.compare.to')}>
                  <Select name="naar" value={String(after)} options={options} />
                </FormField>
                <Button type="submit">{t('agreements.compare.show')}</Button>
              </Row>
            </Form>
          )}
        </Stack>
        {numbers.length >= 2 && differences.length === 0 && (
          <EmptyState>{t('agreements.compare.same')}</EmptyState>
        )}
        {differences.length > 0 && (
          <DataTable
            id="verschillen"
            caption={t('agreements.compare.caption', { from: before ?? 0, to: after ?? 0 })}
            rows={differences}
            columns={[
              {
                key: 'article',
                header: t('agreements.compare.article'),
                rowHeader: true,
                cell: ({ article }) => article,
              },
              {
                key: 'what',
                header: t('agreements.compare.what'),
                cell: ({ kind, label }) => label || t(`agreements.compare.kind.${kind}`),
              },
              {
                key: 'before',
                header: t('agreements.compare.before'),
                cell: ({ before: was }) => was || '–',
              },
              { key: 'after', header: t('agreements.compare.after'), cell: ({ after: is }) => is || '–' },
            ]}
          />
        )}
      </Stack>
    ),
  }
}
