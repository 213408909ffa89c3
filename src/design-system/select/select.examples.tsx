import { FormField } from '../form-field/form-field.tsx'
import { Select } from './select.tsx'

const options = [
  { value: '', label: 'Kies een taal' },
  { value: 'nl', label: 'Nederlands' },
  { value: 'tr', label: 'Türkçe' },
  { value: 'pl', label: 'Polski (ąćęłńóśźż)' },
]

export const examples = {
  'One of many': () => (
    <FormField id="select-language" label="Taal">
      <Select name="language" value="nl" options={options} />
    </FormField>
  ),
  'Answers in groups': () => (
    <FormField id="select-fruit" label="Fruit">
      <Select
        name="fruit"
        value="peer"
        options={[
          { value: '', label: 'Alles' },
          {
            label: 'Pitvruchten',
            options: [
              { value: 'appel', label: 'Appels' },
              { value: 'peer', label: 'Peren' },
            ],
          },
          { label: 'Steenvruchten', options: [{ value: 'pruim', label: 'Pruimen' }] },
        ]}
      />
    </FormField>
  ),
  'With an error': () => (
    <FormField id="select-language-error" label="Taal" error="Kies een taal uit de lijst">
      <Select name="language" options={options} />
    </FormField>
  ),
}
