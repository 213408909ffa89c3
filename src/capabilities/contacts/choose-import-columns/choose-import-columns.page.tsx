import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { dayInTable, localDay } from '../../../platform/time/local-time.ts'
import type { KnownDesk } from '../../desks/public.ts'
import type { HistoryImport } from '../history-import.ts'
import { type ColumnUse, columnUses, fieldOf, isTicked } from '../import-field.ts'
import { addressOfImport, ImportStepFrame, StopImport } from '../import-step.page.tsx'
import { columnField } from './choose-import-columns.form.ts'

/** The same file, read in before. */
export interface ReadBefore {
  readonly same: HistoryImport
  readonly who: string
}

/** Says that the same file was read before, when and by whom; nothing comes in twice. */
export function SameFileNotice({ t, before }: { t: Translate; before: ReadBefore | undefined }) {
  if (!before) return null
  const { same, who } = before
  return (
    <Alert kind="warning">
      <p>
        {t('contacts.import.same-file', { day: dayInTable(localDay(same.startedAt)), who })}{' '}
        {t('contacts.import.same-file-what')}
      </p>
    </Alert>
  )
}

export function chooseColumnsPage({
  t,
  found,
  desks,
  examples,
  before,
  fields,
  errors,
}: {
  readonly t: Translate
  readonly found: HistoryImport
  readonly desks: readonly KnownDesk[]
  /** Of each column the first values that differ. */
  readonly examples: readonly (readonly string[])[]
  readonly before: ReadBefore | undefined
  readonly fields: FormFields
  readonly errors: readonly FormError[]
}): Page {
  const title = t('contacts.import.columns.title')
  const answered = Object.keys(found.meanings).length > 0
  const emptied = (index: number): boolean =>
    answered && found.columns[index] === null && (examples[index] ?? []).length === 0
  const gone = found.header.filter((_, index) => emptied(index))
  return {
    title,
    errors,
    main: (
      <ImportStepFrame t={t} step={2} title={title} found={found}>
        <SameFileNotice t={t} before={before} />
        {found.sheet && found.sheet.others > 0 && (
          <Alert kind="warning">
            <p>
              {t('contacts.import.columns.sheet', { name: found.sheet.name, others: found.sheet.others })}
            </p>
          </Alert>
        )}
        <Paragraph>{t('contacts.import.columns.lead')}</Paragraph>
        <Form action={`${addressOfImport(found.id)}/kolommen`}>
          {found.header.map(
            (name, index) =>
              !emptied(index) && (
                <FormField
                  id={columnField(index)}
                  label={columnName(name, index, t)}
                  description={sayExamples(examples[index] ?? [], t)}
                  error={errorAt(errors, columnField(index))}
                >
                  <Select
                    name={columnField(index)}
                    value={fields.text(columnField(index))}
                    options={[
                      { value: '', label: t('contacts.import.columns.not-read') },
                      ...columnUses.map((use) => ({ value: use, label: sayUse(use, t) })),
                    ]}
                  />
                </FormField>
              ),
          )}
          <Heading level={2}>{t('contacts.import.columns.desk-title')}</Heading>
          <FormField
            id="desk"
            label={t('contacts.import.columns.desk')}
            description={t('contacts.import.columns.desk-hint')}
            error={errorAt(errors, 'desk')}
          >
            <Select
              name="desk"
              value={fields.text('desk')}
              options={[
                { value: '', label: t('contacts.import.columns.desk-in-file') },
                ...desks.map(({ id, name, active }) => ({
                  value: id,
                  label: active ? name : t('contacts.import.closed', { label: name }),
                })),
              ]}
            />
          </FormField>
          <Paragraph>{t('contacts.import.columns.erases')}</Paragraph>
          {gone.length > 0 && (
            <Paragraph>{t('contacts.import.columns.erased', { columns: gone.join(', ') })}</Paragraph>
          )}
          <div>
            <Button type="submit" variant="primary">
              {t('contacts.import.columns.next')}
            </Button>
          </div>
        </Form>
        <StopImport t={t} id={found.id} />
      </ImportStepFrame>
    ),
  }
}

/** The name of a column; one without a name by its letter, as a spreadsheet shows it. */
export function columnName(name: string, index: number, t: Translate): string {
  const letters = (place: number): string =>
    (place >= 26 ? letters(Math.floor(place / 26) - 1) : '') + String.fromCharCode(65 + (place % 26))
  return name || t('contacts.import.columns.no-name', { letter: letters(index) })
}

function sayUse(use: ColumnUse, t: Translate): string {
  if (use === 'day') return t('contacts.import.columns.day')
  const field = t(`contacts.import.field.${fieldOf(use)}`)
  return isTicked(use) ? t('contacts.import.columns.ticked', { field }) : field
}

/** Long texts are cut: one only needs to see what kind of column it is. */
function sayExamples(examples: readonly string[], t: Translate): string {
  if (examples.length === 0) return t('contacts.import.columns.empty')
  const cut = examples.map((text) => (text.length > 60 ? `${text.slice(0, 60)}…` : text))
  return t('contacts.import.columns.examples', { examples: cut.join(' · ') })
}
