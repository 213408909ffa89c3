import { DateInput } from './date-input.tsx'

const labels = { day: 'Dag', month: 'Maand', year: 'Jaar' }

export const examples = {
  'A date': () => (
    <DateInput
      id="date-start"
      name="start"
      legend="Wanneer begint het?"
      description="Bijvoorbeeld 24 11 2026"
      labels={labels}
      value={{ day: '24', month: '11', year: '2026' }}
    />
  ),
  'With an error in one part': () => (
    <DateInput
      id="date-end"
      name="end"
      legend="Wanneer houdt het op?"
      labels={labels}
      value={{ day: '31', month: '14', year: '2026' }}
      wrong={['month']}
      error="Schrijf bij de maand een getal van 1 tot en met 12"
    />
  ),
}
