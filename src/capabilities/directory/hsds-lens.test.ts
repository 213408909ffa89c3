import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { example, hasSpecification, lostFrom } from '../../../tests/support/hsds.ts'
import { addDays } from '../../platform/time/local-time.ts'
import { type Json, type JsonObject, withoutPersons, writtenOut } from './hsds-document.ts'
import { locationLenses, pairLenses, partnerLenses, serviceLenses } from './hsds-fields.ts'
import type { ReachHours } from './hsds-hours.ts'
import { type Lens, mergeRow, readRow, writeRow } from './hsds-lens.ts'
import { organizationsIn, putTogether, takeApart } from './hsds-parts.ts'
import { partnerKinds } from './partner.ts'

const words = {
  topics: new Map([
    ['money', 'Geld en schulden'],
    ['digid', 'DigiD'],
  ]),
  municipalities: new Map([['GM0307', 'Amersfoort']]),
}
const services = serviceLenses(words)

/** Texts as they come from a form or a feed: with no blanks around them. */
const line = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.trim())
const filled = line.filter((text) => text !== '')
const web = fc.webUrl()
const day = fc.integer({ min: 0, max: 4000 }).map((number) => addDays('2020-01-01', number))
const orNull = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.option(arbitrary, { nil: null })
const hours: fc.Arbitrary<ReachHours[]> = fc.uniqueArray(
  fc
    .record({
      weekday: orNull(fc.integer({ min: 1, max: 7 })),
      opens: fc.integer({ min: 0, max: 1439 }),
      length: fc.integer({ min: 1, max: 1440 }),
      fromDay: orNull(day),
      untilDay: orNull(day),
      note: line,
    })
    .map(({ weekday, opens, length, note, ...period }) => ({
      ...period,
      weekday,
      opens: weekday === null ? null : opens,
      closes: weekday === null ? null : opens + length,
      note: weekday === null ? note || 'op afspraak' : note,
    })),
  {
    maxLength: 6,
    selector: (row) =>
      JSON.stringify([row.weekday, row.opens, row.closes, row.fromDay, row.untilDay, row.note]),
  },
)
const list = (values: fc.Arbitrary<string>) => fc.uniqueArray(values, { maxLength: 4 })
const mail = fc.constantFrom('info@voorbeeld.nl', 'post@wijk.example')

const partner = fc.record({
  name: filled,
  shortName: orNull(filled),
  kind: fc.constantFrom(...partnerKinds),
  description: line,
  website: orNull(web),
  email: orNull(mail),
  phone: orNull(filled),
})
const service = fc.record({
  name: filled,
  description: line,
  website: orNull(web),
  email: orNull(mail),
  phone: orNull(filled),
  active: fc.boolean(),
  ways: fc.subarray(['visit', 'phone', 'online', 'at-home']),
  byAppointment: fc.boolean(),
  targetGroups: list(filled),
  languages: fc.subarray(['tr', 'ar', 'pl', 'uk']),
  municipalityCodes: fc.subarray(['GM0307', 'GM0344']),
  free: orNull(fc.boolean()),
  cost: line,
  eligibility: line,
  requiredDocuments: list(filled),
  capacity: fc.constantFrom('unknown', 'open', 'limited', 'full'),
  capacityOn: orNull(day),
  isCourse: fc.boolean(),
  topics: fc.subarray(['money', 'digid']),
  hours,
})
const location = fc.record({
  name: line,
  note: line,
  address: fc.record({
    first: line,
    postcode: orNull(fc.constantFrom('3811 AB', '1012 XY')),
    town: line,
  }),
  latitude: orNull(fc.double({ min: 50, max: 54, noNaN: true })),
  longitude: orNull(fc.double({ min: 3, max: 8, noNaN: true })),
  stepFree: orNull(fc.boolean()),
  hours,
})
/** Anything that a feed of somebody else may hold in the fields that we read, and in others. */
const strange = fc.dictionary(
  fc.constantFrom(
    'name',
    'status',
    'url',
    'website',
    'email',
    'phones',
    'schedules',
    'attributes',
    'addresses',
    'languages',
    'service_areas',
    'accessibility',
    'latitude',
    'required_documents',
    'x-anders',
  ),
  fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.array(
      fc.dictionary(
        fc.constantFrom(
          'id',
          'number',
          'value',
          'link_type',
          'code',
          'extent',
          'byday',
          'freq',
          'opens_at',
          'closes_at',
          'description',
          'address_1',
          'city',
          'postal_code',
        ),
        fc.oneof(
          line,
          fc.constantFrom(
            'MO,TU',
            'WEEKLY',
            '09:00',
            '17:00+01:00',
            'GM0307',
            'tr',
            'balie:way',
            'visit',
            '3811ab',
          ),
          fc.integer(),
        ),
      ),
      { maxLength: 3 },
    ),
  ),
) as fc.Arbitrary<JsonObject>

