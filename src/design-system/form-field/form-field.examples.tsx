import { TextInput } from '../text-input/text-input.tsx'
import { FormField } from './form-field.tsx'

export const examples = {
  'Label and control': () => (
    <FormField id="field-place" label="Plaats" required>
      <TextInput name="place" autocomplete="address-level2" />
    </FormField>
  ),
  'With a description, may stay empty': () => (
    <FormField
      id="field-remark"
      label="Wat is nog goed om te weten?"
      description="Schrijf hier geen namen of nummers."
      optional="(niet verplicht)"
    >
      <TextInput name="remark" />
    </FormField>
  ),
  'With an error': () => (
    <FormField
      id="field-postcode"
      label="Postcode"
      description="Bijvoorbeeld 1234 AB"
      error="Schrijf een postcode van 4 cijfers en 2 letters, zoals 1234 AB"
    >
      <TextInput name="postcode" value="1234" size="short" autocomplete="postal-code" />
    </FormField>
  ),
}
