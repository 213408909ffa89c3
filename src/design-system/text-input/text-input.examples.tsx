import { FormField } from '../form-field/form-field.tsx'
import { TextInput } from './text-input.tsx'

export const examples = {
  'One line': () => (
    <FormField id="text-email" label="E-mailadres">
      <TextInput name="email" type="email" autocomplete="email" value="anna@voorbeeld.example" />
    </FormField>
  ),
  'A short answer': () => (
    <FormField id="text-code" label="Code uit uw app" description="6 cijfers">
      <TextInput name="code" size="code" inputmode="numeric" autocomplete="one-time-code" value="123 456" />
    </FormField>
  ),
}
