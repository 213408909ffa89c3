import { Alert } from '../../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { datedLabel } from '../choose-import-answers/choose-import-answers.page.tsx'
import { columnName } from '../choose-import-columns/choose-import-columns.page.tsx'
import type { HistoryImport } from '../history-import.ts'
import type { AnswerLists } from '../import-answers.ts'
import { fieldOf, isClosed } from '../import-field.ts'
import { sayRowError } from '../import-rows.page.tsx'
import { addressOfImport, importAddress } from '../import-step.page.tsx'
import type { ImportRow } from '../preview-import/preview-import.query.ts'

export const cellField = (index: number): string => `cell-${index}`

/** What is wrong in a row, each at the first column of its field. */
export function rowErrors(found: HistoryImport, row: ImportRow, t: Translate): FormError[] {
  return row.errors.map((error) => {
    const column = found.columns.findIndex((use) => use && fieldOf(use) === error.field)
    return { ...(column >= 0 && { id: cellField(column) }), message: sayRowError(error, t) }
  })
}

/** One row: what stands in it, and what must be mended. */
export function mendRowPage({
  t,
  page,
  found,
  lists,
  row,
  fields,
  errors,
  sent,
}: {
  readonly t: Translate
  /** Of the list of rows, to come back to. */
  readonly page: number
  readonly found: HistoryImport
  readonly lists: AnswerLists
  readonly row: ImportRow
  readonly fields: FormFields
  readonly errors: readonly FormError[]
  /** Somebody just tried to mend it, and it is still wrong. */
  readonly sent: boolean
}): Page {
  const address = addressOfImport(found.id)
  const title = t('contacts.import.mend.title', { row: row.number })
  const wrong = [...new Set(row.errors.map(({ field }) => field))].filter(isClosed)
  return {
    title,
    ...(sent && { errors }),
    main: (
      <Stack>
        <Breadcrumb
          label={t('contacts.import.breadcrumb')}
          items={[
            { href: importAddress, label: t('contacts.import.title') },
            { href: `${address}/controle`, label: t('contacts.import.preview.title') },
          ]}
        />
        <Heading level={1}>{title}</Heading>
        <Paragraph>{t('contacts.import.mend.lead')}</Paragraph>
        {!sent && (
          <Alert kind="error">
            <ul>
              {errors.map(({ message }) => (
                <li>{message}</li>
              ))}
            </ul>
          </Alert>
        )}
        <Form action={`${address}/regels/${row.number}?pagina=${page}`}>
          {found.header.map(
            (name, index) =>
              found.columns[index] && (
                <FormField
                  id={cellField(index)}
                  label={columnName(name, index, t)}
                  error={errorAt(errors, cellField(index))}
                >
                  <TextInput name={cellField(index)} value={fields.text(cellField(index))} />
                </FormField>
              ),
          )}
          {wrong.map((field) => (
            <Details
              summary={t('contacts.import.mend.answers', { field: t(`contacts.import.field.${field}`) })}
            >
              <ul>
                {lists[field].answers.map((answer) => (
                  <li>{datedLabel(answer, t)}</li>
                ))}
              </ul>
            </Details>
          ))}
          <ButtonGroup>
            <Button type="submit" variant="primary">
              {t('contacts.import.mend.save')}
            </Button>
            <Button href={`${address}/controle`} variant="subtle">
              {t('contacts.import.mend.back')}
            </Button>
          </ButtonGroup>
        </Form>
        {row.status === 'error' && (
          <Form
            action={`${address}/regels/${row.number}/weglaten`}
            label={t('contacts.import.leave-out-row', { row: row.number })}
          >
            <div>
              <Button type="submit">{t('contacts.import.leave-out-row', { row: row.number })}</Button>
            </div>
          </Form>
        )}
      </Stack>
    ),
  }
}
