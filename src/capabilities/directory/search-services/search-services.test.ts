import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'
import { proveDesk, publicScope } from '../../../platform/auth/scope.ts'
import { parseInstant } from '../../../platform/time/local-time.ts'
import type { AgreementFacts } from '../agreement.ts'
import { addAgreement } from '../keep-agreement/keep-agreement.command.ts'
import { addLocation } from '../keep-location/keep-location.command.ts'
import { addPartner, endPartner } from '../keep-partner/keep-partner.command.ts'
import { addService, keepHours } from '../keep-service/keep-service.command.ts'
import type { PartnerFacts } from '../partner.ts'
import { proposeServices } from '../propose-services/propose-services.query.ts'
import type { ServiceFacts } from '../service.ts'
import { isOpenAt, type ServiceHours } from '../service-hours.ts'
import { type SearchWish, searchServices } from './search-services.query.ts'

const { database, owner, world } = await testApp()
const scope = proveDesk(world.accounts.coordinator, world.library, world.desk)
const now = parseInstant('2026-11-24T09:00:00Z') ?? expect.fail()

const partner = (name: string, change: Partial<PartnerFacts> = {}): PartnerFacts => ({
  kind: 'welfare',
  name,
  shortName: null,
  description: '',
  website: null,
  email: null,
  phone: null,
  keeperAccountId: null,
  organisationId: null,
  reviewOn: '2027-05-01',
  ...change,
})
const service = (name: string, change: Partial<ServiceFacts> = {}): ServiceFacts => ({
  name,
  description: '',
  ways: ['visit'],
  byAppointment: false,
  targetGroups: [],
  languages: [],
  municipalityCodes: ['GM0307'],
  free: null,
  cost: '',
  eligibility: '',
  requiredDocuments: [],
  website: null,
  email: null,
  phone: null,
  capacity: 'unknown',
  isCourse: false,
  active: true,
  topicCodes: [],
  locationIds: [],
  ...change,
})
const agreement: AgreementFacts = {
  serviceId: null,
  whenToRefer: 'Bij schulden',
  way: 'phone',
  how: 'Bel',
  contactPersonId: null,
  deskId: null,
  consultationLabel: null,
  refersBack: '',
  answerDays: 5,
  validFrom: '2026-01-01',
  validUntil: null,
  reviewOn: '2027-01-01',
}
const tuesdayMorning: ServiceHours = {
  weekday: 2,
  opens: 540,
  closes: 720,
  fromDay: null,
  untilDay: null,
  note: '',
}
const ids: Record<string, string> = {}

async function add(
  who: PartnerFacts,
  what: ServiceFacts,
  more: { postcode?: string; hours?: ServiceHours[]; libraryId?: string | null } = {},
): Promise<string> {
  return database.write(scope, async (tx) => {
    const id = await addPartner(tx, scope, world.library, who, now)
    ids[who.name] = id
    const entry = { id, libraryId: world.library }
    const locationIds = more.postcode
      ? [
          await addLocation(
            tx,
            scope,
            entry,
            {
              facts: {
                name: '',
                street: 'Straat',
                houseNumber: '1',
                postcode: more.postcode,
                town: 'Amersfoort',
                municipalityCode: null,
                stepFree: null,
                note: '',
              },
              point: null,
              hours: more.hours ?? [],
            },
            now,
          ),
        ]
      : []
    return addService(tx, scope, entry, { facts: { ...what, locationIds }, hours: [] }, now)
  })
}

beforeAll(async () => {
  await add(
    partner('Stichting Grip op Geld'),
    service('Schuldhulpverlening', { topicCodes: ['digid', 'passport'], languages: ['tr'] }),
    { postcode: '3811 LP', hours: [tuesdayMorning] },
  )
  await add(partner('Buurthuis De Ronde'), service('Hulp bij formulieren'), { postcode: '3823 AA' })
  await add(
    partner('Raadslieden Eemdal'),
    service('Sociaal raadsvrouw', { topicCodes: ['digid', 'passport'] }),
    {
      postcode: '3811 LP',
    },
  )
  await add(
    partner('Landelijke Lijn'),
    service('Hulp aan de telefoon', {
      municipalityCodes: [],
      topicCodes: ['digid', 'passport'],
      ways: ['phone'],
    }),
  )
  await add(
    partner('Vergeten Stichting', { reviewOn: '2026-01-01' }),
    service('Oude hulp', { topicCodes: ['digid', 'passport'] }),
    { postcode: '3811 LP' },
  )
  await add(
    partner('Groninger Hulp'),
    service('Formulieren in het noorden', { municipalityCodes: ['GM0014'] }),
  )
})

