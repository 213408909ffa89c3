import { Link } from '../link/link.tsx'
import { BarChart } from './bar-chart.tsx'

export const examples = {
  'With what it was before, and a rest': () => (
    <BarChart
      bars={[
        { label: 'Peren', value: 412, text: <Link href="#peren">412</Link>, before: 380 },
        { label: 'Appels', value: 250, text: <Link href="#appels">250</Link>, before: 290 },
        { label: 'Pruimen', value: 3, text: <Link href="#pruimen">3</Link>, before: 0 },
        { label: 'Al het andere fruit', value: 180, text: '180', before: 170, rest: true },
      ]}
    />
  ),
  'Long names, large numbers and something that is not shown': () => (
    <BarChart
      bars={[
        {
          label: 'Gezamenlijke samenwerkingsverbanden van fruittelers in het rivierengebied en omstreken',
          value: 1_234_567,
          text: '1.234.567 (62 %)',
        },
        { label: 'Nederlandseontwikkelingsfruitmaatschappij', value: 700_000, text: '700.000 (35 %)' },
        { label: 'Bessen', value: undefined, text: 'niet getoond' },
      ]}
    />
  ),
  'Nothing at all': () => <BarChart bars={[{ label: 'Peren', value: 0, text: '0' }]} />,
}
