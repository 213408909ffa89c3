import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  looksLikePostcode,
  partsOf,
  postcodeIn,
  type Town,
  townsCalled,
  townsLike,
  writtenForms,
} from './whereabouts.ts'

const towns = parse<Record<string, string>>(readFileSync('db/reference/towns.csv', 'utf8'), {
  columns: true,
}).map(
  (row): Town => ({
    name: row.name ?? '',
    municipalityCode: row.municipality_code ?? '',
    municipality: '',
    latitude: Number(row.latitude),
    longitude: Number(row.longitude),
    inhabitants: Number(row.inhabitants),
    written: writtenForms([row.name ?? '', ...(row.spellings ? row.spellings.split(';') : [])]),
  }),
)

describe('a postcode', () => {
  test.each([
    ['3811', '3811'],
    ['3811LP', '3811'],
    ['3811 lp', '3811'],
    ['Eemplein 71, 3811 LP Amersfoort', '3811'],
    ['0811', undefined],
    ['38111', undefined],
    ['381', undefined],
    ['Plein 1944', '1944'],
    ['Amersfoort', undefined],
  ])('in %j is %s', (text, postcode) => expect(postcodeIn(text)).toBe(postcode))

  test.each(['99', '0811 lp', '12345', '3811 l'])('%j looks like one', (text) =>
    expect(looksLikePostcode(text)).toBe(true),
  )
  test.each(['Amersfoort', '7 Dorpen', ''])('%j does not', (text) =>
    expect(looksLikePostcode(text)).toBe(false),
  )
})

describe('a town', () => {
  test.each([
    ['Den Haag', "'s-Gravenhage"],
    ['the hague', "'s-Gravenhage"],
    ["'s Gravenhage", "'s-Gravenhage"],
    ['den bosch', "'s-Hertogenbosch"],
    ['AMERSFOORT', 'Amersfoort'],
    ['alphen a/d rijn', 'Alphen aan den Rijn'],
    ['Andyk', 'Andijk'],
    ['gemeente Utrecht', 'Utrecht'],
  ])('written %j is %s', (text, name) => expect(townsCalled(towns, text)[0]?.name).toBe(name))

  test('of which there are two is both, the larger first', () => {
    const found = townsCalled(towns, 'Bergen')
    expect(found.length).toBeGreaterThanOrEqual(2)
    expect(found[0]?.inhabitants).toBeGreaterThanOrEqual(found[1]?.inhabitants ?? 0)
  })

  test.each([
    ['Amersfort', 'Amersfoort'],
    ['Amserfoort', 'Amersfoort'],
    ['Roterdam', 'Rotterdam'],
    ['Utrech', 'Utrecht'],
    ['Middelburch', 'Middelburg'],
    ['Alphen aan', 'Alphen aan den Rijn'],
    ['Leeuwaarden', 'Leeuwarden'],
  ])('with a mistake %j is %s', (text, name) => expect(townsLike(towns, text)[0]?.name).toBe(name))

  test.each(['zq', 'xxxxxxxx', '!!!', ''])('%j is none', (text) => expect(townsLike(towns, text)).toEqual([]))

  test('is found with any one letter left out of a long name', () => {
    const long = towns.filter(({ name, inhabitants }) => name.length >= 8 && inhabitants > 20_000)
    fc.assert(
      fc.property(fc.constantFrom(...long), fc.nat(), (town, at) => {
        const name = town.written[0] ?? ''
        const position = at % name.length
        const text = name.slice(0, position) + name.slice(position + 1)
        return [...townsCalled(towns, text), ...townsLike(towns, text)].some(
          ({ name: found }) => found === town.name,
        )
      }),
    )
  })
})

test.each([
  ['Stationsplein 4, Amersfoort', 'Amersfoort'],
  ['bibliotheek in den haag', 'den haag'],
  ['Overvecht Utrecht', 'Utrecht'],
])('in %j one may look for %s', (text, part) => expect(partsOf(text)).toContain(part))
