import { CheckboxGroup } from './checkbox-group.tsx'

const options = [
  { value: 'together', label: 'Samen gedaan' },
  { value: 'explained', label: 'Uitgelegd' },
  { value: 'leaflet', label: 'Folder meegegeven', description: 'Van onszelf of van een ander' },
]

export const examples = {
  'One below the other': () => (
    <CheckboxGroup
      id="check-list"
      name="list"
      legend="Wat is er gedaan?"
      options={options}
      values={['together']}
    />
  ),
  'Beside each other, after the question': () => (
    <CheckboxGroup
      id="check-row"
      name="row"
      legend="Wat is er gedaan?"
      options={options}
      layout="row"
      beside
    />
  ),
  'With an error': () => (
    <CheckboxGroup
      id="check-error"
      name="error"
      legend="Wat is er gedaan?"
      description="Kies wat past. Meer dan één mag."
      options={options}
      error="Kies ten minste één ding"
    />
  ),
}
