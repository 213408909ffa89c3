import { Details } from '../details/details.tsx'
import { FormField } from '../form-field/form-field.tsx'
import { Select } from '../select/select.tsx'
import { TextInput } from '../text-input/text-input.tsx'
import { FilterFields, FilterRow } from './filter-row.tsx'

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
  'With fields that few need': () => (
    <FilterRow
      action="#lijst"
      label="Lijst beperken"
      submit="Toon"
      more={
        <Details summary="Verfijn" open>
          <FilterFields>
            {['Soort', 'Kleur van de schil en van het vruchtvlees', 'Rijpheid'].map((label, at) => (
              <FormField id={`filter-more-${at}`} label={label}>
                <Select
                  name={`more-${at}`}
                  options={[
                    { value: '', label: 'Alles' },
                    { value: 'a', label: 'Wat er geplukt is voordat de eerste nachtvorst kwam' },
                  ]}
                />
              </FormField>
            ))}
          </FilterFields>
        </Details>
      }
    >
      <FormField id="filter-day-more" label="Dag">
        <Select name="day" options={[{ value: '', label: 'Alle dagen' }]} />
      </FormField>
    </FilterRow>
  ),
}
