import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  type HsdsShape,
  hasSpecification,
  parametersOf,
  pathsOfFeed,
  wrongWith,
} from '../../../../tests/support/hsds.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import { topicTaxonomy, topicTermId } from '../hsds-fields.ts'
import { feedLists } from './answer-hsds.form.ts'

const balie = await testApp()
const { owner, world, anonymous, app } = balie
const [partner, ended, service, location] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
const topic =
  (
    await owner.query<{ code: string }>(
      'select code from lists.topics where code not in (select topic_code from directory.service_topics) order by code limit 1',
    )
  ).rows[0]?.code ?? ''

await owner.query(
  `insert into directory.partners (id, library_id, kind, name, short_name, description, website, email, phone, review_on, confirmed_on, source, ended_on, created_at) values
     ($1, $3, 'legal-advice', 'Raadslieden Eemdal', 'SRW', 'Hulp met geld en regels.', 'https://raadslieden.example', 'post@raadslieden.example', '033 012 34 56', '2027-01-01', '2026-06-01', 'hand', null, now()),
     ($2, null, 'other', 'Opgeheven Wijkhulp', null, '', null, null, null, '2027-01-01', null, 'hand', '2026-01-01', now())`,
  [partner, ended, world.library],
)
await owner.query(
  `insert into directory.services (id, partner_id, name, description, ways, by_appointment, languages, municipality_codes, free, eligibility, required_documents, created_at)
   values ($1, $2, 'Spreekuur geld', 'Wij kijken mee naar brieven.', '{visit,phone}', true, '{tr,ar}', '{GM0307}', true, 'Inwoners van Amersfoort', '{Identiteitsbewijs}', now())`,
  [service, partner],
)
await owner.query('insert into directory.service_topics values ($1, $2)', [service, topic])
await owner.query(
  `insert into directory.locations (id, partner_id, name, street, house_number, postcode, town, municipality_code, latitude, longitude, step_free, created_at)
   values ($1, $2, 'Huis van de wijk', 'Plein', '1', '3811 AB', 'Amersfoort', 'GM0307', 52.156, 5.39, true, now())`,
  [location, partner],
)
await owner.query('insert into directory.service_locations (service_id, location_id) values ($1, $2)', [
  service,
  location,
])
await owner.query(
  `insert into directory.hours (id, partner_id, service_id, location_id, weekday, opens, closes, note) values
     (gen_random_uuid(), $1, $2, $3, 2, 540, 720, ''), (gen_random_uuid(), $1, $2, null, null, null, null, 'Bel voor een afspraak')`,
  [partner, service, location],
)
await owner.query(
  `insert into directory.contact_persons (id, partner_id, name, email, phone, created_at) values (gen_random_uuid(), $1, 'Verzonnen Naam', 'naam@raadslieden.example', '06 00 00 00 00', now())`,
  [partner],
)
await owner.query(
  `update desks.desks set street = 'Plein', house_number = '2', postcode = '3811 AB', town = 'Amersfoort', latitude = 52.156, longitude = 5.39,
     languages = '{tr}', step_free = true, phone = '033 011 22 33', website = 'https://eemdal.example' where id = $1`,
  [world.desk],
)
const timetable = randomUUID()
await owner.query(
  `insert into desks.timetables (id, desk_id, kind, from_day, version, created_at) values ($1, $2, 'ordinary', '2026-01-01', 1, now())`,
  [timetable, world.desk],
)
await owner.query(
  `insert into desks.hours (id, desk_id, timetable_id, weekday, opens, closes, kind, access, created_at) values (gen_random_uuid(), $1, $2, 2, 600, 720, 'desk', 'walk-in', now())`,
  [world.desk, timetable],
)

interface Answer {
  readonly total_items: number
  readonly total_pages: number
  readonly contents: readonly { readonly id: string; readonly name: string }[]
}
const ask = async (path: string) => anonymous().get(`/hsds${path}`)
const read = async (path: string): Promise<Answer> => (await (await ask(path)).json()) as Answer
const namesOf = ({ contents }: Answer): string[] => contents.map(({ name }) => name).toSorted()

