import { Button } from '../../../design-system/button/button.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type { FoundImport } from '../find-import/find-import.query.ts'
import { ImportFrame, StopImport } from '../import-frame.page.tsx'
import { importPath } from '../import-run.ts'
import { type TableField, tableFields } from '../import-table.ts'

export const columnField = (index: number): string => `kolom-${index}`

export function chooseColumnsPage({
  t,
  run,
  columns,
  errors,
}: {
  readonly t: Translate
  readonly run: FoundImport
  readonly columns: readonly (TableField | null)[]
  readonly errors: readonly FormError[]
}): Page {
  const title = t('hsds.columns.title')
  return {
    title,
    errors,
    main: (
      <ImportFrame t={t} run={run} title={title}>
        <Paragraph>{t('hsds.columns.lead')}</Paragraph>
        <Form action={`${importPath}/${run.id}/kolommen`}>
          {run.header.map((name, index) => (
            <FormField
              id={columnField(index)}
              label={name || t('hsds.columns.no-name', { number: index + 1 })}
              error={errorAt(errors, columnField(index))}
            >
              <Select
                name={columnField(index)}
                value={columns[index] ?? ''}
                options={[
                  { value: '', label: t('hsds.columns.not-read') },
                  ...tableFields.map((field) => ({ value: field, label: t(`hsds.field.${field}`) })),
                ]}
              />
            </FormField>
          ))}
          <div>
            <Button type="submit" variant="primary">
              {t('hsds.columns.next')}
            </Button>
          </div>
        </Form>
        <StopImport t={t} id={run.id} />
      </ImportFrame>
    ),
  }
}
