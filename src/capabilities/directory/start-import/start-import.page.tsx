import { Alert } from '../../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { FileInput } from '../../../design-system/file-input/file-input.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { dayInTable, localDay } from '../../../platform/time/local-time.ts'
import { type ImportRun, importKeptDays, importLimits, importPath } from '../import-run.ts'

/** Where one chooses a file or says where a feed is; below it what was taken in before. */
export function startImportPage({
  t,
  feed,
  form,
  errors,
  imports,
  names,
  stopped,
}: {
  readonly t: Translate
  /** The whole address of our own feed. */
  readonly feed: string
  readonly form: FormFields
  readonly errors: readonly FormError[]
  readonly imports: readonly Pick<
    ImportRun,
    'id' | 'source' | 'status' | 'startedAt' | 'accountId' | 'done'
  >[]
  readonly names: ReadonlyMap<string, string>
  readonly stopped: boolean
}): Page {
  const title = t('hsds.import.title')
  return {
    title,
    errors,
    main: (
      <Stack gap="lg">
        <Stack>
          <Breadcrumb
            label={t('upkeep.breadcrumb')}
            items={[{ href: '/beheer/sociale-kaart', label: t('upkeep.directory') }]}
          />
          <Heading level={1}>{title}</Heading>
          {stopped && (
            <Alert kind="ok">
              <p>{t('hsds.import.stopped')}</p>
            </Alert>
          )}
          <Paragraph>{t('hsds.import.lead')}</Paragraph>
          <Form action={importPath} multipart>
            <FormField
              id="file"
              label={t('hsds.import.file')}
              description={t('hsds.import.file-hint', { megabytes: importLimits.bytes / 1024 ** 2 })}
              error={errorAt(errors, 'file')}
            >
              <FileInput
                name="file"
                accept=".json,.ndjson,.csv,.xlsx,application/json,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              />
            </FormField>
            <FormField
              id="adres"
              label={t('hsds.import.address')}
              description={t('hsds.import.address-hint')}
              error={errorAt(errors, 'adres')}
            >
              <TextInput name="adres" type="url" value={form.text('adres')} />
            </FormField>
            <FormField
              id="bron"
              label={t('hsds.import.source')}
              description={t('hsds.import.source-hint')}
              error={errorAt(errors, 'bron')}
            >
              <TextInput name="bron" value={form.text('bron')} />
            </FormField>
            <div>
              <Button type="submit" variant="primary">
                {t('hsds.import.look')}
              </Button>
            </div>
          </Form>
        </Stack>
        <Stack>
          <Heading level={2}>{t('hsds.import.what-happens')}</Heading>
          <ul>
            <li>{t('hsds.import.happens-preview')}</li>
            <li>{t('hsds.import.happens-own')}</li>
            <li>{t('hsds.import.happens-persons')}</li>
            <li>{t('hsds.import.happens-erase', { days: importKeptDays })}</li>
          </ul>
        </Stack>
        {imports.length > 0 && (
          <DataTable
            id="imports"
            caption={t('hsds.import.before')}
            compact
            columns={[
              {
                key: 'source',
                header: t('hsds.import.source'),
                cell: ({ id, source }) => <Link href={`${importPath}/${id}`}>{source}</Link>,
                rowHeader: true,
              },
              {
                key: 'day',
                header: t('hsds.import.when'),
                cell: ({ startedAt }) => dayInTable(localDay(startedAt)),
              },
              {
                key: 'who',
                header: t('hsds.import.who'),
                cell: ({ accountId }) => names.get(accountId) ?? '',
              },
              {
                key: 'status',
                header: t('hsds.import.state'),
                cell: ({ status }) => t(`hsds.status.${status}`),
              },
              { key: 'done', header: t('hsds.import.done'), cell: ({ done }) => done, numeric: true },
            ]}
            rows={imports}
          />
        )}
        <Stack>
          <Heading level={2}>{t('hsds.export.title')}</Heading>
          <Paragraph>{t('hsds.export.lead')}</Paragraph>
          <ul>
            <li>
              <Link href="/hsds">{t('hsds.export.feed', { address: feed })}</Link>
            </li>
            <li>
              <Link href="/beheer/sociale-kaart/gids.csv">{t('hsds.export.gids')}</Link>{' '}
              {t('hsds.export.gids-hint')}
            </li>
          </ul>
        </Stack>
      </Stack>
    ),
  }
}
