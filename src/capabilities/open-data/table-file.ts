import { writeCsv } from '../../platform/csv/read-csv.ts'
import { parts, type TableName } from './published-cell.ts'
import type { NamedCell } from './read-published/read-published.query.ts'

/** What is not told, because it is small or because it would tell one that is: one mark for both, so that nobody knows which. */
export const hiddenStatus = 'c'

/** The words of the files for what is counted. */
export const unitWords = { contacts: 'hulpcontacten', questions: 'hulpvragen' } as const

/** A field of a file, as a Table Schema has it (datapackage.org, version 2). */
interface Field {
  readonly name: string
  readonly type: 'string' | 'integer'
  readonly title: string
  readonly description: string
  readonly constraints?: Readonly<Record<string, unknown>>
}

const periodPattern = '20\\d{2}(-Q[1-4]|-(0[1-9]|1[0-2]))?'

/** The fields of every file, in their order. */
export const fields: readonly Field[] = [
  {
    name: 'periode',
    type: 'string',
    title: 'Periode',
    description: 'Maand (2026-03), kwartaal (2026-Q1) of jaar (2026).',
    constraints: { required: true, pattern: periodPattern },
  },
  {
    name: 'regio',
    type: 'string',
    title: 'Code van de regio',
    description:
      'NL voor alles wat in Balie is geteld, of de code van het CBS: PV26 voor een provincie, GM0307 voor een gemeente.',
    constraints: { required: true, pattern: 'NL|PV\\d{2}|GM\\d{4}' },
  },
  {
    name: 'regionaam',
    type: 'string',
    title: 'Naam van de regio',
    description: 'Zoals de regio heette aan het eind van de periode.',
    constraints: { required: true },
  },
  {
    name: 'onderdeel',
    type: 'string',
    title: 'Onderdeel',
    description:
      'Wat er geteld is: het totaal, een onderwerp, een hoofdonderwerp, een kanaal of een wijze van hulp.',
    constraints: { required: true, enum: parts },
  },
  {
    name: 'code',
    type: 'string',
    title: 'Code',
    description: 'De vaste code van wat er geteld is.',
    constraints: { required: true },
  },
  {
    name: 'naam',
    type: 'string',
    title: 'Naam',
    description: 'Hoe dat heet.',
    constraints: { required: true },
  },
  {
    name: 'eenheid',
    type: 'string',
    title: 'Eenheid',
    description: 'Hulpcontacten of hulpvragen. Tel deze twee nooit bij elkaar op.',
    constraints: { required: true, enum: Object.values(unitWords) },
  },
  {
    name: 'aantal',
    type: 'integer',
    title: 'Aantal',
    description: 'Leeg als het aantal verborgen is.',
    constraints: { minimum: 0 },
  },
  {
    name: 'status',
    type: 'string',
    title: 'Status',
    description: `${hiddenStatus}: verborgen, omdat het aantal klein is of een klein aantal zou verraden. Leeg: niets aan de hand.`,
    constraints: { enum: [hiddenStatus] },
  },
]

/** A number that is told at most once: by these fields. */
export const primaryKey = ['periode', 'regio', 'onderdeel', 'code']

export const fileOf = (table: TableName): string => `${table}.csv`

/** A table as a CSV file, with the header of `fields`. */
export function tableFile(cells: readonly NamedCell[]): string {
  return writeCsv([
    fields.map(({ name }) => name),
    ...cells.map(({ period, region, regionName, part, code, name, unit, number }) => [
      period,
      region,
      regionName,
      part,
      code,
      name,
      unitWords[unit],
      number === null ? '' : String(number),
      number === null ? hiddenStatus : '',
    ]),
  ])
}
