import { RadioGroup } from './radio-group.tsx'

const options = [
  { value: 'yes', label: 'Ja' },
  { value: 'partly', label: 'Deels' },
  { value: 'no', label: 'Nee' },
]

export const examples = {
  'One below the other': () => (
    <RadioGroup id="radio-list" name="list" legend="Is het gelukt?" options={options} value="partly" />
  ),
  'Beside each other, after the question': () => (
    <RadioGroup id="radio-row" name="row" legend="Is het gelukt?" options={options} layout="row" beside />
  ),
  'With an error': () => (
    <RadioGroup
      id="radio-error"
      name="error"
      legend="Is het gelukt?"
      required
      options={options}
      error="Kies of het gelukt is"
    />
  ),
}
