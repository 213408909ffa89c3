import { Button } from '../../../design-system/button/button.tsx'
import { type Column, DataTable } from '../../../design-system/data-table/data-table.tsx'
import { DateInput } from '../../../design-system/date-input/date-input.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { StatusBadge } from '../../../design-system/status-badge/status-badge.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { dayInTable, localDay, localTime } from '../../../platform/time/local-time.ts'
import {
  addressOfExport,
  type ContactExport,
  exportAddress,
  exportFileName,
  exportKeptDays,
  exportKinds,
} from '../contact-export.ts'

export interface ExportChoice {
  readonly value: string
  readonly label: string
}

interface AskExport {
  readonly t: Translate
  readonly form: FormFields
  readonly choices: readonly ExportChoice[]
  readonly files: readonly ContactExport[]
  readonly errors: readonly FormError[]
}

/** The form for a file with contacts; below it the files of before. */
export function askExportPage({ t, form, choices, files, errors }: AskExport): Page {
  return {
    title: t('raw-export.title'),
    errors,
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('raw-export.title')}</Heading>
          <Paragraph lead>{t('raw-export.lead')}</Paragraph>
          <Paragraph>{t('raw-export.without-text')}</Paragraph>
        </Stack>
        <Form action={exportAddress}>
          <FormField id="of" label={t('raw-export.of')} error={errorAt(errors, 'of')} required>
            <Select name="of" value={form.text('of')} options={choices} />
          </FormField>
          <Days t={t} name="from" form={form} errors={errors} />
          <Days t={t} name="until" form={form} errors={errors} />
          <RadioGroup
            id="kind"
            name="kind"
            legend={t('raw-export.kind')}
            value={form.text('kind')}
            options={exportKinds
              .map((kind) => ({ value: kind, label: t(`raw-export.kind.${kind}`) }))
              .reverse()}
            error={errorAt(errors, 'kind')}
          />
          <div>
            <Button type="submit" variant="primary">
              {t('raw-export.make')}
            </Button>
          </div>
        </Form>
        {files.length > 0 && (
          <Stack>
            <Heading level={2}>{t('raw-export.files')}</Heading>
            <Paragraph>{t('raw-export.kept', { days: exportKeptDays })}</Paragraph>
            <DataTable
              id="files"
              caption={t('raw-export.files-caption')}
              compact
              columns={columns(t)}
              rows={files}
            />
          </Stack>
        )}
      </Stack>
    ),
  }
}

function Days({
  t,
  name,
  form,
  errors,
}: Pick<AskExport, 't' | 'form' | 'errors'> & { name: 'from' | 'until' }) {
  return (
    <DateInput
      id={name}
      name={name}
      legend={t(`raw-export.${name}`)}
      labels={{
        day: t('reports.filter.day'),
        month: t('reports.filter.month'),
        year: t('reports.filter.year'),
      }}
      value={{
        day: form.text(`${name}.day`),
        month: form.text(`${name}.month`),
        year: form.text(`${name}.year`),
      }}
      error={errorAt(errors, name)}
    />
  )
}

function columns(t: Translate): Column<ContactExport>[] {
  return [
    {
      key: 'file',
      header: t('raw-export.file'),
      cell: (file) => <Link href={addressOfExport(file.id)}>{exportFileName(file)}</Link>,
      rowHeader: true,
    },
    {
      key: 'asked',
      header: t('raw-export.asked'),
      cell: ({ askedAt }) => `${dayInTable(localDay(askedAt))} ${localTime(askedAt)}`,
    },
    {
      key: 'status',
      header: t('raw-export.status'),
      cell: ({ status, failed }) =>
        failed ? (
          <StatusBadge kind="failed">{t('raw-export.status.failed')}</StatusBadge>
        ) : status === 'done' ? (
          <StatusBadge kind="done">{t('raw-export.status.done')}</StatusBadge>
        ) : (
          <StatusBadge kind="waiting">{t('raw-export.status.working')}</StatusBadge>
        ),
    },
  ]
}
