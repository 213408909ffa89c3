import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world } = await testApp()
const list = '/beheer/sociale-kaart'
const partner = {
  name: 'Raadslieden Amersfoort',
  'short-name': 'Raadslieden',
  kind: 'legal-advice',
  description: 'Gratis hulp bij brieven en geld.',
  phone: '033 123 45 67',
  email: 'info@raadslieden.example',
  website: 'raadslieden.example',
  keeper: '',
  organisation: '',
  'review.day': '1',
  'review.month': '5',
  'review.year': '2027',
}
const found = async <Row extends object>(table: string, where = 'true') =>
  (
    await owner.query<Row & { id: string; version: number }>(
      `select * from directory.${table} where ${where}`,
    )
  ).rows

async function addPartner(
  change: Record<string, string> = {},
  person: 'coordinator' | 'analyst' = 'coordinator',
) {
  const response = await (await as(person)).post(`${list}/organisatie`, { ...partner, ...change })
  expect(response.status).toBe(303)
  return `${response.headers.get('location')}`.replace(/\?.*/, '')
}

test('a coordinator adds an organisation with a place, a service, somebody to call and an agreement', async () => {
  const browser = await as('coordinator')
  const page = await addPartner()
  await owner.query(
    `insert into desks.timetables (id, desk_id, kind, from_day, version, created_at) values ($1, $2, 'ordinary', '2026-01-01', 1, now())`,
    [world.places[0], world.desk],
  )
  await owner.query(
    `insert into desks.hours (id, desk_id, timetable_id, weekday, opens, closes, kind, label, access, languages, created_at)
     values ($1, $2, $1, 3, 600, 720, 'consultation', 'Raadslieden', 'appointment', '{}', now())`,
    [world.places[0], world.desk],
  )
  expect(
    (
      await browser.post(`${page}/plaats`, {
        name: 'Kantoor',
        street: 'Stadsring',
        'house-number': '1',
        postcode: '3811lp',
        town: 'Amersfoort',
        hours: 'ma-do 9-17, vr 9-12',
        'step-free': 'yes',
      })
    ).status,
  ).toBe(303)
  const [location] = await found<{ postcode: string; latitude: number; municipality_code: string }>(
    'locations',
  )
  expect(location).toMatchObject({ postcode: '3811 LP', municipality_code: 'GM0307' })
  expect(location?.latitude).toBeCloseTo(52.15, 1)
  expect(await found('hours', 'location_id is not null')).toHaveLength(5)

  const added = await browser.post(`${page}/aanbod`, {
    name: 'Hulp bij schulden',
    ways: ['visit', 'phone'],
    topics: ['digid'],
    groups: ['low-income'],
    languages: ['tr'],
    reach: 'municipalities',
    area: ['GM0307'],
    free: 'yes',
    documents: 'Paspoort\nBrieven',
    capacity: 'limited',
    locations: [location?.id ?? ''],
  })
  expect(added.status).toBe(303)
  const [service] = await found<object>('services', "name = 'Hulp bij schulden'")
  expect(service).toMatchObject({
    required_documents: ['Paspoort', 'Brieven'],
    free: true,
    capacity: 'limited',
    capacity_on: '2026-11-24',
  })

  expect(
    (
      await browser.post(`${page}/contact`, {
        name: 'Vaste Vraagbaak',
        role: 'raadsvrouw',
        phone: '033-1234567',
      })
    ).status,
  ).toBe(303)
  const [person] = await found<object>('contact_persons')
  expect(person).toMatchObject({ library_id: world.library, phone: '033 123 45 67' })

  expect(await (await browser.get(`${page}/afspraak`)).text()).toContain('Raadslieden, Eemdal Centrum')
  expect(
    (
      await browser.post(`${page}/afspraak`, {
        service: service?.id ?? '',
        'when-to-refer': 'Bij een dreigende ontruiming',
        way: 'consultation-hour',
        consultation: `${world.desk}|Raadslieden`,
        'contact-person': person?.id ?? '',
        'answer-days': '3',
        'valid-from.day': '1',
        'valid-from.month': '1',
        'valid-from.year': '2026',
        'valid-until.day': '31',
        'valid-until.month': '12',
        'valid-until.year': '2026',
        'review.day': '1',
        'review.month': '6',
        'review.year': '2027',
      })
    ).status,
  ).toBe(303)
  expect((await found<object>('agreements'))[0]).toMatchObject({
    valid_until: '2027-01-01',
    consultation_label: 'Raadslieden',
    answer_days: 3,
  })

  const overview = await (await browser.get(page)).text()
  for (const text of [
    'Stadsring 1',
    'Hulp bij schulden',
    'Vaste Vraagbaak',
    'Bij een dreigende ontruiming',
    'Geldt nu',
  ])
    expect(overview).toContain(text)

  const desk = await as('volunteer')
  const search = await (await desk.get('/balie/sociale-kaart?zoek=schulden&waar=Amersfoort')).text()
  expect(search).toContain('1 gevonden bij Amersfoort')
  expect(search).toContain('Nu open')
  const detail = await (await desk.get(`/balie/sociale-kaart/${service?.id}`)).text()
  for (const text of [
    'Vaste Vraagbaak',
    'Spreekuur bij ons aan de balie',
    'Paspoort',
    'ma-do 9-17',
    'Turks',
    'Weinig plek',
  ])
    expect(detail).toContain(text)
  const elsewhere = await (
    await (await as('otherEmployee')).get(`/balie/sociale-kaart/${service?.id}`)
  ).text()
  expect(elsewhere).toContain('Hulp bij schulden')
  expect(elsewhere).not.toContain('Vaste Vraagbaak')
  expect(elsewhere).not.toContain('Bij een dreigende ontruiming')
})

