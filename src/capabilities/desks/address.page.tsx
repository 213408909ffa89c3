import { FormField } from '../../design-system/form-field/form-field.tsx'
import { RadioGroup } from '../../design-system/radio-group/radio-group.tsx'
import { Select } from '../../design-system/select/select.tsx'
import { TextInput } from '../../design-system/text-input/text-input.tsx'
import { errorAt, type FormError } from '../../platform/http/form-errors.ts'
import type { FormFields } from '../../platform/http/form-fields.ts'
import type { MessageKey, Translate } from '../../platform/i18n/translate.ts'

/** What every part of a form is made from: what was typed and what is wrong with it. */
export interface FormPartProps {
  readonly t: Translate
  readonly form: FormFields
  readonly errors: readonly FormError[]
}

/** Where something stands: an address, and its point on the map. */
export function AddressFields({ t, form, errors }: FormPartProps) {
  const field = (
    name: 'street' | 'house-number' | 'postcode' | 'town',
    label: MessageKey,
    size?: 'short',
  ) => (
    <FormField id={name} label={t(label)} optional={t('shell.optional')} error={errorAt(errors, name)}>
      <TextInput name={name} value={form.text(name)} autocomplete="off" size={size} />
    </FormField>
  )
  return (
    <>
      {field('street', 'desks.street')}
      {field('house-number', 'desks.house-number', 'short')}
      {field('postcode', 'desks.postcode', 'short')}
      {field('town', 'desks.town')}
      <FormField
        id="point"
        label={t('desks.point')}
        description={t('desks.point-hint')}
        optional={t('shell.optional')}
        error={errorAt(errors, 'point')}
      >
        <TextInput name="point" value={form.text('point')} autocomplete="off" />
      </FormField>
    </>
  )
}

export function MunicipalityField({
  t,
  form,
  errors,
  municipalities,
}: FormPartProps & { municipalities: readonly { readonly code: string; readonly name: string }[] }) {
  return (
    <FormField
      id="municipality"
      label={t('desks.municipality')}
      error={errorAt(errors, 'municipality')}
      required
    >
      <Select
        name="municipality"
        value={form.text('municipality')}
        options={[
          { value: '', label: t('desks.choose-municipality') },
          ...municipalities.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
    </FormField>
  )
}

/** Yes, no, or not known: not to know is an answer too, and what one begins with. */
export function YesNoField({
  t,
  form,
  errors,
  name,
  legend,
}: FormPartProps & { name: string; legend: MessageKey }) {
  return (
    <RadioGroup
      id={name}
      name={name}
      legend={t(legend)}
      error={errorAt(errors, name)}
      options={[
        { value: 'yes', label: t('shell.yes') },
        { value: 'no', label: t('shell.no') },
        { value: '', label: t('desks.not-known') },
      ]}
      value={form.text(name)}
      layout="row"
    />
  )
}
