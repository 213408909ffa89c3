import { Button } from '../../design-system/button/button.tsx'
import { ButtonGroup } from '../../design-system/button-group/button-group.tsx'
import { Form } from '../../design-system/form/form.tsx'
import { FormField } from '../../design-system/form-field/form-field.tsx'
import { RadioGroup } from '../../design-system/radio-group/radio-group.tsx'
import { Select } from '../../design-system/select/select.tsx'
import { TextInput } from '../../design-system/text-input/text-input.tsx'
import { errorAt, type FormError } from '../../platform/http/form-errors.ts'
import type { FormFields } from '../../platform/http/form-fields.ts'
import type { MessageKey, Translate } from '../../platform/i18n/translate.ts'
import { deskKinds } from './desk.ts'

export interface DeskFormChoices {
  /** To choose from, the library's own working area first. */
  readonly municipalities: readonly { readonly code: string; readonly name: string }[]
  readonly mothers: readonly { readonly id: string; readonly name: string }[]
}

/** The form in which a desk is added and changed. */
export function DeskForm({
  t,
  form,
  errors,
  choices,
  isNew,
  action,
}: {
  t: Translate
  form: FormFields
  errors: readonly FormError[]
  choices: DeskFormChoices
  isNew: boolean
  action: string
}) {
  const addressField = (
    name: 'street' | 'house-number' | 'postcode' | 'town',
    label: MessageKey,
    size?: 'short',
  ) => (
    <FormField id={name} label={t(label)} optional={t('shell.optional')} error={errorAt(errors, name)}>
      <TextInput name={name} value={form.text(name)} autocomplete="off" size={size} />
    </FormField>
  )
  return (
    <Form action={action}>
      <FormField id="name" label={t('desks.name')} error={errorAt(errors, 'name')} required>
        <TextInput name="name" value={form.text('name')} autocomplete="off" />
      </FormField>
      <RadioGroup
        id="kind"
        name="kind"
        legend={t('desks.kind')}
        required
        error={errorAt(errors, 'kind')}
        options={deskKinds.map((kind) => ({ value: kind, label: t(`desks.kind.${kind}`) }))}
        value={form.text('kind')}
      />
      <MunicipalityField t={t} form={form} errors={errors} name="municipality" choices={choices} />
      {choices.mothers.length > 0 && (
        <FormField
          id="mother"
          label={t('desks.mother')}
          description={t('desks.mother-hint')}
          optional={t('shell.optional')}
          error={errorAt(errors, 'mother')}
        >
          <Select
            name="mother"
            value={form.text('mother')}
            options={[
              { value: '', label: t('desks.no-mother') },
              ...choices.mothers.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </FormField>
      )}
      {addressField('street', 'desks.street')}
      {addressField('house-number', 'desks.house-number', 'short')}
      {addressField('postcode', 'desks.postcode', 'short')}
      {addressField('town', 'desks.town')}
      {!isNew && (
        <RadioGroup
          id="active"
          name="active"
          legend={t('desks.active')}
          description={t('desks.active-hint')}
          options={[
            { value: 'yes', label: t('shell.yes') },
            { value: 'no', label: t('shell.no') },
          ]}
          value={form.text('active')}
          layout="row"
        />
      )}
      <ButtonGroup>
        <Button type="submit" variant="primary">
          {t(isNew ? 'desks.add.submit' : 'desks.change.submit')}
        </Button>
        <Button href="/beheer/informatiepunten" variant="subtle">
          {t('desks.back')}
        </Button>
      </ButtonGroup>
    </Form>
  )
}

export function MunicipalityField({
  t,
  form,
  errors,
  name,
  choices,
}: {
  t: Translate
  form: FormFields
  errors: readonly FormError[]
  name: string
  choices: DeskFormChoices
}) {
  return (
    <FormField id={name} label={t('desks.municipality')} error={errorAt(errors, name)} required>
      <Select
        name={name}
        value={form.text(name)}
        options={[
          { value: '', label: t('desks.choose-municipality') },
          ...choices.municipalities.map(({ code, name: label }) => ({ value: code, label })),
        ]}
      />
    </FormField>
  )
}