test.each([
  ['no name', { name: '' }, '#name'],
  ['no kind', { kind: '' }, '#kind'],
  ['no telephone number', { phone: '12345' }, '#phone'],
  ['no e-mail address', { email: 'raadslieden' }, '#email'],
  ['a website that runs code', { website: 'javascript:alert(1)' }, '#website'],
  ['a day that does not exist', { 'review.day': '31', 'review.month': '2' }, '#review'],
  ['a citizen service number', { description: 'Vraag naar 111222333' }, '#description'],
  ['a long name', { name: 'x'.repeat(201) }, '#name'],
])('%s is told at the field, and nothing is lost', async (_, change, link) => {
  const response = await (await as('coordinator')).post(`${list}/organisatie`, {
    ...partner,
    name: 'Nog een',
    'short-name': 'Blijft staan',
    ...change,
  })
  expect(response.status).toBe(422)
  const html = await response.text()
  expect(html).toContain(`href="${link}"`)
  expect(html).toContain(`id="${link.slice(1)}"`)
  expect(html).toContain('Blijft staan')
  expect(await found('partners', "short_name = 'Blijft staan'")).toEqual([])
})

test('two at once: the second sees what the first made of it, and keeps what he typed', async () => {
  const page = await addPartner({ name: 'Twee tegelijk' })
  const browser = await as('coordinator')
  const first = await browser.post(`${page}/gegevens`, { ...partner, name: 'Eerste naam', version: '1' })
  expect(first.status).toBe(303)
  const second = await browser.post(`${page}/gegevens`, { ...partner, name: 'Tweede naam', version: '1' })
  expect(second.status).toBe(409)
  const html = await second.text()
  expect(html).toContain('Naam: Eerste naam')
  expect(html).toContain('value="Tweede naam"')
  expect(html).not.toContain('Telefoonnummer: ')
  const again = await browser.post(`${page}/gegevens`, { ...partner, name: 'Tweede naam', version: '2' })
  expect(again.status).toBe(303)
  expect(await found('partners', "name = 'Tweede naam' and version = 3")).toHaveLength(1)
})

test('what one takes out is no longer found, and comes back', async () => {
  const page = await addPartner({ name: 'Zonnehoek Zorg' })
  const browser = await as('coordinator')
  await browser.post(`${page}/aanbod`, { name: 'Zonnige hulp', reach: 'country' })
  const seen = async () =>
    (await (await browser.get('/balie/sociale-kaart?zoek=zonnige&waar=')).text()).includes('Zonnige hulp')
  expect(await seen()).toBe(true)
  expect(await (await browser.get(page)).text()).toContain('Ja, haal weg uit de sociale kaart')
  const ended = await browser.post(`${page}/stoppen`, { version: '1' })
  expect(await seen()).toBe(false)
  const gone = await (await browser.get(ended.headers.get('location') ?? '')).text()
  expect(gone).toContain('Zonnehoek Zorg staat niet meer in de sociale kaart')
  expect(gone).not.toContain('Leg een afspraak vast')
  await browser.post(`${page}/stoppen`, { version: '2' })
  expect(await seen()).toBe(true)
})

test('the nation keeps what everybody shares; a library makes an agreement with it and has its own contact there', async () => {
  const page = await addPartner({ name: 'Landelijke Dienst', kind: 'national' }, 'analyst')
  const analyst = await as('analyst')
  expect((await analyst.post(`${page}/aanbod`, { name: 'Hulplijn', reach: 'country' })).status).toBe(303)
  expect((await analyst.get(`${page}/afspraak`)).status).toBe(404)
  const browser = await as('coordinator')
  expect((await browser.get(`${page}/gegevens`)).status).toBe(404)
  expect((await browser.post(`${page}/aanbod`, { name: 'Vals', reach: 'country' })).status).toBe(404)
  expect((await browser.get(page)).status).toBe(200)
  expect((await browser.post(`${page}/contact`, { name: 'Eigen ingang' })).status).toBe(303)
  const other = await (await (await as('otherManager')).get(page)).text()
  expect(other).not.toContain('Eigen ingang')
})

