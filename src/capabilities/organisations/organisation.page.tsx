import { Button } from '../../design-system/button/button.tsx'
import { ButtonGroup } from '../../design-system/button-group/button-group.tsx'
import { CheckboxGroup } from '../../design-system/checkbox-group/checkbox-group.tsx'
import { ChoiceList } from '../../design-system/choice/choice.tsx'
import { Details } from '../../design-system/details/details.tsx'
import { FieldGroup } from '../../design-system/field-group/field-group.tsx'
import { Form } from '../../design-system/form/form.tsx'
import { FormField } from '../../design-system/form-field/form-field.tsx'
import { RadioGroup } from '../../design-system/radio-group/radio-group.tsx'
import { Select } from '../../design-system/select/select.tsx'
import { TextInput } from '../../design-system/text-input/text-input.tsx'
import { errorAt, type FormError } from '../../platform/http/form-errors.ts'
import type { FormFields } from '../../platform/http/form-fields.ts'
import type { Translate } from '../../platform/i18n/translate.ts'
import { type Municipality, provincesOf } from './municipality.ts'
import type { OrganisationKind } from './organisation.ts'

interface OrganisationFieldsProps {
  t: Translate
  kind: OrganisationKind
  form: FormFields
  errors: readonly FormError[]
  municipalities: readonly Municipality[]
  /** A new one also says which municipality it is; that never changes. */
  isNew: boolean
  action: string
}

/** The form in which an organisation is added and changed; its kind decides what it asks. */
export function OrganisationForm(props: OrganisationFieldsProps) {
  const { t, kind, form, errors, municipalities, isNew, action } = props
  const optional = t('shell.optional')
  return (
    <Form action={action}>
      {kind === 'municipality' && isNew && (
        <FormField
          id="municipality"
          label={t('organisations.municipality')}
          error={errorAt(errors, 'municipality')}
          required
        >
          <Select
            name="municipality"
            value={form.text('municipality')}
            options={[
              { value: '', label: t('organisations.choose-municipality') },
              ...municipalities.map(({ code, name }) => ({ value: code, label: name })),
            ]}
          />
        </FormField>
      )}
      <FormField id="name" label={t('organisations.name')} error={errorAt(errors, 'name')} required>
        <TextInput name="name" value={form.text('name')} autocomplete="off" />
      </FormField>
      {kind === 'library' && (
        <>
          <FormField
            id="isil"
            label={t('organisations.isil')}
            description={t('organisations.isil-hint')}
            optional={optional}
            error={errorAt(errors, 'isil')}
          >
            <TextInput name="isil" value={form.text('isil')} autocomplete="off" />
          </FormField>
          <WorkingArea {...props} />
        </>
      )}
      {kind === 'support-institution' && (
        <CheckboxGroup
          id="provinces"
          name="provinces"
          legend={t('organisations.provinces')}
          optional={optional}
          options={provincesOf(municipalities).map(({ code, name }) => ({ value: code, label: name }))}
          values={form.all('provinces')}
        />
      )}
      {!isNew && kind !== 'nation' && (
        <RadioGroup
          id="active"
          name="active"
          legend={t('organisations.active')}
          description={t('organisations.active-hint')}
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
          {t(isNew ? 'organisations.add.submit' : 'organisations.change.submit')}
        </Button>
        <Button href="/beheer/organisaties" variant="subtle">
          {t('organisations.back')}
        </Button>
      </ButtonGroup>
    </Form>
  )
}

/** All municipalities by province, the provinces with a chosen one open. */
function WorkingArea({ t, form, errors, municipalities }: OrganisationFieldsProps) {
  const chosen = form.all('municipalities')
  return (
    <FieldGroup
      id="municipalities"
      legend={t('organisations.working-area')}
      description={t('organisations.working-area-hint')}
      optional={t('shell.optional')}
      error={errorAt(errors, 'municipalities')}
    >
      {provincesOf(municipalities).map((province, index) => {
        const count = province.municipalities.filter(({ code }) => chosen.includes(code)).length
        return (
          <Details
            summary={t('organisations.province-chosen', { province: province.name, count })}
            open={count > 0}
          >
            <ChoiceList
              type="checkbox"
              id={index === 0 ? 'municipalities' : `municipalities-${province.code}`}
              name="municipalities"
              options={province.municipalities.map(({ code, name }) => ({ value: code, label: name }))}
              selected={chosen}
              invalid={false}
              layout="tiles"
            />
          </Details>
        )
      })}
    </FieldGroup>
  )
}
