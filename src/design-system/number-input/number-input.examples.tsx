import { FormField } from '../form-field/form-field.tsx'
import { NumberInput } from './number-input.tsx'

export const examples = {
  'A whole number': () => (
    <FormField id="number-minutes" label="Aantal minuten">
      <NumberInput name="minutes" value={12} />
    </FormField>
  ),
}
