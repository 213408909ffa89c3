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
import { Link } from '../../../design-system/link/link.tsx'
import { NumberInput } from '../../../design-system/number-input/number-input.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { Textarea } from '../../../design-system/textarea/textarea.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { type GovernedMunicipality, municipalityAddress } from '../../organisations/public.ts'
import { kindOf, type Measure, type NamedGoal } from '../goal.ts'
import type { GoalExample } from '../goal-examples.ts'
import { sayDays, sayScope, sayTarget } from '../goal-words.ts'
import type { GoalParties } from './keep-goal.query.ts'

const home = '/sturing/doelen'
const addAddress = '/sturing/doelen/nieuw'

interface GoalFormPage {
  readonly t: Translate
  readonly language: Language
  readonly municipality: GovernedMunicipality
  readonly measure: Measure
  readonly goal?: NamedGoal | undefined
  /** What somebody else made of it meanwhile. */
  readonly stored?: NamedGoal
  readonly example?: GoalExample | undefined
  readonly parties: GoalParties
  readonly scopes: readonly string[]
  readonly details: readonly { readonly value: string; readonly label: string }[]
  readonly answers: ReadonlyMap<string, string>
  readonly form: FormFields
  readonly errors: readonly FormError[]
}

/** The form of a goal: what, of which desks, how much, when, and agreed with whom. */
export function goalPage(page: GoalFormPage): Page {
  const { t, municipality, measure, goal, example, form, errors } = page
  const title = goal ? t('goals.change-title', { title: goal.title }) : t('goals.add')
  return {
    title,
    errors,
    main: (
      <Stack>
        <Trail t={t} municipality={municipality} goal={goal} />
        <Heading level={1}>{title}</Heading>
        <Paragraph>
          {t('goals.form.measures', { measure: t(`goals.choose.${measure}`) })}{' '}
          {!goal && <Link href={municipalityAddress(addAddress, municipality)}>{t('goals.form.other')}</Link>}
        </Paragraph>
        <Paragraph>{t(`goals.counted.${measure}`)}</Paragraph>
        {example && <Alert kind="info">{t(`goals.form.example.${example}`)}</Alert>}
        <Meanwhile {...page} />
        <Form
          action={
            goal
              ? municipalityAddress(`${home}/${goal.id}/wijzigen`, municipality)
              : municipalityAddress(addAddress, municipality, { meten: measure })
          }
        >
          {goal ? (
            <input type="hidden" name="version" value={form.text('version')} />
          ) : (
            <input type="hidden" name="id" value={form.text('id')} />
          )}
          <FormField
            id="title"
            label={t('goals.form.title')}
            description={t('goals.form.title-hint')}
            required
            error={errorAt(errors, 'title')}
          >
            <TextInput name="title" value={form.text('title')} autocomplete="off" />
          </FormField>
          <Detail {...page} />
          <Scope {...page} />
          <FormField
            id="area"
            label={t('goals.form.area')}
            description={t('goals.form.area-hint')}
            optional={t('shell.optional')}
            error={errorAt(errors, 'area')}
          >
            <TextInput name="area" value={form.text('area')} autocomplete="off" />
          </FormField>
          <Day {...page} name="from" label={t('goals.form.from')} required />
          <Day {...page} name="until" label={t('goals.form.until')} required />
          <TargetFields {...page} />
          <Agreed {...page} />
          {goal && (
            <>
              <CheckboxGroup
                id="stopped"
                name="stopped"
                legend={t('goals.form.stopped')}
                options={[{ value: 'ja', label: t('goals.form.stopped-yes') }]}
                values={form.all('stopped')}
              />
              <FormField
                id="stopped-reason"
                label={t('goals.form.stopped-reason')}
                optional={t('goals.form.only-stopped')}
                error={errorAt(errors, 'stopped-reason')}
              >
                <TextInput name="stopped-reason" value={form.text('stopped-reason')} autocomplete="off" />
              </FormField>
            </>
          )}
          <ButtonGroup>
            <Button type="submit" variant="primary">
              {t('goals.form.save')}
            </Button>
            <Button
              href={municipalityAddress(goal ? `${home}/${goal.id}` : home, municipality)}
              variant="subtle"
            >
              {t('goals.form.back')}
            </Button>
          </ButtonGroup>
        </Form>
      </Stack>
    ),
  }
}

