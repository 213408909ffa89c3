import { CheckboxGroup } from '../../design-system/checkbox-group/checkbox-group.tsx'
import { Details } from '../../design-system/details/details.tsx'
import { FieldGroup } from '../../design-system/field-group/field-group.tsx'
import { FormField } from '../../design-system/form-field/form-field.tsx'
import { RadioGroup } from '../../design-system/radio-group/radio-group.tsx'
import { Select } from '../../design-system/select/select.tsx'
import { Row, Stack } from '../../design-system/stack/stack.tsx'
import { TextInput } from '../../design-system/text-input/text-input.tsx'
import { errorAt, type FormError } from '../../platform/http/form-errors.ts'
import type { FormFields } from '../../platform/http/form-fields.ts'
import type { Translate } from '../../platform/i18n/translate.ts'
import { lineCount, lineField } from './hours-lines.ts'
import type { DaysInText } from './hours-text.ts'
import { accessWays, hoursKinds } from './opening-hours.ts'

export interface LinesProps {
  readonly t: Translate
  readonly form: FormFields
  readonly errors: readonly FormError[]
  /** Of the desk, open ones. */
  readonly places: readonly { readonly id: string; readonly name: string }[]
  readonly placeNeeded: boolean
  readonly days: DaysInText
  /** The cursor stands in the first times when the page opens. */
  readonly autofocus?: boolean
}

/**
 * The lines in which hours are written. What few change stands before the times and folded up, so that after the times
 * one key leads to the button that saves.
 */
export function HoursLines(props: LinesProps) {
  const { t, form } = props
  const count = lineCount(form)
  return (
    <Stack>
      <input type="hidden" name="lines" value={String(count)} />
      {Array.from({ length: count }, (_, index) =>
        count === 1 ? (
          <HoursLine {...props} index={index} />
        ) : (
          <FieldGroup id={lineField('line', index)} legend={t('hours.line', { number: index + 1 })}>
            <HoursLine {...props} index={index} />
          </FieldGroup>
        ),
      )}
    </Stack>
  )
}

function HoursLine(props: LinesProps & { index: number }) {
  const { t, form, errors, places, placeNeeded, days, index } = props
  const name = (part: string): string => lineField(part, index)
  const value = (part: string): string => form.text(name(part))
  return (
    <Stack>
      <Details summary={summaryOf(props)} open={isOpen(props)}>
        <Stack>
          <FormField id={name('kind')} label={t('hours.kind')}>
            <Select
              name={name('kind')}
              value={value('kind') || 'desk'}
              options={hoursKinds.map((kind) => ({ value: kind, label: t(`hours.kind.${kind}`) }))}
            />
          </FormField>
          <LineText {...props} part="label" />
          <RadioGroup
            id={name('access')}
            name={name('access')}
            legend={t('hours.access')}
            options={accessWays.map((way) => ({ value: way, label: t(`hours.access.${way}`) }))}
            value={value('access') || 'walk-in'}
            layout="row"
          />
          <LineText {...props} part="languages" />
          <LineText {...props} part="target" />
          {places.length > 0 && !placeNeeded && <PlaceField {...props} />}
          {days === 'needed' && <TickedTimes {...props} />}
        </Stack>
      </Details>
      {placeNeeded && <PlaceField {...props} />}
      <FormField
        id={name('times')}
        label={t(days === 'needed' ? 'hours.times' : 'hours.times-only')}
        description={t(`hours.times-hint.${days}`)}
        error={errorAt(errors, name('times'))}
      >
        <TextInput
          name={name('times')}
          value={value('times')}
          autocomplete="off"
          autofocus={props.autofocus && index === 0 ? true : undefined}
        />
      </FormField>
    </Stack>
  )
}

/** What a line is now, on the fold: 'Spreekuur van een partner, SVB, op afspraak, Buurthuis'. */
function summaryOf({ t, form, places, placeNeeded, index }: LinesProps & { index: number }): string {
  const value = (part: string): string => form.text(lineField(part, index))
  const kind = hoursKinds.find((each) => each === value('kind')) ?? 'desk'
  const access = accessWays.find((each) => each === value('access')) ?? 'walk-in'
  const parts = [
    t(`hours.kind.${kind}`),
    value('label'),
    t(`hours.said.${access}`),
    !placeNeeded && places.find(({ id }) => id === value('place'))?.name,
    value('languages') && t('hours.said.languages', { languages: value('languages') }),
    value('target') && t('hours.said.target', { group: value('target') }),
  ]
  return t('hours.line.what', { what: parts.filter(Boolean).join(', ') })
}

/** Never folded up: a mistake, or times that are ticked there and not saved yet. */
function isOpen({ form, errors, placeNeeded, index }: LinesProps & { index: number }): boolean {
  const inFold = ['label', 'languages', 'target', 'days', 'from', 'until', ...(placeNeeded ? [] : ['place'])]
  return (
    inFold.some((part) => errorAt(errors, lineField(part, index))) ||
    ['from', 'until'].some((part) => form.text(lineField(part, index)) !== '') ||
    form.all(lineField('days', index)).length > 0
  )
}

function LineText({
  t,
  form,
  errors,
  index,
  part,
}: LinesProps & { index: number; part: 'label' | 'languages' | 'target' }) {
  const id = lineField(part, index)
  return (
    <FormField
      id={id}
      label={t(`hours.${part}`)}
      description={t(`hours.${part}-hint`)}
      optional={t('shell.optional')}
      error={errorAt(errors, id)}
    >
      <TextInput name={id} value={form.text(id)} autocomplete="off" />
    </FormField>
  )
}

function PlaceField({ t, form, errors, places, placeNeeded, index }: LinesProps & { index: number }) {
  const id = lineField('place', index)
  return (
    <FormField
      id={id}
      label={t('hours.place')}
      description={placeNeeded && places.length === 0 ? t('hours.place-none') : undefined}
      error={errorAt(errors, id)}
      required={placeNeeded}
    >
      <Select
        name={id}
        value={form.text(id)}
        options={[
          { value: '', label: t(placeNeeded ? 'hours.place-choose' : 'hours.place-own') },
          ...places.map((place) => ({ value: place.id, label: place.name })),
        ]}
      />
    </FormField>
  )
}

/** The same without writing: days to tick, and two times. */
function TickedTimes({ t, form, errors, index }: LinesProps & { index: number }) {
  const time = (part: 'from' | 'until') => (
    <FormField
      id={lineField(part, index)}
      label={t(`hours.${part}`)}
      error={errorAt(errors, lineField(part, index))}
    >
      <TextInput
        name={lineField(part, index)}
        value={form.text(lineField(part, index))}
        size="short"
        autocomplete="off"
      />
    </FormField>
  )
  return (
    <>
      <CheckboxGroup
        id={lineField('days', index)}
        name={lineField('days', index)}
        legend={t('hours.days')}
        description={t('hours.days-hint')}
        error={errorAt(errors, lineField('days', index))}
        options={(['1', '2', '3', '4', '5', '6', '7'] as const).map((day) => ({
          value: day,
          label: t(`hours.day.${day}`),
        }))}
        values={form.all(lineField('days', index))}
        layout="row"
      />
      <Row>
        {time('from')}
        {time('until')}
      </Row>
    </>
  )
}
