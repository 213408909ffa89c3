import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { CheckboxGroup } from '../../../design-system/checkbox-group/checkbox-group.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { DateInput } from '../../../design-system/date-input/date-input.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { VisuallyHidden } from '../../../design-system/visually-hidden/visually-hidden.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { dayInTable } from '../../../platform/time/local-time.ts'
import type { StatementRow } from './record-statement.query.ts'

const addressOf = ({ accountId, libraryId }: StatementRow): string =>
  `/beheer/geheimhouding/${accountId}/${libraryId}`

export function statementsPage({
  t,
  rows,
  names,
  self,
  saved,
}: {
  t: Translate
  rows: readonly StatementRow[]
  names: ReadonlyMap<string, string>
  /** Who looks: another must record his. */
  self: string
  saved: boolean
}): Page {
  const open = rows.filter(({ signedOn }) => !signedOn).length
  return {
    title: t('privacy.statements.title'),
    wide: true,
    main: (
      <Stack>
        {saved && (
          <Alert kind="ok">
            <p>{t('shell.saved')}</p>
          </Alert>
        )}
        <Heading level={1}>{t('privacy.statements.title')}</Heading>
        <Paragraph>{t('privacy.statements.lead')}</Paragraph>
        {rows.length === 0 ? (
          <EmptyState>{t('privacy.statements.none')}</EmptyState>
        ) : (
          <DataTable
            id="statements"
            caption={t('privacy.statements.caption', { open })}
            columns={[
              { key: 'name', header: t('people.name'), cell: ({ name }) => name, rowHeader: true },
              {
                key: 'signed',
                header: t('privacy.statements.signed'),
                cell: ({ signedOn }) => (signedOn ? dayInTable(signedOn) : t('privacy.statements.not-yet')),
              },
              {
                key: 'seen',
                header: t('privacy.statements.seen-by'),
                cell: ({ seenBy }) => (seenBy ? (names.get(seenBy) ?? t('privacy.somebody')) : ''),
              },
              {
                key: 'act',
                header: t('privacy.statements.act'),
                cell: (row) =>
                  row.accountId === self ? (
                    t('privacy.statements.own')
                  ) : (
                    <Link href={addressOf(row)}>
                      {t(row.signedOn ? 'privacy.statements.change' : 'privacy.statements.record')}{' '}
                      <VisuallyHidden>{row.name}</VisuallyHidden>
                    </Link>
                  ),
              },
            ]}
            rows={rows}
          />
        )}
      </Stack>
    ),
  }
}

export function statementPage({
  t,
  row,
  names,
  form,
  errors,
}: {
  t: Translate
  row: StatementRow
  names: ReadonlyMap<string, string>
  form: FormFields
  errors: readonly FormError[]
}): Page {
  const title = t('privacy.statement.title', { name: row.name })
  return {
    title,
    errors,
    main: (
      <Stack>
        <Heading level={1}>{title}</Heading>
        <Paragraph>{t('privacy.statement.lead')}</Paragraph>
        {row.signedOn && (
          <Paragraph>
            {t('privacy.statement.on-file', {
              day: dayInTable(row.signedOn),
              name: names.get(row.seenBy ?? '') ?? t('privacy.somebody'),
            })}
          </Paragraph>
        )}
        <Form action={addressOf(row)}>
          <DateInput
            id="signed"
            name="signed"
            legend={t('privacy.statement.day')}
            labels={{ day: t('shell.day'), month: t('shell.month'), year: t('shell.year') }}
            value={{
              day: form.text('signed.day'),
              month: form.text('signed.month'),
              year: form.text('signed.year'),
            }}
            error={errorAt(errors, 'signed')}
            required
          />
          <CheckboxGroup
            id="seen"
            name="seen"
            legend={t('privacy.statement.check')}
            options={[{ value: 'yes', label: t('privacy.statement.seen') }]}
            values={form.all('seen')}
            error={errorAt(errors, 'seen')}
            required
          />
          <ButtonGroup>
            <Button type="submit" variant="primary">
              {t('privacy.statement.submit')}
            </Button>
            {row.signedOn && (
              <Button type="submit" variant="danger" name="act" value="take-back">
                {t('privacy.statement.take-back')}
              </Button>
            )}
            <Button href="/beheer/geheimhouding" variant="subtle">
              {t('people.back')}
            </Button>
          </ButtonGroup>
        </Form>
      </Stack>
    ),
  }
}
