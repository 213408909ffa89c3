import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { addDays, dayInTable } from '../../../platform/time/local-time.ts'
import type { AnswerList, ImportAnswer } from '../import-answers.ts'
import { type ClosedField, closedFields } from '../import-field.ts'
import type { ImportValue } from '../import-proposal.ts'
import { addressOfImport, ImportStepFrame, StopImport } from '../import-step.page.tsx'
import { answerField, leaveEmpty } from './choose-import-answers.form.ts'
import type { ImportValues } from './choose-import-answers.query.ts'

type AnswersPage = ImportValues & {
  readonly t: Translate
  /** Fields of which the known values can be changed as well. */
  readonly change: readonly ClosedField[]
  readonly fields: FormFields
  readonly errors: readonly FormError[]
}

export function chooseAnswersPage(page: AnswersPage): Page {
  const { t, found, values, change, errors } = page
  const title = t('contacts.import.answers.title')
  const asks = (field: ClosedField): boolean =>
    change.includes(field) || (values[field] ?? []).some(({ proposal }) => proposal === undefined)
  const present = closedFields.filter((field) => (values[field] ?? []).length > 0)
  // What somebody must look at stands first.
  const fields = [...present.filter(asks), ...present.filter((field) => !asks(field))]
  const unknown = fields.flatMap((field) =>
    (values[field] ?? []).filter(({ proposal }) => proposal === undefined),
  ).length
  return {
    title,
    errors,
    main: (
      <ImportStepFrame t={t} step={3} title={title} found={found}>
        <Paragraph>
          {unknown === 0
            ? t('contacts.import.answers.all-known')
            : t('contacts.import.answers.lead', { number: unknown })}
        </Paragraph>
        <Form action={`${addressOfImport(found.id)}/antwoorden`}>
          {change.map((field) => (
            <input type="hidden" name="wijzig" value={field} />
          ))}
          {fields.map((field) => (
            <FieldAnswers page={page} field={field} values={values[field] ?? []} />
          ))}
          <Heading level={2}>{t('contacts.import.answers.rules')}</Heading>
          <ul>
            <li>{t('contacts.import.answers.rule-empty')}</li>
            <li>{t('contacts.import.answers.rule-provider')}</li>
            <li>{t('contacts.import.answers.rule-text')}</li>
            <li>{t('contacts.import.answers.rule-time')}</li>
          </ul>
          <ButtonGroup>
            <Button type="submit" variant="primary">
              {t('contacts.import.answers.next')}
            </Button>
            <Button href={`${addressOfImport(found.id)}/kolommen`} variant="subtle">
              {t('contacts.import.back-to-columns')}
            </Button>
          </ButtonGroup>
        </Form>
        <StopImport t={t} id={found.id} />
      </ImportStepFrame>
    ),
  }
}

/** The values of one field: those that nobody knows yet first, the known ones out of the way. */
function FieldAnswers({
  page,
  field,
  values,
}: {
  readonly page: AnswersPage
  readonly field: ClosedField
  readonly values: readonly ImportValue[]
}) {
  const { t, lists, change, found } = page
  const asked = change.includes(field) ? values : values.filter(({ proposal }) => proposal === undefined)
  const known = values.filter((value) => !asked.includes(value))
  return (
    <Stack>
      <Heading level={2}>{t(`contacts.import.field.${field}`)}</Heading>
      {asked.map((value) => (
        <AnswerChoice page={page} field={field} value={value} />
      ))}
      {known.length > 0 && (
        <Details summary={t('contacts.import.answers.known', { number: known.length })}>
          <Stack>
            <DataTable
              id={`known-${field}`}
              caption={t('contacts.import.answers.known-caption', {
                field: t(`contacts.import.field.${field}`),
              })}
              compact
              columns={[
                {
                  key: 'value',
                  header: t('contacts.import.answers.in-file'),
                  cell: ({ shown }: ImportValue) => shown,
                  rowHeader: true,
                },
                {
                  key: 'count',
                  header: t('contacts.import.rows'),
                  cell: ({ count }: ImportValue) => t('contacts.import.number', { number: count }),
                  numeric: true,
                },
                {
                  key: 'meaning',
                  header: t('contacts.import.answers.means'),
                  cell: ({ proposal }: ImportValue) =>
                    lists[field].byCode.get(proposal ?? '')?.label ?? t('contacts.import.leave-empty'),
                },
              ]}
              rows={known}
            />
            <Paragraph>
              <Link href={`${addressOfImport(found.id)}/antwoorden?wijzig=${field}`}>
                {t('contacts.import.answers.change', { field: t(`contacts.import.field.${field}`) })}
              </Link>
            </Paragraph>
          </Stack>
        </Details>
      )}
    </Stack>
  )
}

function AnswerChoice({
  page,
  field,
  value,
}: {
  readonly page: AnswersPage
  readonly field: ClosedField
  readonly value: ImportValue
}) {
  const { t, lists, fields, errors } = page
  const id = answerField(field, value.plain)
  const proposed = value.proposal === '' ? leaveEmpty : (value.proposal ?? '')
  return (
    <FormField
      id={id}
      label={value.shown.length > 120 ? `${value.shown.slice(0, 120)}…` : value.shown}
      description={t('contacts.import.answers.count', { count: value.count })}
      error={errorAt(errors, id)}
    >
      <Select
        name={id}
        value={fields.has(id) ? fields.text(id) : proposed}
        options={[
          { value: '', label: t('contacts.import.answers.choose') },
          {
            value: leaveEmpty,
            label: t(field === 'desk' ? 'contacts.import.not-ours' : 'contacts.import.leave-empty'),
          },
          ...optionsOf(lists[field], t),
        ]}
      />
    </FormField>
  )
}

/** The answers in the order of the form; those that count no longer, or not yet, with their days. */
export function optionsOf(list: AnswerList, t: Translate): { value: string; label: string }[] {
  return list.answers.map((answer) => ({ value: answer.code, label: datedLabel(answer, t) }))
}

export function datedLabel({ label, validUntil, closed }: ImportAnswer, t: Translate): string {
  if (closed) return t('contacts.import.closed', { label })
  return validUntil === null
    ? label
    : t('contacts.import.answers.until', { label, day: dayInTable(addDays(validUntil, -1)) })
}
