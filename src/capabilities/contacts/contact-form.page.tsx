import type { Child } from 'hono/jsx'
import { Alert } from '../../design-system/alert/alert.tsx'
import { Button } from '../../design-system/button/button.tsx'
import { ChoiceTiles } from '../../design-system/choice-tiles/choice-tiles.tsx'
import { ChosenItem } from '../../design-system/chosen-list/chosen-list.tsx'
import { Combobox } from '../../design-system/combobox/combobox.tsx'
import { DateInput } from '../../design-system/date-input/date-input.tsx'
import { Details } from '../../design-system/details/details.tsx'
import { ErrorSummary } from '../../design-system/error-summary/error-summary.tsx'
import { FormField } from '../../design-system/form-field/form-field.tsx'
import { RadioGroup } from '../../design-system/radio-group/radio-group.tsx'
import { Select } from '../../design-system/select/select.tsx'
import { Columns, Row, Stack } from '../../design-system/stack/stack.tsx'
import { TextInput } from '../../design-system/text-input/text-input.tsx'
import type { FormFields } from '../../platform/http/form-fields.ts'
import type { Language, Translate } from '../../platform/i18n/translate.ts'
import { type AnswerField, notRegistered } from '../lists/public.ts'
import type { RunningNotice } from '../notices/public.ts'
import { longestText } from './contact.ts'
import type { SaidError } from './field-error.ts'
import type { DeskForm } from './read-desk-form/read-desk-form.query.ts'

/** Everything the page of a contact's form shows. The values of the fields are those of `fields`, as they were typed. */
export interface ContactPage {
  readonly t: Translate
  readonly language: Language
  readonly data: DeskForm
  readonly fields: FormFields
  readonly errors: readonly SaidError[]
  /** The topics one tap away, for each desk. */
  readonly upFront: ReadonlyMap<string, readonly string[]>
  /** Contacts of today at the chosen desk. */
  readonly today: number
  readonly saved: { readonly id: string; readonly topics: readonly string[] } | undefined
  readonly undone: boolean
  /** What changes in the services of the municipalities, for each desk that it is for. */
  readonly notices: readonly RunningNotice[]
}

export type Parts = Pick<ContactPage, 't' | 'data' | 'fields' | 'errors' | 'upFront'>

/** How many ways of help stand in sight; the referrals behind them are opened by who needs one. */
const helpInSight = 6