const search = async (wish: Omit<SearchWish, 'now'>) =>
  database.read(scope, (db) => searchServices(db, scope, { ...wish, now }))
const names = async (wish: Omit<SearchWish, 'now'>) =>
  (await search(wish)).offers.map(({ partner: { name } }) => name)

test.each([
  ['its name', 'grip op geld'],
  ['another form of a word', 'schuld'],
  ['the plural', 'schulden'],
  ['part of a long word', 'hulpverlening'],
  ['the beginning of a word', 'schuldhulpv'],
  ['a typing error', 'schuldhulpverleening'],
  ['capitals and accents', 'GRÍP'],
])('finds by %s', async (_, words) => {
  expect((await names({ words }))[0]).toBe('Stichting Grip op Geld')
})

test('says what it looked for in place of a word that nobody ever wrote', async () => {
  expect((await search({ words: 'formulliren' })).mistaken).toEqual([
    { typed: 'formulliren', meant: ['formulieren'] },
  ])
  expect((await search({ words: 'formulieren' })).mistaken).toEqual([])
})

test('when nothing holds all of the words, finds what holds some', async () => {
  expect(await names({ words: 'formulieren zeppelin' })).toContain('Buurthuis De Ronde')
})

test('finds by the question that the words are about, though no entry has them', async () => {
  expect(await names({ words: 'inlogcode' })).toContain('Raadslieden Eemdal')
})

test('near a place, the nearest first, and none of elsewhere', async () => {
  const place = { latitude: 52.1561, longitude: 5.3878, municipalityCode: 'GM0307' }
  const found = await names({ words: 'formulieren', place })
  expect(found).toEqual(['Buurthuis De Ronde'])
  const { offers } = await search({ place })
  expect(offers.map(({ partner: { name } }) => name)).not.toContain('Groninger Hulp')
  expect(offers.find(({ partner: { name } }) => name === 'Stichting Grip op Geld')?.metres).toBeLessThan(3000)
})

test('open now by its own hours and those of its place', async () => {
  expect(await names({ openNow: true })).toEqual(['DigiHulplijn', 'Stichting Grip op Geld'])
})

test('in a language and for a group', async () => {
  expect(await names({ languages: ['tr'] })).toEqual(['Stichting Grip op Geld'])
  expect(await names({ targetGroups: ['seniors'] })).toEqual([])
})

test('what has ended is not found, and is again when it comes back', async () => {
  const id = ids['Buurthuis De Ronde'] ?? ''
  const end = (version: number, day: string | null) =>
    database.write(scope, (tx) => endPartner(tx, scope, { id, libraryId: world.library, version }, day, now))
  await end(1, '2026-11-24')
  expect(await names({ words: 'formulieren' })).not.toContain('Buurthuis De Ronde')
  await end(2, null)
  expect(await names({ words: 'formulieren' })).toContain('Buurthuis De Ronde')
  await expect(end(2, null)).rejects.toMatchObject({ reason: 'conflict' })
})

test('everybody may search; agreements are for the library alone, and put who has one first', async () => {
  await database.write(scope, (tx) =>
    addAgreement(tx, scope, ids['Raadslieden Eemdal'] ?? '', { ...agreement, serviceId: null }, now),
  )
  const { offers } = await search({ topicCode: 'passport' })
  expect(offers[0]?.partner.name).toBe('Raadslieden Eemdal')
  expect(offers[0]?.agreement?.whenToRefer).toBe('Bij schulden')
  const open = await database.read(publicScope, (db) =>
    searchServices(db, publicScope, { topicCode: 'passport', now }),
  )
  expect(open.total).toBe(4)
  expect(open.offers.every((offer) => offer.agreement === undefined)).toBe(true)
})

