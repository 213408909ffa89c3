import { Link } from '../link/link.tsx'
import { DataTable } from './data-table.tsx'

interface Line {
  name: string
  week: string
  count: string
  share: string
}

const rows: Line[] = [
  { name: 'Maandag', week: '48', count: '12', share: '1 %' },
  { name: 'Dinsdag', week: '48', count: '8', share: '1 %' },
  { name: 'Een heel lange naam die over meer regels mag lopen', week: '48', count: '1.030', share: '98 %' },
]

export const examples = {
  'Figures with a total': () => (
    <DataTable
      id="table-days"
      caption="Aantal per dag in week 48"
      columns={[
        { key: 'name', header: 'Dag', cell: (row) => row.name, rowHeader: true },
        { key: 'week', header: 'Week', cell: (row) => row.week },
        {
          key: 'count',
          header: <Link href="#sort">Aantal</Link>,
          cell: (row) => row.count,
          numeric: true,
          sorted: 'descending',
        },
        { key: 'share', header: 'Deel van het geheel', cell: (row) => row.share, numeric: true },
      ]}
      rows={rows}
      footer={{ name: 'Totaal', week: '', count: '1.050', share: '100 %' }}
    />
  ),
  Compact: () => (
    <DataTable
      id="table-compact"
      caption="Dezelfde dagen, dichter op elkaar"
      compact
      columns={[
        { key: 'name', header: 'Dag', cell: (row) => row.name, rowHeader: true },
        { key: 'count', header: 'Aantal', cell: (row) => row.count, numeric: true },
      ]}
      rows={rows}
    />
  ),
}