/** The way back to the goals, and to the goal itself. */
function Trail({ t, municipality, goal }: Pick<GoalFormPage, 't' | 'municipality' | 'goal'>) {
  return (
    <Breadcrumb
      label={t('goals.breadcrumb')}
      items={[
        { href: municipalityAddress(home, municipality), label: t('goals.title') },
        ...(goal
          ? [{ href: municipalityAddress(`${home}/${goal.id}`, municipality), label: goal.title }]
          : []),
      ]}
    />
  )
}

/** What somebody else saved while this form was open, above what was typed here. */
function Meanwhile({ t, language, answers, stored }: GoalFormPage) {
  if (!stored) return null
  const words = { t, language, answers }
  return (
    <Alert kind="warning" id="meanwhile">
      <Stack>
        <Paragraph>{t('goals.meanwhile')}</Paragraph>
        <DescriptionList
          items={[
            { term: t('goals.form.title'), description: stored.title },
            { term: t('goals.form.scope'), description: sayScope(stored, words) },
            { term: t('goals.period'), description: sayDays(stored.period, words) },
            { term: t('goals.form.target'), description: sayTarget(stored, undefined, words) },
            {
              term: t('goals.form.agreed-with'),
              description: [stored.agreedLibraryName, stored.agreedWith].filter(Boolean).join(', ') || '–',
            },
            { term: t('goals.form.note'), description: stored.note || '–' },
            ...(stored.stoppedOn
              ? [{ term: t('goals.form.stopped'), description: stored.stoppedReason }]
              : []),
          ]}
        />
      </Stack>
    </Alert>
  )
}

function Detail({ t, measure, details, form, errors }: GoalFormPage) {
  if (measure === 'own')
    return (
      <FormField
        id="detail"
        label={t('goals.form.own')}
        description={t('goals.form.own-hint')}
        required
        error={errorAt(errors, 'detail')}
      >
        <TextInput name="detail" value={form.text('detail')} autocomplete="off" />
      </FormField>
    )
  if (details.length === 0) return null
  return (
    <RadioGroup
      id="detail"
      name="detail"
      legend={t(`goals.form.detail.${measure === 'coverage' ? 'coverage' : 'answer'}`)}
      required
      error={errorAt(errors, 'detail')}
      options={details}
      value={form.text('detail')}
    />
  )
}

function Scope({ t, municipality, parties, scopes, form, errors }: GoalFormPage) {
  const named = (kind: string, all: readonly { readonly id: string; readonly name: string }[]) =>
    all.flatMap(({ id, name }) =>
      scopes.includes(`${kind}:${id}`) ? [{ value: `${kind}:${id}`, label: name }] : [],
    )
  const [libraries, desks] = [named('library', parties.libraries), named('desk', parties.desks)]
  return (
    <FormField
      id="scope"
      label={t('goals.form.scope')}
      description={scopes.length < 3 ? t('goals.form.scope-few') : undefined}
      required
      error={errorAt(errors, 'scope')}
    >
      <Select
        name="scope"
        value={form.text('scope')}
        options={[
          ...scopes
            .filter((scope) => scope === 'municipality' || scope === 'financed')
            .map((scope) => ({
              value: scope,
              label: t(scope === 'financed' ? 'goals.scope.financed' : 'goals.scope.municipality', {
                municipality: municipality.name,
              }),
            })),
          ...(libraries.length > 0 ? [{ label: t('goals.form.of-library'), options: libraries }] : []),
          ...(desks.length > 0 ? [{ label: t('goals.form.of-desk'), options: desks }] : []),
        ]}
      />
    </FormField>
  )
}

