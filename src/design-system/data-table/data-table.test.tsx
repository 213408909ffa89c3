import { describe, expect, it } from 'vitest'
import { DataTable } from './data-table.tsx'

const table = String(
  <DataTable
    id="dagen"
    caption="Aantal per dag"
    columns={[
      { key: 'day', header: 'Dag', cell: (row: { day: string; count: number }) => row.day, rowHeader: true },
      { key: 'count', header: 'Aantal', cell: (row) => row.count, numeric: true, sorted: 'descending' },
    ]}
    rows={[{ day: 'maandag', count: 12 }]}
    footer={{ day: 'totaal', count: 12 }}
  />,
)

describe('DataTable', () => {
  it('is a part of the page that a keyboard can scroll, with the caption as its name', () => {
    expect(table).toMatch(/<section[^>]* aria-labelledby="dagen-caption" tabindex="0"/)
    expect(table).toMatch(/<caption[^>]* id="dagen-caption">Aantal per dag/)
  })

  it('names its columns and its rows', () => {
    expect(table).toMatch(/<th[^>]* scope="col" aria-sort="descending">Aantal/)
    expect(table).toMatch(/<th[^>]* scope="row">maandag/)
    expect(table).toMatch(/<tfoot.*<th[^>]* scope="row">totaal/)
  })

  it('sets figures apart', () => {
    expect(table).toMatch(/<td class="[^"]*numeric-data">12/)
  })
})
