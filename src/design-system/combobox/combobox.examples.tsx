import { FormField } from '../form-field/form-field.tsx'
import { Combobox, ComboboxList } from './combobox.tsx'

export const examples = {
  'Closed, as the page opens': () => (
    <FormField id="combobox-place" label="Plaats" description="Typ de eerste letters">
      <Combobox name="place" listLabel="Plaatsen" options={[{ value: '0344', label: 'Utrecht' }]} />
    </FormField>
  ),
  'Its suggestions': () => (
    <div class="balie-combobox">
      <ComboboxList
        id="combobox-open"
        label="Plaatsen"
        options={[
          { value: '0344', label: 'Utrecht' },
          { value: '0363', label: 'Amsterdam' },
        ]}
      />
    </div>
  ),
}