test('proposes by agreement, then who is near, then the national; not what nobody looked at', async () => {
  const proposals = await database.read(scope, (db) =>
    proposeServices(db, scope, {
      topicCodes: ['passport'],
      municipalityCode: 'GM0307',
      libraryId: world.library,
      now,
    }),
  )
  expect(proposals.map(({ partner: { name }, ground }) => [name, ground])).toEqual([
    ['Raadslieden Eemdal', 'agreement'],
    ['Stichting Grip op Geld', 'local'],
    ['Landelijke Lijn', 'national'],
  ])
})

test('signs and odd words do no harm', async () => {
  for (const words of ["';--", '& | ! ( ) :*', 'de het een', '\\', '%_%', 'a'.repeat(500)])
    expect((await search({ words })).total).toBeGreaterThanOrEqual(0)
})

test('another library keeps its hands off the entry', async () => {
  const other = proveDesk(world.accounts.otherManager, world.otherLibrary, world.otherDesk)
  await expect(
    database.write(other, (tx) =>
      addService(
        tx,
        other,
        { id: ids['Raadslieden Eemdal'] ?? '', libraryId: world.library },
        { facts: service('Valse hulp'), hours: [] },
        now,
      ),
    ),
  ).rejects.toThrow(/row-level security/)
})

test('the national organisations of the guide stand ready, tied to their topics', async () => {
  const propose = (topicCode: string) =>
    database.read(scope, (db) =>
      proposeServices(db, scope, {
        topicCodes: [topicCode],
        municipalityCode: 'GM0307',
        libraryId: world.library,
        now,
      }),
    )
  expect((await propose('unemployment-benefit')).map(({ partner: { name } }) => name)).toEqual([
    'Uitvoeringsinstituut Werknemersverzekeringen',
  ])
  const [line] = (await search({ words: 'digihulplijn' })).offers
  expect(line?.partner).toMatchObject({ phone: '0800 1508', libraryId: null, source: 'reference' })
  expect(line?.hours.map(({ weekday, opens, closes }) => [weekday, opens, closes])).toEqual(
    [1, 2, 3, 4, 5].map((weekday) => [weekday, 540, 1020]),
  )
})

test('the database and the code agree on when a service is open', async () => {
  const { rows } = await owner.query<{ id: string; partner_id: string }>(
    `select id, partner_id from directory.services where name = 'Schuldhulpverlening'`,
  )
  const { id = '', partner_id: partnerId = '' } = rows[0] ?? {}
  const day = fc.integer({ min: 20, max: 30 }).map((number) => `2026-11-${number}`)
  const hours = fc
    .record({
      weekday: fc.integer({ min: 1, max: 7 }),
      opens: fc.integer({ min: 0, max: 1439 }),
      minutes: fc.integer({ min: 1, max: 1440 }),
      fromDay: fc.option(day),
      untilDay: fc.option(day),
    })
    .map(({ minutes, ...rest }): ServiceHours => ({ ...rest, closes: rest.opens + minutes, note: '' }))
  await fc.assert(
    fc.asyncProperty(
      fc.array(hours, { minLength: 1, maxLength: 4 }),
      fc.array(fc.record({ day, minute: fc.integer({ min: 0, max: 1439 }) }), {
        minLength: 1,
        maxLength: 10,
      }),
      async (all, moments) => {
        await database.keep(scope, (tx) => keepHours(tx, scope, { partnerId, serviceId: id }, all))
        const answers = await owner.query<{ open: boolean }>(
          `select directory.is_open($1, $2, day, minute) as open from json_to_recordset($3) as moment (day date, minute int)`,
          [id, partnerId, JSON.stringify(moments)],
        )
        expect(answers.rows.map(({ open }) => open)).toEqual(moments.map((moment) => isOpenAt(all, moment)))
      },
    ),
    { numRuns: 60 },
  )
})
