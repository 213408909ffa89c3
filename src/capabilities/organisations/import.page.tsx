import { Alert } from '../../design-system/alert/alert.tsx'
import { Button } from '../../design-system/button/button.tsx'
import { ButtonGroup } from '../../design-system/button-group/button-group.tsx'
import { type Column, DataTable } from '../../design-system/data-table/data-table.tsx'
import { DescriptionList } from '../../design-system/description-list/description-list.tsx'
import { FileInput } from '../../design-system/file-input/file-input.tsx'
import { Form } from '../../design-system/form/form.tsx'
import { FormField } from '../../design-system/form-field/form-field.tsx'
import { Heading } from '../../design-system/heading/heading.tsx'
import { Link } from '../../design-system/link/link.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import { StatusBadge } from '../../design-system/status-badge/status-badge.tsx'
import type { CsvRow } from '../../platform/csv/read-csv.ts'
import { errorAt, type FormError } from '../../platform/http/form-errors.ts'
import type { Page } from '../../platform/http/reply.ts'
import type { Translate } from '../../platform/i18n/translate.ts'
import { changesOf, countRows, type ImportPlan, type PlannedRow } from './import-plan.ts'

interface ImportPageProps {
  readonly t: Translate
  readonly title: string
  /** Where the upload goes; `/voorbeeld` and `/opslaan` stand below it. */
  readonly address: string
  /** Where one came from. */
  readonly back?: { readonly href: string; readonly label: string } | undefined
}

/** Where one chooses a file: what stands in it, and an example to fill in. */
export function chooseFilePage({
  t,
  title,
  address,
  back,
  columns,
  errors,
  saved,
}: ImportPageProps & {
  /** Each column and what one writes in it. */
  readonly columns: readonly { readonly name: string; readonly hint: string }[]
  readonly errors: readonly FormError[]
  readonly saved: { readonly added: number; readonly changed: number } | undefined
}): Page {
  return {
    title,
    errors,
    main: (
      <Stack>
        {saved && (
          <Alert kind="ok">
            <p>{t('organisations.import.saved', saved)}</p>
          </Alert>
        )}
        <BackTo back={back} />
        <Heading level={1}>{title}</Heading>
        <Paragraph>{t('organisations.import.lead')}</Paragraph>
        <Form action={address} multipart>
          <FormField
            id="file"
            label={t('organisations.import.file')}
            description={t('organisations.import.file-hint')}
            error={errorAt(errors, 'file')}
            required
          >
            <FileInput name="file" accept=".csv,text/csv" />
          </FormField>
          <div>
            <Button type="submit" variant="primary">
              {t('organisations.import.look')}
            </Button>
          </div>
        </Form>
        <Heading level={2}>{t('organisations.import.columns')}</Heading>
        <Paragraph>{t('organisations.import.columns-lead')}</Paragraph>
        <DescriptionList items={columns.map(({ name, hint }) => ({ term: name, description: hint }))} />
        <Paragraph>
          <Link href={`${address}/voorbeeld`}>{t('organisations.import.example')}</Link>
        </Paragraph>
      </Stack>
    ),
  }
}

function BackTo({ back }: Pick<ImportPageProps, 'back'>) {
  return back ? (
    <p>
      <Link href={back.href}>{back.label}</Link>
    </p>
  ) : null
}

const badges = { new: 'waiting', changed: 'waiting', unchanged: 'neutral', error: 'failed' } as const

/** What will happen to each row, before anything does; the rows go along to be confirmed. */
export function previewPage<Change>({
  t,
  title,
  address,
  back,
  more = [],
  plan,
  rows,
  changedMeanwhile,
}: ImportPageProps & {
  readonly plan: ImportPlan<Change>
  /** What is shown of each row besides its name. */
  readonly more?: readonly Column<PlannedRow<Change>>[]
  readonly rows: readonly CsvRow[]
  /** Somebody changed something since the last preview, so that other things will happen. */
  readonly changedMeanwhile: boolean
}): Page {
  const wrong = countRows(plan, 'error')
  const writes = changesOf(plan).length
  return {
    title: t('organisations.import.preview', { title }),
    wide: true,
    ...(wrong > 0 && { errors: [{ id: 'plan', message: t('organisations.import.wrong-rows', { wrong }) }] }),
    main: (
      <Stack>
        <BackTo back={back} />
        <Heading level={1}>{t('organisations.import.preview', { title })}</Heading>
        {changedMeanwhile && (
          <Alert kind="warning">
            <p>{t('organisations.import.changed-meanwhile')}</p>
          </Alert>
        )}
        <Paragraph>
          {t('organisations.import.summary', {
            added: countRows(plan, 'new'),
            changed: countRows(plan, 'changed'),
            unchanged: countRows(plan, 'unchanged'),
            wrong,
          })}
        </Paragraph>
        {wrong === 0 && writes === 0 && <Paragraph>{t('organisations.import.nothing')}</Paragraph>}
        <Form action={`${address}/opslaan`}>
          <input type="hidden" name="rows" value={JSON.stringify(rows)} />
          <input type="hidden" name="fingerprint" value={plan.fingerprint} />
          <ButtonGroup>
            {writes > 0 && (
              <Button type="submit" variant="primary">
                {t('organisations.import.save')}
              </Button>
            )}
            <Button href={address} variant={writes > 0 ? 'subtle' : 'primary'}>
              {t('organisations.import.other-file')}
            </Button>
          </ButtonGroup>
        </Form>
        <DataTable
          id="plan"
          caption={t('organisations.import.caption')}
          compact
          columns={[
            {
              key: 'line',
              header: t('organisations.import.line'),
              cell: ({ line }) => line,
              rowHeader: true,
            },
            { key: 'name', header: t('organisations.name'), cell: ({ name }) => name },
            ...more,
            {
              key: 'status',
              header: t('organisations.import.what'),
              cell: (row: PlannedRow<Change>) => (
                <StatusBadge kind={badges[row.status]}>
                  {t(`organisations.import.status.${row.status}`)}
                </StatusBadge>
              ),
            },
            {
              key: 'why',
              header: t('organisations.import.why'),
              cell: ({ errors }) => errors.map(({ key, values }) => t(key, values)).join('. '),
            },
          ]}
          rows={plan.rows}
        />
      </Stack>
    ),
  }
}