describe.runIf(hasSpecification)('by the schemas of the specification', () => {
  test('every address of it is there, and every parameter of every list is understood', async () => {
    const paths = pathsOfFeed()
    expect(paths).toHaveLength(11)
    for (const path of paths.filter((each) => !each.includes('{') && each !== '/')) {
      expect(feedLists[path.slice(1) as keyof typeof feedLists].toSorted()).toEqual(
        parametersOf(path).toSorted(),
      )
      expect((await ask(path)).status, path).toBe(200)
    }
    expect((await ask('')).status).toBe(200)
  })

  test.each([
    ['organizations', 'organization'],
    ['services', 'service'],
    ['service_at_locations', 'service_at_location'],
  ] as const)('%s are valid, item by item, brief and full and one by one', async (list, shape) => {
    for (const full of [false, true]) {
      const answer = await read(`/${list}?per_page=500${full ? '&full=true' : ''}`)
      expect(wrongWith(answer, 'page')).toEqual([])
      expect(answer.contents.length).toBe(answer.total_items)
      expect(answer.contents.length).toBeGreaterThan(2)
      for (const item of answer.contents) {
        expect(wrongWith(item, full ? shape : (`${shape}_list` as HsdsShape))).toEqual([])
        if (!full) continue
        const one = await (await ask(`/${list}/${item.id}`)).json()
        expect(wrongWith(one, shape)).toEqual([])
        expect(one).toMatchObject(list === 'organizations' ? { name: item.name } : (item as object))
      }
    }
    expect(
      wrongWith(await (await ask(`/organizations/${partner}?full_service=true`)).json(), 'organization'),
    ).toEqual([])
  })

  test('the topics are a taxonomy', async () => {
    for (const item of (await read('/taxonomies')).contents) expect(wrongWith(item, 'taxonomy')).toEqual([])
    const terms = await read('/taxonomy_terms?per_page=500')
    expect(terms.contents.length).toBeGreaterThan(50)
    for (const item of terms.contents) expect(wrongWith(item, 'taxonomy_term')).toEqual([])
    expect((await ask(`/taxonomies/${topicTaxonomy.id}`)).status).toBe(200)
    expect((await (await ask(`/taxonomy_terms/${topicTermId(topic)}`)).json()) as object).toMatchObject({
      code: topic,
    })
  })
})

test('tells the directory and the desks, with hours, languages and access', async () => {
  const one = await (await ask(`/services/${service}`)).json()
  expect(one).toMatchObject({
    name: 'Spreekuur geld',
    status: 'active',
    assured_date: '2026-06-01',
    organization: { name: 'Raadslieden Eemdal', phones: [{ number: '033 012 34 56' }] },
    languages: [{ code: 'tr', name: 'Turks' }, { code: 'ar' }],
    service_areas: [{ extent: 'GM0307', name: 'Amersfoort' }],
    schedules: [{ description: 'Bel voor een afspraak' }],
    service_at_locations: [
      {
        schedules: [{ byday: 'TU', opens_at: '09:00', closes_at: '12:00' }],
        location: { accessibility: [{ description: 'Drempelvrij' }] },
      },
    ],
  })
  const desk = await (await ask(`/services/${world.desk}`)).json()
  expect(desk).toMatchObject({
    name: 'Informatiepunt Digitale Overheid Eemdal Centrum',
    organization: { name: 'Bibliotheek Eemdal' },
    languages: [{ code: 'tr' }],
    service_at_locations: [
      { schedules: [{ byday: 'TU' }, { byday: 'TU' }], location: { addresses: [{ city: 'Amersfoort' }] } },
    ],
  })
})

test('never tells a person, nor what ended', async () => {
  for (const list of Object.keys(feedLists)) {
    const text = await (
      await ask(`/${list}?format=ndjson${list.startsWith('taxo') ? '' : '&full=true'}`)
    ).text()
    expect(text.length).toBeGreaterThan(10)
    expect(text).not.toMatch(/Verzonnen Naam|naam@raadslieden|06 00 00|contacts|Opgeheven/)
  }
  expect((await ask(`/organizations/${ended}`)).status).toBe(404)
})

