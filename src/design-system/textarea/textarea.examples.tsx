import { FormField } from '../form-field/form-field.tsx'
import { Textarea } from './textarea.tsx'

export const examples = {
  'Several lines': () => (
    <FormField id="textarea-remark" label="Opmerking" optional="(niet verplicht)">
      <Textarea name="remark" value={'De eerste regel.\nDe tweede regel.'} />
    </FormField>
  ),
}