test('a library does not change what another keeps', async () => {
  const page = await addPartner({ name: 'Alleen van ons' })
  const other = await as('otherManager')
  for (const rest of ['/gegevens', '/aanbod', '/plaats'])
    expect((await other.get(`${page}${rest}`)).status, rest).toBe(404)
  expect((await other.post(`${page}/stoppen`, { version: '1' })).status).toBe(404)
  expect(await (await other.get(list)).text()).not.toContain('Alleen van ons')
})

test.each([
  ['hours that nobody can read', { hours: 'soms' }, '#hours'],
  ['no postcode', { postcode: '12' }, '#postcode'],
  ['a postcode that is not there', { postcode: '1999 ZZ' }, '#postcode'],
  ['a point outside the country', { point: '48.85661, 2.35222' }, '#point'],
  ['nothing at all', { street: '', postcode: '' }, '#street'],
])('a place with %s is told at the field', async (_, change, link) => {
  const page = await addPartner({ name: 'Plaatsen' })
  const response = await (await as('coordinator')).post(`${page}/plaats`, {
    street: 'Straat',
    postcode: '3811 LP',
    ...change,
  })
  expect(response.status).toBe(422)
  expect(await response.text()).toContain(`href="${link}"`)
})

test('a place and a contact person can go; the agreement stays without them', async () => {
  const page = await addPartner({ name: 'Vertrekkers' })
  const browser = await as('coordinator')
  await browser.post(`${page}/plaats`, { street: 'Vertrekstraat', postcode: '3811 LP' })
  await browser.post(`${page}/contact`, { name: 'Vertrekker' })
  const [location] = await found('locations', "street = 'Vertrekstraat'")
  const [person] = await found('contact_persons', "name = 'Vertrekker'")
  await browser.post(`${page}/afspraak`, {
    way: 'phone',
    'contact-person': person?.id ?? '',
    'answer-days': '5',
    'valid-from.day': '1',
    'valid-from.month': '1',
    'valid-from.year': '2026',
    'review.day': '1',
    'review.month': '6',
    'review.year': '2027',
  })
  expect((await browser.post(`${page}/plaats/${location?.id}/verwijderen`, { version: '9' })).status).toBe(
    409,
  )
  expect((await browser.post(`${page}/plaats/${location?.id}/verwijderen`, { version: '1' })).status).toBe(
    303,
  )
  expect((await browser.post(`${page}/contact/${person?.id}/verwijderen`, { version: '1' })).status).toBe(303)
  expect(await found('contact_persons', "name = 'Vertrekker'")).toEqual([])
  expect((await found<object>('agreements', "way = 'phone'"))[0]).toMatchObject({
    contact_person_id: null,
    version: 2,
  })
})

test('an agreement at a consultation hour says which', async () => {
  const page = await addPartner({ name: 'Zonder spreekuur' })
  const response = await (await as('coordinator')).post(`${page}/afspraak`, {
    way: 'consultation-hour',
    consultation: `${world.otherDesk}|Spreekuur`,
    'answer-days': '40',
    'review.day': '1',
    'review.month': '6',
    'review.year': '2027',
  })
  expect(response.status).toBe(422)
  const html = await response.text()
  for (const link of ['#answer-days', '#valid-from']) expect(html).toContain(`href="${link}"`)
  expect(await found('agreements', `desk_id = '${world.otherDesk}'`)).toEqual([])
})

test.each(['employee', 'volunteer', 'official', 'partner'] as const)('a %s keeps nothing', async (person) => {
  expect((await (await as(person)).get(list)).status).toBe(403)
  expect((await (await as(person)).post(`${list}/organisatie`, partner)).status).toBe(403)
})

test.each(['official', 'partner', 'adviser', 'referrer'] as const)('a %s looks things up', async (person) => {
  const response = await (await as(person)).get('/balie/sociale-kaart?zoek=schulden')
  expect(response.status).toBe(200)
  expect(await response.text()).not.toContain('Bij een dreigende ontruiming')
})

test('a place that nobody knows is told at the field', async () => {
  const response = await (await as('volunteer')).get('/balie/sociale-kaart?zoek=hulp&waar=Xyzzyville')
  expect(response.status).toBe(422)
  expect(await response.text()).toContain('href="#waar"')
})