/** Which desk, which place of it, and how the question came in: known from the last time. */
export function WhereFields({ t, data, fields, errors }: Parts): Child {
  return (
    <Row>
      <FormField id="desk" label={t('contacts.register.desk')}>
        <Select
          name="desk"
          value={data.desk.id}
          options={data.desks.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </FormField>
      <div id="place-field" hidden={data.desk.places.length === 0}>
        <FormField id="place" label={t('contacts.register.place')} error={errorOf(errors, 'place')}>
          <Select
            name="place"
            value={fields.text('place')}
            options={[
              { value: '', label: t('contacts.register.no-place') },
              ...data.desk.places.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </FormField>
      </div>
      <FormField id="channel" label={t('contacts.register.channel')} error={errorOf(errors, 'channel')}>
        <Select
          name="channel"
          value={fields.text('channel') || usualChannel(data)}
          options={data.lists.answerOptions.channel.map(({ code, label }) => ({ value: code, label }))}
        />
      </FormField>
    </Row>
  )
}

/** How the visitor was helped, several ways at once; the common ones in sight, then how it ended and how long it took. */
export function HelpFields({ t, data, fields, errors }: Parts): Child {
  const { asks } = data.form
  const options = optionsOf(data, 'help')
  const values = fields.all('help')
  const behind = options.slice(helpInSight)
  const opened =
    behind.some(({ value }) => values.includes(value)) || errorOf(errors, 'help-text') !== undefined
  return (
    <Stack gap="sm">
      {asks.help && (
        <ChoiceTiles
          id="help"
          name="help"
          multiple
          legend={t('contacts.register.help')}
          error={errorOf(errors, 'help')}
          options={options.slice(0, helpInSight)}
          values={values}
        />
      )}
      <Row>
        {asks.help && (
          <Details summary={t('contacts.register.help-more')} open={opened} id="help-behind">
            <Stack gap="sm">
              <ChoiceTiles
                id="help-more"
                name="help"
                multiple
                legend={t('contacts.register.help-more')}
                options={behind}
                values={values}
              />
              <FormField
                id="help-text"
                label={t('contacts.register.help-text')}
                description={t('contacts.register.text-hint')}
                error={errorOf(errors, 'help-text')}
              >
                <TextInput
                  name="help-text"
                  value={fields.text('help-text')}
                  maxlength={longestText}
                  autocomplete="off"
                />
              </FormField>
            </Stack>
          </Details>
        )}
        {/* Both are answered beforehand with 'not asked', so that they never stand in the way. */}
        {asks.satisfied && (
          <RadioGroup
            id="satisfied"
            name="satisfied"
            layout="row"
            beside
            legend={t('contacts.register.satisfied')}
            error={errorOf(errors, 'satisfied')}
            value={fields.text('satisfied') || notRegistered.satisfied}
            options={optionsOf(data, 'satisfied')}
          />
        )}
        {asks.duration && (
          <FormField
            id="duration"
            label={t('contacts.register.duration')}
            error={errorOf(errors, 'duration')}
          >
            <Select
              name="duration"
              value={fields.text('duration') || notRegistered.duration}
              options={optionsOf(data, 'duration')}
            />
          </FormField>
        )}
      </Row>
    </Stack>
  )
}

const backgroundFields = ['gender', 'age', 'language'] as const

/** About the visitor, only where the form in use asks it; closed, and answered with 'not registered'. */
export function BackgroundFields({ t, data, fields, errors }: Parts): Child {
  const asked = backgroundFields.filter((field) => data.form.asks[field])
  if (asked.length === 0 && !data.form.asks.municipality) return null
  const wrong = [...backgroundFields, 'municipality'].some((id) => errorOf(errors, id))
  const filledIn =
    asked.some((field) => ![notRegistered[field], ''].includes(fields.text(field))) ||
    fields.text('municipality') !== ''
  return (
    <Details summary={t('contacts.register.background')} open={wrong || filledIn} id="background">
      <Columns>
        {asked.map((field) => (
          <RadioGroup
            id={field}
            name={field}
            legend={t(`contacts.register.${field}`)}
            error={errorOf(errors, field)}
            value={fields.text(field) || notRegistered[field]}
            options={optionsOf(data, field)}
          />
        ))}
        {data.form.asks.municipality && (
          <FormField
            id="municipality"
            label={t('contacts.register.municipality')}
            error={errorOf(errors, 'municipality')}
          >
            <MunicipalityOptions t={t} data={data} value={fields.text('municipality')} />
          </FormField>
        )}
      </Columns>
    </Details>
  )
}

/** All municipalities, those around the desk first: most visitors live near by. */
function MunicipalityOptions({ t, data, value }: { t: Translate; data: DeskForm; value: string }): Child {
  const here = data.desk.municipalityCode
  const neighbours = data.municipalities.find(({ code }) => code === here)?.neighbourCodes ?? []
  const near = [here, ...neighbours].flatMap(
    (code) => data.municipalities.find((municipality) => municipality.code === code) ?? [],
  )
  const option = ({ code, name }: { code: string; name: string }): Child => (
    <option value={code} selected={code === value}>
      {name}
    </option>
  )
  return (
    <select class="utrecht-select utrecht-select--html-select" id="municipality" name="municipality">
      <option value="">{t('contacts.register.not-registered')}</option>
      <optgroup label={t('contacts.register.nearby')}>{near.map(option)}</optgroup>
      <optgroup label={t('contacts.register.all-municipalities')}>
        {data.municipalities.filter((each) => !near.includes(each)).map(option)}
      </optgroup>
    </select>
  )
}

/** For a conversation that was not just now. */
export function MomentFields({ t, fields, errors }: Parts): Child {
  const value = {
    day: fields.text('day.day'),
    month: fields.text('day.month'),
    year: fields.text('day.year'),
  }
  const open =
    [errorOf(errors, 'day'), errorOf(errors, 'time')].some(Boolean) ||
    Boolean(value.day || fields.text('time'))
  return (
    <Details summary={t('contacts.register.moment')} open={open} id="moment">
      <Row>
        <DateInput
          id="day"
          name="day"
          legend={t('contacts.register.day')}
          labels={dayLabels(t)}
          value={value}
          error={errorOf(errors, 'day')}
        />
        <FormField id="time" label={t('contacts.register.time')} error={errorOf(errors, 'time')}>
          <TextInput name="time" size="short" value={fields.text('time')} autocomplete="off" />
        </FormField>
      </Row>
    </Details>
  )
}

/** Pieces of markup that the form's script puts in: a search in the place of the long list, a question put away, a summary of errors. */
export function ScriptTemplates({ t }: { t: Translate }): Child {
  return (
    <>
      <template id="search-template">
        <FormField id="topic-search" label={t('contacts.register.search-topics')}>
          <Combobox name="" listLabel={t('contacts.register.search-results')} />
        </FormField>
      </template>
      <template id="earlier-question">
        <ChosenItem>
          <span></span>
          <Button
            type="submit"
            variant="subtle"
            name="action"
            ariaLabel={t('contacts.register.remove-question', { topic: '' })}
            icon="cross"
          />
        </ChosenItem>
      </template>
      <template id="error-summary-template">
        <ErrorSummary
          title={t('contacts.register.errors-title')}
          errors={[{ id: 'contact', message: t('contacts.register.errors-title') }]}
        />
      </template>
    </>
  )
}

export function dayLabels(t: Translate): { day: string; month: string; year: string } {
  return {
    day: t('contacts.register.day.day'),
    month: t('contacts.register.day.month'),
    year: t('contacts.register.day.year'),
  }
}

export function SavedLine({
  t,
  data,
  saved,
  undone,
  back,
}: Pick<ContactPage, 't' | 'data' | 'saved' | 'undone'> & { back?: 'druk' }): Child {
  const labels = saved?.topics
    .map((code) => data.lists.topics.find((topic) => topic.code === code)?.label ?? code)
    .join(', ')
  return (
    <div id="saved-line" role="status" class="balie-sticky-line">
      {saved && (
        <Alert kind="ok">
          <Row apart>
            <span>{t('contacts.register.saved', { topics: labels ?? '' })}</span>
            <form method="post" action={`/balie/contacten/${saved.id}/verwijderen`}>
              {back && <input type="hidden" name="terug" value={back} />}
              <Button type="submit" variant="subtle">
                {t('contacts.register.undo')}
              </Button>
            </form>
          </Row>
        </Alert>
      )}
      {undone && (
        <Alert kind="ok">
          <p>{t('contacts.register.undone')}</p>
        </Alert>
      )}
    </div>
  )
}

export function errorOf(errors: readonly SaidError[], id: string): string | undefined {
  return errors.find((error) => error.id === id)?.message
}

function optionsOf(data: DeskForm, field: AnswerField): { value: string; label: string }[] {
  return data.lists.answerOptions[field].map(({ code, label }) => ({ value: code, label }))
}

/** Where nothing is known of the last time: the way that belongs to the kind of desk. */
function usualChannel({ desk }: DeskForm): string {
  switch (desk.kind) {
    case 'pop-up':
    case 'fixed':
      return 'channel-pop-up'
    case 'mobile':
      return 'channel-mobile'
    case 'telephone':
      return 'channel-phone'
    case 'library':
      return 'channel-desk'
  }
}
