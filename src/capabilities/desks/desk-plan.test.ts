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
  code: '00000000',
  libraryId: 'eemdal',
  name: 'Centrum',
  kind: 'library',
  municipality: 'GM0307',
  mother: null,
  street: 'Eemplein',
  houseNumber: '71',
  postcode: '3812 EA',
  town: 'Amersfoort',
  point: null,
  host: null,
  phone: null,
  email: null,
  website: null,
  stepFree: true,
  hearingLoop: null,
  privateRoom: null,
  languages: ['en'],
  variant: 'basic',
  byAppointment: false,
  employees: 2,
  volunteers: null,
  partnerStaff: null,
  note: null,
  financiers: [],
  active: true,
  closedOn: null,
  successor: null,
}
const markt: DeskDetails = { ...centrum, id: 'markt', name: 'Markt', kind: 'pop-up', mother: 'centrum' }

type Cells = Readonly<Record<string, string>>
function plan(rows: readonly Cells[], known = [centrum, markt], libraries = [eemdal]) {
  return planDesks(
    rows.map((cells, at) => ({ line: at + 2, cells })),
    {
      desks: known,
      libraries,
      municipalities,
      addressProblems: ({ postcode }) =>
        postcode?.startsWith('9') ? [{ id: 'postcode', message: 'desks.error.postcode-unknown' }] : [],
      today: '2026-11-24',
    },
  )
}
const nieuw = { naam: 'Noord', soort: 'bibliotheek', gemeente: 'amersfoort' }
const errorsOf = (rows: readonly Cells[], libraries = [eemdal]) =>
  plan(rows, [centrum, markt], libraries).rows.map(({ errors }) => errors.map(({ key }) => key))

test('a new desk under a desk that is there', () => {
  const row = {
    ...nieuw,
    moederpunt: 'CENTRUM',
    postcode: '3811lp',
    plek: '52,16; 5,38',
    gastorganisatie: 'Buurthuis De Wende',
    telefoon: '033-0123456',
    'e-mail': 'noord@eemdal.example',
    website: 'eemdal.example/noord',
    drempelvrij: 'Ja',
    ringleiding: 'nee',
    talen: 'Turks; engels',
    variant: 'Breed',
    'op-afspraak': 'ja',
    medewerkers: '1',
    vrijwilligers: '12',
    toelichting: 'Bel aan bij de zijdeur.',
  }
  expect(plan([row]).rows).toEqual([
    {
      line: 2,
      name: 'Noord',
      status: 'new',
      errors: [],
      change: {
        id: undefined,
        libraryId: 'eemdal',
        motherName: 'CENTRUM',
        active: true,
        input: {
          name: 'Noord',
          kind: 'library',
          municipality: 'GM0307',
          street: null,
          houseNumber: null,
          postcode: '3811 LP',
          town: null,
          point: { latitude: 52.16, longitude: 5.38 },
          host: 'Buurthuis De Wende',
          phone: '033 012 34 56',
          email: 'noord@eemdal.example',
          website: 'https://eemdal.example/noord',
          stepFree: true,
          hearingLoop: false,
          privateRoom: null,
          languages: ['en', 'tr'],
          variant: 'broad',
          byAppointment: true,
          employees: 1,
          volunteers: 12,
          partnerStaff: null,
          note: 'Bel aan bij de zijdeur.',
          financiers: [],
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
  ['another language', { naam: 'Centrum', talen: 'Engels, Turks' }, 'changed'],
  [
    'the same in other words',
    { naam: 'Centrum', talen: 'en', drempelvrij: 'JA', variant: 'basis' },
    'unchanged',
  ],
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
  ['a postcode that is not there', { ...nieuw, postcode: '9999 ZZ' }, 'desks.error.postcode-unknown'],
  ['neither ja nor nee', { ...nieuw, open: 'soms' }, 'desks.import.error.yes-no'],
  ['neither ja nor nee of a door', { ...nieuw, drempelvrij: 'deels' }, 'desks.import.error.yes-no'],
  ['a language that is not there', { ...nieuw, talen: 'Turks, Klingon' }, 'desks.import.error.languages'],
  ['a variant that is not there', { ...nieuw, variant: 'groot' }, 'desks.import.error.variant'],
  ['no telephone number', { ...nieuw, telefoon: '12' }, 'desks.error.phone'],
  ['a telephone desk without a number', { ...nieuw, soort: 'telefoon' }, 'desks.error.phone-missing'],
  ['somebody’s address', { ...nieuw, toelichting: 'Jan, 3811 LP 12' }, 'desks.error.note-personal'],
  ['an outside desk without a mother', { ...nieuw, soort: 'vast' }, 'desks.error.mother-missing'],
  ['closed while a desk belongs to it', { naam: 'Centrum', open: 'nee' }, 'desks.import.error.children'],
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
  expect(errorsOf([child, { ...mother, open: 'nee' }])).toEqual([
    ['desks.error.mother'],
    ['desks.import.error.children'],
  ])
})

test('a mother does not get a mother', () => {
  expect(errorsOf([nieuw, { naam: 'Centrum', moederpunt: 'Noord' }])).toEqual([[], ['desks.error.mother']])
})

test('a mother and her child close together', () => {
  const rows = [
    { naam: 'Centrum', open: 'nee' },
    { naam: 'Markt', open: 'nee' },
  ]
  expect(errorsOf(rows)).toEqual([[], []])
})

test('at another address the point of the old one does not go along', () => {
  const standing = { ...centrum, point: { latitude: 52.1, longitude: 5.3 } }
  const pointOf = (row: Cells) => plan([row], [standing]).rows[0]?.change?.input.point
  expect(pointOf({ naam: 'Centrum', straat: 'Stationsplein' })).toBeNull()
  expect(pointOf({ naam: 'Centrum', telefoon: '0330123456' })).toEqual(standing.point)
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
  const after: DeskDetails[] = [added, changed].flatMap((change) =>
    change
      ? [
          {
            ...centrum,
            ...change.input,
            active: change.active,
            libraryId: change.libraryId,
            id: change.id ?? 'noord',
            mother: change.motherName && 'centrum',
          },
        ]
      : [],
  )
  expect(plan(rows, after).rows.map(({ status }) => status)).toEqual(['unchanged', 'unchanged'])
})
