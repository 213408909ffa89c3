import { Link } from '../link/link.tsx'
import { HeatTable } from './heat-table.tsx'

const legend = {
  label: "Kilo's",
  steps: ['minder dan 10', '10 of meer', '20 of meer', '40 of meer', '60 of meer', '80 of meer'].map(
    (label, step) => ({ label, step }),
  ),
}
const stepOf = (value: number): number => [10, 20, 40, 60, 80].filter((from) => value >= from).length

export const examples = {
  'A week, with a total': () => (
    <HeatTable
      id="week"
      caption="Wat er op een uur van de week geoogst is"
      corner="Uur"
      columns={['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag'].map((full) => ({
        label: full.slice(0, 2),
        full,
      }))}
      rows={[9, 10, 11].map((hour) => {
        const values = [0, 12, 25, 48, 70].map((value) => value + (hour === 10 ? 20 : 0))
        return {
          label: `${hour}.00 uur`,
          cells: values.map((value) => ({
            text: value > 50 ? <Link href={`#${hour}`}>{value}</Link> : value,
            step: stepOf(value),
          })),
          total: values.reduce((sum, value) => sum + value, 0),
        }
      })}
      total="Samen"
      legend={legend}
    />
  ),
  'Long names': () => (
    <HeatTable
      id="long"
      caption="Soorten en wie ze koopt"
      corner="Soort"
      columns={[
        { label: 'Nederlandseontwikkelingsfruitmaatschappij' },
        { label: 'Gezamenlijke samenwerkingsverbanden van fruittelers' },
        { label: 'Markt' },
      ]}
      rows={[
        {
          label: 'Peren die voor de eerste nachtvorst in het rivierengebied geplukt zijn',
          cells: [9, 35, 1_234_567].map((value) => ({ text: value, step: stepOf(value) })),
        },
        { label: 'Appels', cells: [11, 22, 61].map((value) => ({ text: value, step: stepOf(value) })) },
      ]}
      legend={legend}
    />
  ),
}
