import { Details } from '../details/details.tsx'
import { ComparisonChart } from './comparison-chart.tsx'

export const examples = {
  'Beside two averages, with a note and a definition': () => (
    <ComparisonChart
      rows={[
        {
          id: 'peren',
          label: 'Peren per boom',
          marks: [
            { shape: 'dot', value: 42, text: 'Jouw boomgaard: 42' },
            { shape: 'line', value: 36.1, text: 'Alle 310 boomgaarden: 36,1' },
            { shape: 'diamond', value: 40.2, text: '24 vergelijkbare: 40,2' },
          ],
          note: 'Plek 5 van 24, van hoog naar laag.',
          more: <Details summary="Hoe is dit geteld?">Alle peren gedeeld door alle bomen.</Details>,
        },
        {
          id: 'appels',
          label: 'Deel van het fruit dat appel is',
          most: 1,
          marks: [
            { shape: 'dot', value: 0.5, text: 'Jouw boomgaard: 50 %' },
            { shape: 'line', value: 0.5, text: 'Alle 310 boomgaarden: 50 %' },
          ],
        },
      ]}
    />
  ),
  'Nothing to compare with, and nothing at all': () => (
    <ComparisonChart
      rows={[
        { id: 'bessen', label: 'Bessen', marks: [{ shape: 'dot', value: 3, text: 'Jouw boomgaard: 3' }] },
        { id: 'noten', label: 'Noten', marks: [{ shape: 'dot', value: 0, text: 'Jouw boomgaard: 0' }] },
      ]}
    />
  ),
}
