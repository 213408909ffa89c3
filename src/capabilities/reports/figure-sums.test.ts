import { expect, test } from 'vitest'
import type { FigureChange } from '../contacts/public.ts'
import { sumChanges } from './figure-sums.ts'

const provinces = new Map([
  ['GM0307', 'PV26'],
  ['GM0363', 'PV27'],
])
const change = (changes: Partial<FigureChange> = {}): FigureChange => ({
  libraryId: 'library',
  deskId: 'desk',
  municipalityCode: 'GM0307',
  day: '2026-11-24',
  cells: { contacts: 1, questions: 2, 'channel-desk': 1, 'home:GM0344': 1 },
  ...changes,
})
const cellsOf = (changes: readonly FigureChange[], name: string) =>
  sumChanges(changes, provinces).find(
    ({ level, grain, startsOn }) => `${level} ${grain} ${startsOn}` === name,
  )?.cells

test('a change counts at five levels, in its day and its month', () => {
  expect(
    sumChanges([change()], provinces).map(
      ({ level, key, grain, startsOn }) => `${level} ${key} ${grain} ${startsOn}`,
    ),
  ).toEqual([
    'desk desk day 2026-11-24',
    'desk desk month 2026-11-01',
    'library library day 2026-11-24',
    'library library month 2026-11-01',
    'municipality GM0307 day 2026-11-24',
    'municipality GM0307 month 2026-11-01',
    'province PV26 day 2026-11-24',
    'province PV26 month 2026-11-01',
    'nation NL day 2026-11-24',
    'nation NL month 2026-11-01',
  ])
})

test('each level names its parts; homes are counted up to the municipality', () => {
  const own = { contacts: 1, questions: 2, 'channel-desk': 1 }
  const home = { 'home:GM0344': 1 }
  const cells = (level: string) => cellsOf([change()], `${level} day 2026-11-24`)
  expect(cells('desk')).toEqual({ ...own, ...home })
  expect(cells('library')).toEqual({ ...own, ...home, 'desk:desk': 1, 'questions/desk:desk': 2 })
  expect(cells('municipality')).toEqual(cells('library'))
  expect(cells('province')).toEqual({ ...own, 'municipality:GM0307': 1, 'questions/municipality:GM0307': 2 })
  expect(cells('nation')).toEqual({ ...own, 'province:PV26': 1, 'questions/province:PV26': 2 })
})

test('days of one month come together in the month, another place in its own municipality', () => {
  const elsewhere = change({ day: '2026-11-30', municipalityCode: 'GM0363', cells: { contacts: 1 } })
  const removed = change({ cells: { contacts: -1, questions: -2, 'channel-desk': -1, 'home:GM0344': -1 } })
  const sums = [change(), removed, elsewhere]
  expect(cellsOf(sums, 'library month 2026-11-01')).toEqual({ contacts: 1, 'desk:desk': 1 })
  expect(cellsOf(sums, 'nation month 2026-11-01')).toEqual({ contacts: 1, 'province:PV27': 1 })
})

test('a municipality that nobody knows stops the fold rather than losing a count', () => {
  expect(() => sumChanges([change({ municipalityCode: 'GM9999' })], provinces)).toThrow('GM9999')
})
