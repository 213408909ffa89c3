import { Button } from '../../design-system/button/button.tsx'
import { ButtonGroup } from '../../design-system/button-group/button-group.tsx'
import { Form } from '../../design-system/form/form.tsx'
import { FormField } from '../../design-system/form-field/form-field.tsx'
import { RadioGroup } from '../../design-system/radio-group/radio-group.tsx'
import { Select } from '../../design-system/select/select.tsx'
import { TextInput } from '../../design-system/text-input/text-input.tsx'
import { errorAt } from '../../platform/http/form-errors.ts'
import { AddressFields, type FormPartProps, MunicipalityField } from './address.page.tsx'
import { branchKinds } from './branch.ts'

export interface BranchFormChoices {
  /** To choose from, the library's own working area first. */
  readonly municipalities: readonly { readonly code: string; readonly name: string }[]
  /** The desks of the library that are open, and the branch's own. */
  readonly desks: readonly { readonly id: string; readonly name: string; readonly active: boolean }[]
}

export interface BranchFormProps extends FormPartProps {
  readonly choices: BranchFormChoices
}

/** The form in which a branch is added and changed. */
export function BranchForm({
  isNew,
  action,
  ...props
}: BranchFormProps & { isNew: boolean; action: string }) {
  const { t, form, errors, choices } = props
  return (
    <Form action={action}>
      <FormField id="name" label={t('desks.name')} error={errorAt(errors, 'name')} required>
        <TextInput name="name" value={form.text('name')} autocomplete="off" />
      </FormField>
      <RadioGroup
        id="kind"
        name="kind"
        legend={t('desks.branch.kind')}
        required
        error={errorAt(errors, 'kind')}
        options={branchKinds.map((kind) => ({ value: kind, label: t(`desks.branch.kind.${kind}`) }))}
        value={form.text('kind')}
        layout="row"
      />
      <MunicipalityField {...props} municipalities={choices.municipalities} />
      <AddressFields {...props} />
      <FormField
        id="desk"
        label={t('desks.branch.desk')}
        description={t('desks.branch.desk-hint')}
        error={errorAt(errors, 'desk')}
      >
        <Select
          name="desk"
          value={form.text('desk')}
          options={[
            { value: '', label: t('desks.branch.no-desk') },
            ...choices.desks.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </FormField>
      <ButtonGroup>
        <Button type="submit" variant="primary">
          {t(isNew ? 'desks.branch.add.submit' : 'desks.change.submit')}
        </Button>
        <Button href="/beheer/vestigingen" variant="subtle">
          {t('desks.back')}
        </Button>
      </ButtonGroup>
    </Form>
  )
}
