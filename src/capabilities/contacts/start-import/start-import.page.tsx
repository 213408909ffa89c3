import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { FileInput } from '../../../design-system/file-input/file-input.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { StatusBadge } from '../../../design-system/status-badge/status-badge.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { dayInTable, localDay, localTime } from '../../../platform/time/local-time.ts'
import { type HistoryImport, importKeptDays, importLimits, isWorking } from '../history-import.ts'
import { addressOfImport, ImportStepFrame, importAddress } from '../import-step.page.tsx'

/** Where one chooses a file with the history; below it what was read before. */
export function startImportPage({
  t,
  imports,
  names,
  stopped,
  errors,
}: {
  readonly t: Translate
  readonly imports: readonly HistoryImport[]
  readonly names: ReadonlyMap<string, string>
  readonly stopped: boolean
  readonly errors: readonly FormError[]
}): Page {
  const title = t('contacts.import.title')
  return {
    title,
    errors,
    main: (
      <ImportStepFrame t={t} step={1} title={title}>
        {stopped && (
          <Alert kind="ok">
            <p>{t('contacts.import.stopped')}</p>
          </Alert>
        )}
        <Paragraph>{t('contacts.import.lead')}</Paragraph>
        <Form action={importAddress} multipart>
          <FormField
            id="file"
            label={t('contacts.import.file')}
            description={t('contacts.import.file-hint', {
              megabytes: importLimits.bytes / 1024 ** 2,
              rows: importLimits.rows,
            })}
            error={errorAt(errors, 'file')}
            required
          >
            <FileInput
              name="file"
              accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            />
          </FormField>
          <div>
            <Button type="submit" variant="primary">
              {t('contacts.import.read-file')}
            </Button>
          </div>
        </Form>
        <Heading level={2}>{t('contacts.import.what-happens')}</Heading>
        <ul>
          <li>{t('contacts.import.happens-rows')}</li>
          <li>{t('contacts.import.happens-choose')}</li>
          <li>{t('contacts.import.happens-twice')}</li>
          <li>{t('contacts.import.happens-erase', { days: importKeptDays })}</li>
        </ul>
        <Heading level={2}>{t('contacts.import.before')}</Heading>
        {imports.length === 0 ? (
          <Paragraph>{t('contacts.import.none-before')}</Paragraph>
        ) : (
          <ImportsTable t={t} imports={imports} names={names} />
        )}
      </ImportStepFrame>
    ),
  }
}

function ImportsTable({
  t,
  imports,
  names,
}: {
  readonly t: Translate
  readonly imports: readonly HistoryImport[]
  readonly names: ReadonlyMap<string, string>
}) {
  return (
    <DataTable
      id="imports"
      caption={t('contacts.import.before-caption')}
      compact
      columns={[
        {
          key: 'file',
          header: t('contacts.import.file'),
          cell: ({ id, fileName }) => <Link href={addressOfImport(id)}>{fileName}</Link>,
          rowHeader: true,
        },
        {
          key: 'when',
          header: t('contacts.import.when'),
          cell: ({ startedAt }) => `${dayInTable(localDay(startedAt))} ${localTime(startedAt)}`,
        },
        { key: 'who', header: t('contacts.import.who'), cell: ({ accountId }) => names.get(accountId) ?? '' },
        {
          key: 'contacts',
          header: t('contacts.import.contacts'),
          cell: ({ contacts }) =>
            contacts === null ? '' : t('contacts.import.number', { number: contacts }),
          numeric: true,
        },
        {
          key: 'status',
          header: t('contacts.import.status'),
          cell: (each: HistoryImport) => <ImportBadge t={t} found={each} />,
        },
      ]}
      rows={imports}
    />
  )
}

function ImportBadge({ t, found }: { t: Translate; found: HistoryImport }) {
  if (found.failed) return <StatusBadge kind="failed">{t('contacts.import.status.failed')}</StatusBadge>
  const kind = found.status === 'done' ? 'done' : found.status === 'undone' ? 'neutral' : 'waiting'
  const word =
    isWorking(found.status) || found.status === 'done' || found.status === 'undone' ? found.status : 'choice'
  return <StatusBadge kind={kind}>{t(`contacts.import.status.${word}`)}</StatusBadge>
}
