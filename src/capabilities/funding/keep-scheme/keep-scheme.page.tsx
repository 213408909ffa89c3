import type { Child } from 'hono/jsx'
import { Alert } from '../../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { CheckboxGroup } from '../../../design-system/checkbox-group/checkbox-group.tsx'
import { DateInput } from '../../../design-system/date-input/date-input.tsx'
import { DescriptionList } from '../../../design-system/description-list/description-list.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { NumberInput } from '../../../design-system/number-input/number-input.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { MeanwhileStored } from '../money-parts.page.tsx'
import type { MoneyPage } from '../money-year.ts'
import { type Scheme, schemeKinds } from '../scheme.ts'
import { schemeTerms } from '../scheme-facts.page.tsx'

interface SchemePage extends Pick<MoneyPage, 't' | 'language'> {
  /** Undefined: it is new. */
  readonly scheme?: Scheme
  /** A year of it was signed: its rules stay. */
  readonly isSigned: boolean
  readonly hasNewer?: boolean
  readonly form: FormFields
  readonly errors: readonly FormError[]
  readonly saved?: boolean
}

export function schemePage(page: SchemePage): Page {
  const { t, scheme, isSigned, errors } = page
  const title = scheme ? scheme.name : t('money.scheme.add')
  return {
    title,
    errors,
    main: (
      <Stack>
        <Breadcrumb
          label={t('money.breadcrumb')}
          items={[{ href: '/beheer/geldregelingen', label: t('money.scheme.list') }]}
        />
        <Heading level={1}>{title}</Heading>
        {page.saved && <Alert kind="ok">{t('money.saved')}</Alert>}
        <MeanwhileStored t={t} facts={page.hasNewer && scheme ? schemeTerms(scheme, page) : undefined} />
        {scheme && isSigned && (
          <>
            <Alert kind="info">{t('money.scheme.signed')}</Alert>
            <DescriptionList
              items={schemeTerms(scheme, page).map(({ term, text }) => ({ term, description: text || '–' }))}
            />
          </>
        )}
        {scheme && (
          <div>
            <Button href={`/beheer/geldregelingen/${scheme.id}/bedragen`}>{t('money.import.title')}</Button>
          </div>
        )}
        <Form action={scheme ? `/beheer/geldregelingen/${scheme.id}` : '/beheer/geldregelingen/nieuw'}>
          {scheme ? (
            <input type="hidden" name="version" value={page.form.text('version')} />
          ) : (
            <input type="hidden" name="id" value={page.form.text('id')} />
          )}
          {isSigned ? <LastYear {...page} /> : <Rules {...page} />}
          <Heading level={2}>{t('money.scheme.annex')}</Heading>
          <Paragraph>{t('money.scheme.annex-lead')}</Paragraph>
          <Field {...page} name="code" label="money.scheme.code" />
          <Field
            {...page}
            name="deadline"
            label="money.scheme.deadline"
            hint={t('money.scheme.deadline-hint')}
          />
          {[1, 2, 3, 4, 5].map((number) => (
            <FormField
              id={`audit-${number}`}
              label={t('money.scheme.audit', { number })}
              optional={t('shell.optional')}
              error={errorAt(errors, `audit-${number}`)}
            >
              <TextInput
                name={`audit-${number}`}
                value={page.form.text(`audit-${number}`)}
                size="short"
                autocomplete="off"
              />
            </FormField>
          ))}
          <ButtonGroup>
            <Button type="submit" variant="primary">
              {t(scheme ? 'money.booking.save' : 'money.scheme.submit')}
            </Button>
            <Button href="/beheer/geldregelingen" variant="subtle">
              {t('money.back')}
            </Button>
          </ButtonGroup>
        </Form>
      </Stack>
    ),
  }
}

function Rules(page: SchemePage) {
  const { t, form, errors } = page
  return (
    <>
      <Field {...page} name="name" label="money.scheme.name" required />
      <RadioGroup
        id="kind"
        name="kind"
        legend={t('money.scheme.kind')}
        required
        error={errorAt(errors, 'kind')}
        value={form.text('kind')}
        options={schemeKinds.map((kind) => ({
          value: kind,
          label: t(`money.scheme-kind.${kind}`),
          description: t(`money.scheme-kind-hint.${kind}`),
        }))}
      />
      <Field {...page} name="firstYear" label="money.scheme.first-year" required isNumber />
      <LastYear {...page} />
      <Field {...page} name="provider" label="money.scheme.provider" />
      <Field {...page} name="legalBasis" label="money.scheme.legal-basis" />
      <Heading level={2}>{t('money.scheme.amounts')}</Heading>
      <Paragraph>{t('money.scheme.amounts-lead')}</Paragraph>
      <Field
        {...page}
        name="centsPerInhabitant"
        label="money.scheme.per-inhabitant"
        hint={t('amounts.hint')}
        isNumber
      />
      <DateInput
        id="inhabitantsOn"
        name="inhabitantsOn"
        legend={t('money.scheme.inhabitants-on')}
        optional={t('shell.optional')}
        error={errorAt(errors, 'inhabitantsOn')}
        labels={{ day: t('money.day'), month: t('money.month'), year: t('money.year') }}
        value={{
          day: form.text('inhabitantsOn.day'),
          month: form.text('inhabitantsOn.month'),
          year: form.text('inhabitantsOn.year'),
        }}
      />
      <Field
        {...page}
        name="centsPerLessEducated"
        label="money.scheme.per-less-educated"
        hint={t('amounts.hint')}
        isNumber
      />
      <Field {...page} name="advancePercent" label="money.scheme.advance" isNumber />
      <Field
        {...page}
        name="carryOverPercent"
        label="money.scheme.carry-over"
        hint={t('money.scheme.carry-over-hint')}
        isNumber
      />
      <CheckboxGroup
        id="accountsToNation"
        name="accountsToNation"
        legend={t('money.scheme.accounts')}
        options={[{ value: 'ja', label: t('money.scheme.accounts-yes') }]}
        values={form.all('accountsToNation')}
      />
      <Field {...page} name="source" label="money.scheme.source" />
    </>
  )
}

function LastYear(page: SchemePage) {
  return (
    <Field
      {...page}
      name="lastYear"
      label="money.scheme.last-year"
      hint={page.t('money.scheme.last-year-hint')}
      isNumber
    />
  )
}

function Field({
  t,
  form,
  errors,
  name,
  label,
  hint,
  required = false,
  isNumber = false,
}: SchemePage & {
  readonly name: string
  readonly label: MessageKey
  readonly hint?: Child
  readonly required?: boolean
  readonly isNumber?: boolean
}) {
  return (
    <FormField
      id={name}
      label={t(label)}
      description={hint}
      {...(!required && { optional: t('shell.optional') })}
      required={required}
      error={errorAt(errors, name)}
    >
      {isNumber ? (
        <NumberInput name={name} value={form.text(name)} decimals autocomplete="off" />
      ) : (
        <TextInput name={name} value={form.text(name)} autocomplete="off" />
      )}
    </FormField>
  )
}
