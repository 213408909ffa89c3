import fc from 'fast-check'
import type { Told } from './directory-import.ts'

/** Organisations as anybody's feed may tell them, with more in them than we know. */
export const anybody = (seed: number, many: number) => {
  const word = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .filter((text) => text.trim() === text && text !== '' && !text.includes('\0'))
  const id = fc.uuid({ version: 4 })
  const schedule = fc.record({
    id,
    freq: fc.constantFrom('WEEKLY', 'MONTHLY'),
    byday: fc.constantFrom('MO', 'TU,TH', '1WE'),
    opens_at: fc.constantFrom('09:00', '10:30+01:00', '08:00Z'),
    closes_at: fc.constantFrom('12:00', '17:00+01:00', '00:30'),
    description: word,
    'x-eigen': word,
  })
  const location = fc.record({
    id,
    location_type: fc.constant('physical'),
    name: word,
    latitude: fc.double({ min: 51, max: 53, noNaN: true }),
    longitude: fc.double({ min: 4, max: 7, noNaN: true }),
    addresses: fc.array(
      fc.record({
        id,
        address_1: fc.constantFrom('Plein 1', 'Lange Weg 12 bis', 'Kade', 'Dorpsstraat  4'),
        city: word,
        state_province: fc.constantFrom('UT', ''),
        postal_code: fc.constantFrom('3811ab', '3811 AB', 'onbekend'),
        country: fc.constant('NL'),
        address_type: fc.constantFrom('physical', 'postal'),
      }),
      { maxLength: 2 },
    ),
    schedules: fc.array(schedule, { maxLength: 2 }),
    'x-eigen': fc.jsonValue({ maxDepth: 1 }),
  })
  const service = (place: object | undefined) =>
    fc.record({
      id,
      name: word,
      status: fc.constantFrom('active', 'inactive', 'temporarily closed'),
      url: fc.constantFrom('https://dienst.example/x', 'geen adres'),
      description: word,
      assured_date: fc.constantFrom('2026-05-01', '2024-01-01'),
      phones: fc.array(fc.record({ id, number: word, 'x-eigen': word }), { maxLength: 2 }),
      languages: fc.array(fc.record({ id, code: fc.constantFrom('tr', 'nl-NL', 'ar'), name: word }), {
        maxLength: 2,
      }),
      schedules: fc.array(schedule, { maxLength: 2 }),
      cost_options: fc.array(fc.record({ id, amount: fc.integer() }), { maxLength: 1 }),
      attributes: fc.array(
        fc.record({ id, value: word, taxonomy_term: fc.record({ id, name: word, description: word }) }),
        { maxLength: 2 },
      ),
      service_at_locations: place
        ? fc
            .record({ id, description: word, schedules: fc.array(schedule, { maxLength: 1 }) })
            .map((pair) => [{ ...pair, location: place }])
        : fc.constant([]),
    })
  const organization = location.chain((place) =>
    fc.record({
      id,
      name: word,
      description: word,
      website: fc.constantFrom('https://www.voorbeeld.example/', 'nergens'),
      tax_id: word,
      locations: fc.constant([place]),
      services: fc.tuple(service(place), service(undefined)),
      organization_identifiers: fc.array(fc.record({ id, identifier_type: word, identifier: word }), {
        maxLength: 2,
      }),
    }),
  )
  return JSON.parse(JSON.stringify(fc.sample(organization, { seed, numRuns: many }))) as Told[]
}
