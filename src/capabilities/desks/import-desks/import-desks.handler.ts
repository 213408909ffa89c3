import { deskColumns, kindWords, planDesks, variantWords } from '../desk-plan.ts'
import { fileImport } from '../file-import.ts'
import { languagesByName } from '../languages.ts'
import { importDesks } from './import-desks.command.ts'
import { findDesksToCompare } from './import-desks.query.ts'

const bibliotheek = 'Bibliotheek Voorbeeldstad'

/** Desks by a file. */
export const desksFile = fileImport({
  address: '/beheer/inlezen/informatiepunten',
  title: 'desks.import.title',
  columns: deskColumns,
  hint: (column, t) => t(`desks.import.column.${column}`, { words: wordsFor(column) }),
  example: {
    fileName: 'informatiepunten-voorbeeld.csv',
    rows: [
      {
        bibliotheek,
        naam: 'Centrum',
        soort: 'bibliotheek',
        gemeente: 'Amersfoort',
        straat: 'Stationsplein',
        huisnummer: '4',
        postcode: '3818 LE',
        plaats: 'Amersfoort',
        plek: '52.1533, 5.3740',
        telefoon: '033 012 34 56',
        'e-mail': 'informatiepunt@bibliotheek.example',
        website: 'https://bibliotheek.example/informatiepunt',
        drempelvrij: 'ja',
        ringleiding: 'nee',
        'aparte-ruimte': 'ja',
        talen: 'Engels, Turks',
        variant: 'basis',
        'op-afspraak': 'ja',
        medewerkers: '2',
        vrijwilligers: '6',
        'medewerkers-partners': '1',
        toelichting: 'De ingang is aan de kant van het station.',
        open: 'ja',
      },
      {
        bibliotheek,
        naam: 'Op de markt',
        soort: 'pop-up',
        gemeente: 'Amersfoort',
        moederpunt: 'Centrum',
        plaats: 'Amersfoort',
        open: 'ja',
      },
    ],
  },
  plan: async (db, scope, rows, today) => planDesks(rows, await findDesksToCompare(db, scope, today)),
  save: importDesks,
})

/** The words that one can choose from in a column. */
function wordsFor(column: string): string {
  const words: Readonly<Record<string, readonly string[]>> = {
    soort: Object.keys(kindWords),
    variant: Object.keys(variantWords),
    talen: languagesByName('nl').map(({ name }) => name),
  }
  return (words[column] ?? []).join(', ')
}
