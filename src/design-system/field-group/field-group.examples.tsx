import { FormField } from '../form-field/form-field.tsx'
import { NumberInput } from '../number-input/number-input.tsx'
import { FieldGroup } from './field-group.tsx'

export const examples = {
  'Controls of one question': () => (
    <FieldGroup id="group-hours" legend="Hoe lang duurde het?" beside>
      <FormField id="group-hours" label="Minuten">
        <NumberInput name="minutes" />
      </FormField>
    </FieldGroup>
  ),
}