const cases = [
  ['an organisation', partnerLenses, partner],
  ['a service', services, service],
  ['a location', locationLenses, location],
  ['a service at a place', pairLenses, fc.record({ hours })],
] as const

const ordered = (value: unknown): unknown => (Array.isArray(value) ? value.map(writtenOut).sort() : value)
const byField = (row: object) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, ordered(value)]))

describe.each(cases)('%s', (_name, lenses, arbitrary) => {
  const all = lenses as unknown as Record<string, Lens<unknown>>

  test('what is put in a document is what one gets from it, whatever stood there', () => {
    fc.assert(
      fc.property(strange, arbitrary as fc.Arbitrary<object>, (document, row) => {
        const written = writeRow(all, { ...document, id: 'x' }, row as Record<string, unknown>)
        expect(byField(readRow(all, written))).toEqual(byField(row))
      }),
      { numRuns: 300 },
    )
  })

  test('a document that was taken in goes out as it came', () => {
    fc.assert(
      fc.property(strange, (document) => {
        expect(writeRow(all, document, readRow(all, document))).toBe(document)
      }),
      { numRuns: 300 },
    )
  })

  test('what was changed here stays when the source comes again; the rest follows it', () => {
    fc.assert(
      fc.property(arbitrary as fc.Arbitrary<object>, arbitrary as fc.Arbitrary<object>, (row, later) => {
        const [before, now] = [row, later].map((each) =>
          writeRow(all, { id: 'x' }, each as Record<string, unknown>),
        )
        if (!before || !now) return
        expect(byField(mergeRow(all, readRow(all, before), { before, now }))).toEqual(byField(later))
        expect(
          byField(mergeRow(all, later as Record<string, unknown>, { before: before, now: before })),
        ).toEqual(byField(later))
      }),
    )
  })
})

describe.runIf(hasSpecification)('the examples of the specification', () => {
  test.each(['organization_full', 'organization_list', 'service_full', 'service_list'])(
    '%s comes apart and together again with nothing lost but persons',
    (name) => {
      const found = organizationsIn(example(name) as Json) ?? []
      expect(found.length).toBeGreaterThan(0)
      for (const sent of found) {
        const { document } = withoutPersons(sent)
        const parts = takeApart(document as JsonObject)
        const again = {
          organization: writeRow(
            partnerLenses,
            parts.organization,
            readRow(partnerLenses, parts.organization),
          ),
          locations: parts.locations.map((each) =>
            writeRow(locationLenses, each, readRow(locationLenses, each)),
          ),
          services: parts.services.map((each) => ({
            ...each,
            document: writeRow(services, each.document, readRow(services, each.document)),
          })),
        }
        // Whose a service is stands above it, once.
        const whole = putTogether(again)
        expect(
          lostFrom(JSON.parse(JSON.stringify(document).replaceAll('"organization":{', '"_":{')), {
            ...whole,
            services: (whole.services as JsonObject[] | undefined)?.map((each) => ({ ...each, _: whole })),
          }),
        ).toEqual([])
      }
    },
  )
})

test('persons are left out, and counted', () => {
  const { document, persons } = withoutPersons({
    name: 'Wijkteam',
    contacts: [{ name: 'Iemand' }, { name: 'Nog iemand' }],
    services: [{ name: 'Spreekuur', contacts: [{ name: 'Iemand' }], phones: [{ number: '033 000 00 00' }] }],
  })
  expect(persons).toBe(3)
  expect(document).toEqual({
    name: 'Wijkteam',
    services: [{ name: 'Spreekuur', phones: [{ number: '033 000 00 00' }] }],
  })
})