test('can be asked by words, topic, organisation, place and change', async () => {
  expect(namesOf(await read('/services?search=spreekuur'))).toEqual(['Spreekuur geld'])
  expect(
    namesOf(await read('/services?search=informatiepunt%20digitale%20overheid%20eemdal%20noord')),
  ).toHaveLength(1)
  expect(namesOf(await read(`/services?taxonomy_term_id=${topicTermId(topic)}`))).toEqual(['Spreekuur geld'])
  expect(namesOf(await read(`/services?taxonomy_id=${topicTaxonomy.id}`))).toContain('Spreekuur geld')
  expect((await read(`/services?taxonomy_id=${randomUUID()}`)).total_items).toBe(0)
  expect((await read(`/services?organization_id=${world.library}`)).total_items).toBe(3)
  expect(namesOf(await read(`/organizations?taxonomy_term_id=${topicTermId(topic)}`))).toEqual([
    'Raadslieden Eemdal',
  ])
  expect((await read('/service_at_locations?postcode=3811AB&proximity=2000')).total_items).toBe(2)
  expect((await read('/service_at_locations?postcode=9711AA&proximity=2000')).total_items).toBe(0)
  expect((await read('/service_at_locations?postcode=3811AB')).contents.length).toBeGreaterThan(1)
  // When a desk was changed is not known: it is always told.
  expect(namesOf(await read('/services?modified_after=2999-01-01'))).not.toContain('Spreekuur geld')
  expect(namesOf(await read('/services?modified_after=2020-01-01T00:00:00%2B01:00'))).toContain(
    'Spreekuur geld',
  )
})

test('what is written of a service counts as a change of it, also at its hours and topics', async () => {
  await owner.query(`update directory.partners set changed_at = '2020-01-01'`)
  const modified = async () => {
    await owner.query(`alter table directory.services disable trigger services_changed`)
    await owner.query(`update directory.services set changed_at = '2020-01-01'`)
    await owner.query(`alter table directory.services enable trigger services_changed`)
  }
  const isTold = async () =>
    namesOf(await read(`/services?modified_after=2021-01-01&search=spreekuur&organization_id=${partner}`))
      .length > 0
  await owner.query(`alter table directory.partners disable trigger partners_changed`)
  await owner.query(`update directory.partners set changed_at = '2020-01-01'`)
  await owner.query(`alter table directory.partners enable trigger partners_changed`)
  for (const change of [
    `update directory.services set cost = ''`,
    `update directory.hours set note = note`,
    `delete from directory.service_topics`,
    `insert into directory.service_topics select id, '${topic}' from directory.services`,
  ]) {
    await modified()
    expect(await isTold(), change).toBe(false)
    await owner.query(change)
    expect(await isTold(), change).toBe(true)
  }
})

test('pages follow each other, over desks and directory, with nothing twice and nothing left out', async () => {
  const all = (await read('/services?per_page=500')).contents.map(({ id }) => id)
  const seen: string[] = []
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const answer = await read(`/services?per_page=2&page=${page}`)
    pages = answer.total_pages
    seen.push(...answer.contents.map(({ id }) => id))
  }
  expect(seen).toEqual(all)
  expect(new Set(seen).size).toBe(seen.length)
  const lines = (await (await ask('/services?format=ndjson')).text()).trim().split('\n')
  expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(all)
  expect((await read('/services?minimal=true')).contents.map((item) => Object.keys(item))).toContainEqual([
    'id',
    'modified_date',
  ])
})

test('says of each part that cannot be understood what it should be', async () => {
  const response = await ask(
    '/services?page=0&per_page=x&full=ja&organization_id=1&modified_after=gisteren&kleur=rood&search=a&search=b',
  )
  expect(response.status).toBe(400)
  const { invalid_params } = (await response.json()) as { invalid_params: { name: string }[] }
  expect(invalid_params.map(({ name }) => name).toSorted()).toEqual([
    'full',
    'kleur',
    'modified_after',
    'organization_id',
    'page',
    'per_page',
    'search',
  ])
  expect((await ask('/service_at_locations?proximity=500')).status).toBe(400)
  expect((await ask('/services/geen-id')).status).toBe(404)
  expect((await ask(`/services/${randomUUID()}`)).status).toBe(404)
})

test('other sites may ask, and who has the answer already gets none', async () => {
  const response = await ask('/services')
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  const again = await app.request('http://balie.test/hsds/services', {
    headers: { 'if-none-match': response.headers.get('etag') ?? '' },
  })
  expect(again.status).toBe(304)
  expect(await (await app.request('http://verzonnen.test/hsds/services?full=true')).text()).not.toContain(
    'verzonnen.test',
  )
})
