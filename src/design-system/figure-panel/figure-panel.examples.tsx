import { BarChart } from '../bar-chart/bar-chart.tsx'
import { DataTable } from '../data-table/data-table.tsx'
import { FigurePairs, FigurePanel } from './figure-panel.tsx'

const fruit = [
  { name: 'Peren', number: 412 },
  { name: 'Appels', number: 250 },
]

const panel = (id: string, title: string) => (
  <FigurePanel
    id={id}
    title={title}
    about="Soorten, in kilo's. Van 662 kilo."
    table={{
      label: 'Bekijk als tabel',
      content: (
        <DataTable
          id={`${id}-table`}
          caption={`${title}: soorten in kilo`}
          columns={[
            { key: 'name', header: 'Soort', cell: ({ name }) => name, rowHeader: true },
            { key: 'number', header: 'Kilo', cell: ({ number }) => number, numeric: true },
          ]}
          rows={fruit}
        />
      ),
    }}
    definition={{ label: 'Hoe is dit geteld?', content: <p>Alles wat gewogen is, zonder de mand.</p> }}
    picture={{
      copy: 'Kopieer als plaatje',
      copied: 'Gekopieerd',
      saved: 'Opgeslagen bij je downloads',
      source: 'Bron: de weegschaal, oktober',
    }}
  >
    <BarChart bars={fruit.map(({ name, number }) => ({ label: name, value: number, text: number }))} />
  </FigurePanel>
)

export const examples = {
  'A pair': () => (
    <>
      <h2 class="nl-heading nl-heading--level-2">Oogst</h2>
      <FigurePairs>
        {panel('harvest', 'Peren waren er het meest')}
        {panel('harvest-before', 'Vorig jaar waren er minder appels')}
      </FigurePairs>
    </>
  ),
}
