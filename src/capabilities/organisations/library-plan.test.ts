import { expect, test } from 'vitest'
import { changesOf } from './import-plan.ts'
import { type KnownLibrary, planLibraries } from './library-plan.ts'
import type { Municipality } from './municipality.ts'

const municipalities: Municipality[] = [
  { code: 'GM0307', name: 'Amersfoort', provinceCode: 'PV26', province: 'Utrecht' },
  { code: 'GM0327', name: 'Leusden', provinceCode: 'PV26', province: 'Utrecht' },
  { code: 'GM0893', name: 'Bergen (L.)', provinceCode: 'PV31', province: 'Limburg' },
]
const eemdal: KnownLibrary = {
  id: 'eemdal',
  name: 'Bibliotheek Eemdal',
  isil: 'NL-0100030000',
  active: true,
  municipalities: ['GM0307'],
}
const domstad: KnownLibrary = { ...eemdal, id: 'domstad', name: 'Bibliotheek Domstad', isil: null }

type Cells = readonly [naam: string, isil?: string, gemeenten?: string]
function plan(rows: readonly Cells[], known: readonly KnownLibrary[] = [eemdal, domstad]) {
  return planLibraries(
    rows.map(([naam, isil = '', gemeenten = ''], at) => ({ line: at + 2, cells: { naam, isil, gemeenten } })),
    known,
    municipalities,
  )
}
const statuses = (rows: readonly Cells[]) => plan(rows).rows.map(({ status }) => status)
const errorsOf = (rows: readonly Cells[]) => plan(rows).rows.map(({ errors }) => errors.map(({ key }) => key))

test('what is not there is new, whether its municipalities go by name or code', () => {
  const { rows } = plan([['Bibliotheek Nieuw', 'nl-0200010000', 'leusden, GM0893 | Amersfoort']])
  expect(rows).toEqual([
    {
      line: 2,
      name: 'Bibliotheek Nieuw',
      status: 'new',
      errors: [],
      change: {
        id: undefined,
        input: {
          kind: 'library',
          name: 'Bibliotheek Nieuw',
          isil: 'NL-0200010000',
          municipality: '',
          municipalities: ['GM0307', 'GM0327', 'GM0893'],
          provinces: [],
          active: true,
        },
      },
    },
  ])
})

test.each<[string, Cells, string]>([
  ['the same', ['Bibliotheek Eemdal', 'NL-0100030000', 'Amersfoort'], 'unchanged'],
  ['empty cells', ['Bibliotheek Eemdal'], 'unchanged'],
  ['another name by its ISIL code', ['Bibliotheek Eemdal e.o.', 'NL-0100030000'], 'changed'],
  ['an ISIL code where there was none', ['bibliotheek domstad', 'NL-0200010000'], 'changed'],
  ['another working area', ['Bibliotheek Eemdal', '', 'Leusden'], 'changed'],
])('%s', (_, row, status) => {
  expect(statuses([row])).toEqual([status])
})

test.each<[string, Cells, string]>([
  ['no name', ['', 'NL-0100030000'], 'organisations.error.name'],
  ['a code that is no ISIL', ['Nieuw', 'NL-1'], 'organisations.error.isil'],
  ['a municipality that is not there', ['Nieuw', '', 'Amersford'], 'organisations.import.error.municipality'],
  ["another library's name", ['Bibliotheek Domstad', 'NL-0100030000'], 'organisations.error.name-taken'],
  [
    'another code by the same name',
    ['Bibliotheek Eemdal', 'NL-0200010000'],
    'organisations.import.error.other-isil',
  ],
])('%s is an error', (_, row, key) => {
  expect(errorsOf([row])).toEqual([[key]])
})

test('a library that stands twice in the file is said at its second row', () => {
  expect(errorsOf([['Nieuw', 'NL-0200010000'], ['NIEUW'], ['Ander', 'NL-0200010000']])).toEqual([
    [],
    ['organisations.import.error.twice'],
    ['organisations.import.error.twice'],
  ])
})

test('one wrong row holds up the whole file', () => {
  expect(changesOf(plan([['Nieuw'], ['']]))).toEqual([])
  expect(changesOf(plan([['Nieuw']]))).toHaveLength(1)
})

test('reading the outcome again changes nothing', () => {
  const rows: Cells[] = [
    ['Nieuw', 'NL-0200010000', 'Leusden,Amersfoort'],
    ['Bibliotheek Eemdal e.o.', 'NL-0100030000', 'Leusden'],
    ['Bibliotheek Domstad'],
  ]
  const changes = changesOf(plan(rows))
  const after = [domstad, ...changes.map(({ id, input }, at) => ({ ...input, id: id ?? `new-${at}` }))]
  expect(plan(rows, after).rows.map(({ status }) => status)).toEqual(['unchanged', 'unchanged', 'unchanged'])
})

test('the fingerprint is that of what will happen', () => {
  const rows: Cells[] = [['Bibliotheek Domstad', 'NL-0200010000']]
  expect(plan(rows).fingerprint).toBe(plan(rows).fingerprint)
  expect(plan(rows).fingerprint).not.toBe(plan(rows, [eemdal]).fingerprint)
})