function TargetFields(page: GoalFormPage) {
  const { t, measure, form, errors } = page
  const { source } = kindOf(measure)
  const counts = source === 'months' || source === 'quarters'
  return (
    <>
      <RadioGroup
        id="target"
        name="target"
        legend={t('goals.form.target')}
        required
        options={[
          { value: 'absolute', label: t('goals.form.absolute') },
          { value: 'relative', label: t('goals.form.relative') },
        ]}
        value={form.text('target')}
      />
      <FormField
        id="target-value"
        label={t(`goals.form.value.${kindOf(measure).unit}`)}
        optional={t('goals.form.only-absolute')}
        error={errorAt(errors, 'target-value')}
      >
        <NumberInput name="target-value" value={form.text('target-value')} decimals autocomplete="off" />
      </FormField>
      <FormField
        id="target-percent"
        label={t('goals.form.percent')}
        description={t('goals.form.percent-hint')}
        optional={t('goals.form.only-relative')}
        error={errorAt(errors, 'target-percent')}
      >
        <TextInput
          name="target-percent"
          value={form.text('target-percent')}
          size="short"
          autocomplete="off"
        />
      </FormField>
      <Day {...page} name="base-from" label={t('goals.form.base-from')} />
      <Day {...page} name="base-until" label={t('goals.form.base-until')} />
      <FormField
        id="base-value"
        label={t('goals.form.base-value')}
        description={t(counts ? 'goals.form.base-value-counted' : 'goals.form.base-value-typed')}
        optional={t('shell.optional')}
        error={errorAt(errors, 'base-value')}
      >
        <NumberInput name="base-value" value={form.text('base-value')} decimals autocomplete="off" />
      </FormField>
    </>
  )
}

function Agreed(page: GoalFormPage) {
  const { t, parties, form, errors } = page
  const options = (all: GoalParties['libraries']) => all.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <FormField
        id="agreed-library"
        label={t('goals.form.agreed-library')}
        description={t('goals.form.agreed-library-hint')}
        optional={t('shell.optional')}
        error={errorAt(errors, 'agreed-library')}
      >
        <Select
          name="agreed-library"
          value={form.text('agreed-library')}
          options={[
            { value: '', label: t('goals.form.no-library') },
            ...(parties.libraries.length > 0
              ? [{ label: t('goals.form.own-libraries'), options: options(parties.libraries) }]
              : []),
            { label: t('goals.form.other-libraries'), options: options(parties.otherLibraries) },
          ]}
        />
      </FormField>
      <FormField
        id="agreed-with"
        label={t('goals.form.agreed-others')}
        optional={t('shell.optional')}
        error={errorAt(errors, 'agreed-with')}
      >
        <TextInput name="agreed-with" value={form.text('agreed-with')} autocomplete="off" />
      </FormField>
      <Day {...page} name="agreed-on" label={t('goals.form.agreed-on')} />
      <FormField
        id="note"
        label={t('goals.form.note')}
        optional={t('shell.optional')}
        error={errorAt(errors, 'note')}
      >
        <Textarea name="note" value={form.text('note')} rows={4} />
      </FormField>
    </>
  )
}

function Day({
  t,
  form,
  errors,
  name,
  label,
  required = false,
}: Pick<GoalFormPage, 't' | 'form' | 'errors'> & {
  name: string
  label: string
  required?: boolean
}) {
  return (
    <DateInput
      id={name}
      name={name}
      legend={label}
      required={required}
      optional={
        required ? undefined : t(name === 'agreed-on' ? 'shell.optional' : 'goals.form.only-relative')
      }
      error={errorAt(errors, name)}
      labels={{ day: t('goals.day'), month: t('goals.month'), year: t('goals.year') }}
      value={{
        day: form.text(`${name}.day`),
        month: form.text(`${name}.month`),
        year: form.text(`${name}.year`),
      }}
    />
  )
}
