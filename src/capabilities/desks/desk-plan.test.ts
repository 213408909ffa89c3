import { expect, test } from 'vitest'
import type { Municipality, Organisation } from '../organisations/public.ts'
import { changesOf } from '../organisations/public.ts'
import type { DeskDetails } from './change-desk/change-desk.query.ts'
import { planDesks } from './desk-plan.ts'

const municipalities: Municipality[] = [
  { code: 'GM0307', name: 'Amersfoort', provinceCode: 'PV26', province: 'Utrecht' },
]
const library = (id: string, name: string, isil: string | null): Organisation => ({
  id,
  name,
  isil,
  kind: 'library',
  municipalityCode: null,
  madeUp: false,
})
const eemdal = library('eemdal', 'Bibliotheek Eemdal', 'NL-0100030000')
const domstad = library('domstad', 'Bibliotheek Domstad', null)
const centrum: DeskDetails = {
  id: 'centrum',
  libraryId: 'eemdal',
  name: 'Centrum',
  kind: 'library',
  municipality: 'GM0307',
  mother: null,
  street: 'Eemplein',
  houseNumber: '71',
  postcode: '3812 EA',
  town: 'Amersfoort',
  active: true,
}
const markt: DeskDetails = { ...centrum, id: 'markt', name: 'Markt', kind: 'pop-up', mother: 'centrum' }

type Cells = Readonly<Record<string, string>>
function plan(rows: readonly Cells[], known = [centrum, markt], libraries = [eemdal]) {
  return planDesks(
    rows.map((cells, at) => ({ line: at + 2, cells })),
    known,
    libraries,
    municipalities,
  )
}
const nieuw = { naam: 'Noord', soort: 'vast', gemeente: 'amersfoort' }
const errorsOf = (rows: readonly Cells[], libraries = [eemdal]) =>
  plan(rows, [centrum, markt], libraries).rows.map(({ errors }) => errors.map(({ key }) => key))

test('a new desk under a desk that is there', () => {
  expect(plan([{ ...nieuw, moederpunt: 'CENTRUM', postcode: '3811lp' }]).rows).toEqual([
    {
      line: 2,
      name: 'Noord',
      status: 'new',
      errors: [],
      change: {
        id: undefined,
        libraryId: 'eemdal',
        motherName: 'CENTRUM',
        input: {
          name: 'Noord',
          kind: 'fixed',
          municipality: 'GM0307',
          street: null,
          'house-number': null,
          postcode: '3811 LP',
          town: null,
          active: true,
        },
      },
    },
  ])
})

test.each<[string, Cells, string]>([
  ['only a name', { naam: 'centrum' }, 'changed'],
  ['only the very name', { naam: 'Centrum' }, 'unchanged'],
  ['the same mother', { naam: 'Markt', moederpunt: 'centrum', soort: 'Pop-up' }, 'unchanged'],
  ['another street', { naam: 'Centrum', straat: 'Stationsplein' }, 'changed'],
  ['closed', { naam: 'Markt', open: 'Nee' }, 'changed'],
])('%s', (_, row, status) => {
  expect(plan([row]).rows.map((each) => each.status)).toEqual([status])
})

test.each<[string, Cells, string]>([
  ['no name', { ...nieuw, naam: '' }, 'desks.error.name'],
  ['a kind that is not there', { ...nieuw, soort: 'tent' }, 'desks.import.error.kind'],
  ['a new desk without a kind', { ...nieuw, soort: '' }, 'desks.error.kind'],
  ['a new desk without a municipality', { ...nieuw, gemeente: '' }, 'desks.error.municipality'],
  [
    'a municipality that is not there',
    { ...nieuw, gemeente: 'X' },
    'organisations.import.error.municipality',
  ],
  ['a wrong postcode', { ...nieuw, postcode: '12' }, 'desks.error.postcode'],
  ['neither ja nor nee', { ...nieuw, open: 'soms' }, 'desks.import.error.open'],
  ['a mother that is not there', { ...nieuw, moederpunt: 'Zuid' }, 'desks.error.mother'],
  ['a mother that has a mother', { ...nieuw, moederpunt: 'Markt' }, 'desks.error.mother'],
  ['itself as its mother', { ...nieuw, moederpunt: 'Noord' }, 'desks.error.mother'],
  ['another library', { ...nieuw, bibliotheek: 'Bibliotheek Domstad' }, 'desks.import.error.library'],
])('%s is an error', (_, row, key) => {
  expect(errorsOf([row])).toEqual([[key]])
})

test('with more libraries each row says which, by name or ISIL code', () => {
  const rows = [
    { ...nieuw, bibliotheek: 'nl-0100030000' },
    { ...nieuw, bibliotheek: 'bibliotheek domstad' },
    nieuw,
  ]
  expect(errorsOf(rows, [eemdal, domstad])).toEqual([[], [], ['desks.import.error.library']])
  const changes = plan(rows, [], [eemdal, domstad]).rows.map(({ change }) => change?.libraryId)
  expect(changes).toEqual(['eemdal', 'domstad', undefined])
})

test('a mother may stand below her child in the same file, and closed she is none', () => {
  const child = { ...nieuw, moederpunt: 'Zuid' }
  const mother = { ...nieuw, naam: 'Zuid' }
  expect(errorsOf([child, mother])).toEqual([[], []])
  expect(errorsOf([child, { ...mother, open: 'nee' }])).toEqual([['desks.error.mother'], []])
})

test('a mother does not get a mother', () => {
  expect(errorsOf([nieuw, { naam: 'Centrum', moederpunt: 'Noord' }])).toEqual([[], ['desks.error.mother']])
})

test('twice in the file is said at the second row', () => {
  expect(errorsOf([nieuw, { ...nieuw, naam: 'NOORD' }])).toEqual([[], ['desks.import.error.twice']])
})

test('reading the outcome again changes nothing', () => {
  const rows = [
    { ...nieuw, moederpunt: 'centrum' },
    { naam: 'Centrum', straat: 'Stationsplein', open: 'ja' },
  ]
  const [added, changed] = changesOf(plan(rows))
  const after: DeskDetails[] = [added, changed].flatMap((change) => {
    if (!change) return []
    const { 'house-number': houseNumber, ...input } = change.input
    return [
      {
        ...input,
        houseNumber,
        libraryId: change.libraryId,
        id: change.id ?? 'noord',
        mother: change.motherName && 'centrum',
      },
    ]
  })
  expect(plan(rows, after).rows.map(({ status }) => status)).toEqual(['unchanged', 'unchanged'])
})
