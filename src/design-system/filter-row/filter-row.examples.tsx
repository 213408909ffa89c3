import { FormField } from '../form-field/form-field.tsx'
import { Select } from '../select/select.tsx'
import { TextInput } from '../text-input/text-input.tsx'
import { FilterRow } from './filter-row.tsx'

export const examples = {
  'Two fields and a button': () => (
    <FilterRow action="#lijst" label="Lijst beperken" submit="Toon">
      <FormField id="filter-day" label="Dag">
        <Select
          name="day"
          options={[
            { value: '', label: 'Alle dagen' },
            { value: 'ma', label: 'Maandag' },
          ]}
        />
      </FormField>
      <FormField id="filter-name" label="Naam">
        <TextInput name="name" />
      </FormField>
    </FilterRow>
  ),
}
