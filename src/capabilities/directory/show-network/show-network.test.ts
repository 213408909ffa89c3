import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'
import { proveLibrary, proveRegion, type Scope } from '../../../platform/auth/scope.ts'

const { as, owner, world, clock, database } = await testApp()
const partners = { welfare: randomUUID(), money: randomUUID() }

beforeAll(async () => {
  for (const [id, name] of [
    [partners.welfare, 'Welzijn Eemdal'],
    [partners.money, 'Geldloket 100%'],
  ])
    await owner.query(
      `insert into directory.partners (id, library_id, kind, name, review_on, source, created_at)
       values ($1, $2, 'welfare', $3, '2027-01-01', 'hand', now())`,
      [id, world.library, name],
    )
  await owner.query(
    `insert into directory.locations (id, partner_id, town, created_at) values ($1, $2, 'Amersfoort', now())`,
    [randomUUID(), partners.welfare],
  )
})

const member = async () =>
  (await owner.query('select * from directory.network_partners where partner_id = $1', [partners.welfare]))
    .rows[0]
const day = (name: string, [year, month, date]: [string, string, string]) => ({
  [`${name}.day`]: date,
  [`${name}.month`]: month,
  [`${name}.year`]: year,
})

test('a partner is found by a part of its name, chosen, and stands under each of its policy areas', async () => {
  const official = await as('official')
  const found = await (await official.get('/sturing/netwerk/partner?gemeente=GM0307&zoek=welz')).text()
  expect(found).toContain('Welzijn Eemdal')
  expect(found).toContain('Amersfoort')
  expect(found).not.toContain('Geldloket')
  // A sign that means something to the database is a sign like any other.
  expect(await (await official.get('/sturing/netwerk/partner?zoek=%25')).text()).toContain('Geldloket 100%')

  const address = `/sturing/netwerk/partner?gemeente=GM0307&organisatie=${partners.welfare}`
  const wrong = await official.post(address, { contact: 'Afdeling samenleving', note: 'bel 123456782' })
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  for (const id of ['area', 'cooperation', 'note']) expect(page).toContain(`href="#${id}"`)
  expect(page).toContain('value="Afdeling samenleving"')

  const response = await official.post(address, {
    area: ['social-domain', 'debts-and-poverty'],
    cooperation: ['referral', 'meeting'],
    contact: 'Afdeling samenleving',
    note: '',
  })
  expect(response.headers.get('location')).toBe('/sturing/netwerk?gemeente=GM0307&bericht=bewaard')
  const overview = await (await official.get('/sturing/netwerk')).text()
  expect(overview.match(/Welzijn Eemdal/g)).toHaveLength(2)
  expect(overview).toContain('Schulden en armoede')

  const twice = await official.post(address, {
    area: 'health',
    cooperation: 'referral',
    contact: '',
    note: '',
  })
  expect(twice.status).toBe(422)
  expect(await twice.text()).toContain('staat al in het netwerk')
  const again = await (await official.get('/sturing/netwerk/partner?zoek=welz')).text()
  expect(again).not.toContain('organisatie=')
  expect(again).toContain('Staat al in jullie netwerk')
})

test('of two officials at once the second sees what the first made of it, and loses nothing', async () => {
  const official = await as('official')
  const { id } = await member()
  const address = `/sturing/netwerk/partner/${id}?gemeente=GM0307`
  const fields = { area: 'health', cooperation: 'referral', contact: '', version: '1' }
  expect((await official.post(address, { ...fields, note: 'de eerste' })).status).toBe(303)
  const second = await official.post(address, { ...fields, note: 'de tweede' })
  expect(second.status).toBe(409)
  const page = await second.text()
  expect(page).toContain('de eerste')
  expect(page).toContain('de tweede')
  expect(page).toContain('name="version" value="2"')
  expect((await official.post(address, { ...fields, note: 'de tweede', version: '2' })).status).toBe(303)
  expect(await member()).toMatchObject({ note: 'de tweede', version: 3 })
})

test('a meeting is planned, gets its minutes, and actions of which it shows who is late', async () => {
  const official = await as('official')
  const { id } = await member()
  const facts = {
    subject: 'Ketenoverleg najaar',
    starts: '14.00',
    place: 'Stadhuis',
    agenda: '1. Opening',
    [`partner-${id}`]: 'invited',
  }
  const wrong = await official.post('/sturing/netwerk/overleg', {
    ...facts,
    subject: '',
    starts: 'half drie',
    ...day('day', ['2026', '2', '30']),
  })
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  for (const field of ['subject', 'starts', 'day']) expect(page).toContain(`href="#${field}"`)
  const planned = await official.post('/sturing/netwerk/overleg', {
    ...facts,
    ...day('day', ['2026', '11', '20']),
  })
  const address = planned.headers.get('location')?.replace('&bericht=bewaard', '') ?? ''
  expect(await (await official.get('/sturing/netwerk')).text()).toContain('nog geen verslag')

  await official.post(address, {
    ...facts,
    ...day('day', ['2026', '11', '20']),
    minutes: 'Afgesproken: flyer maken.',
    [`partner-${id}`]: 'present',
    version: '1',
  })
  const meeting = await (await official.get(address)).text()
  expect(meeting).toContain('Afgesproken: flyer maken.')
  expect(meeting).toMatch(/value="present" selected/)
  expect(meeting).toContain('value="14:00"')
  expect(
    (await official.post(address, { ...facts, ...day('day', ['2026', '11', '20']), version: '1' })).status,
  ).toBe(409)

  const meetingId = /overleg\/([\da-f-]+)/.exec(address)?.[1]
  const action = { what: 'Flyer maken', who: id, ...day('due', ['2026', '11', '23']) }
  const add = `/sturing/netwerk/actie?gemeente=GM0307&overleg=${meetingId}`
  expect((await official.post(add, { ...action, who: randomUUID() })).status).toBe(422)
  expect((await official.post(add, action)).headers.get('location')).toContain(`/overleg/${meetingId}`)
  const late = await (await official.get('/sturing/netwerk')).text()
  expect(late).toContain('te laat')
  const actionId = /actie\/([\da-f-]+)/.exec(late)?.[1]
  clock.moveTo('2026-11-25T09:00:00Z')
  const nextDay = await as('official')
  await nextDay.post(`/sturing/netwerk/actie/${actionId}`, { ...action, version: '1', done: 'ja' })
  const done = await (await nextDay.get('/sturing/netwerk')).text()
  expect(done).not.toContain('te laat')
  expect(done).toContain('klaar op wo 25 nov')
})

test('the library reads who owes what, not what a meeting was about; a support institution nothing', async () => {
  const library = proveLibrary(world.accounts.manager, world.library, [world.desk])
  const region = proveRegion(world.accounts.adviser, ['PV26'], ['GM0307'])
  const rowsOf = (
    scope: Scope,
    table: 'network_partners' | 'network_actions' | 'meetings' | 'meeting_partners',
  ) => database.read(scope, (db) => db.selectFrom(`directory.${table}`).selectAll().execute())
  for (const table of ['network_partners', 'network_actions'] as const) {
    expect((await rowsOf(library, table)).length, table).toBeGreaterThan(0)
    expect(await rowsOf(region, table), table).toEqual([])
  }
  for (const table of ['meetings', 'meeting_partners'] as const)
    for (const scope of [library, region]) expect(await rowsOf(scope, table), table).toEqual([])
  const changed = await database.keep(region, (tx) =>
    tx.updateTable('directory.network_partners').set({ note: 'van buiten' }).executeTakeFirstOrThrow(),
  )
  expect(changed.numUpdatedRows).toBe(0n)
})

test('the network of a municipality that merged is kept further by its successor', async () => {
  await owner.query(
    `update organisations.municipalities set valid_until = '2026-01-01', successor_code = 'GM0307' where code = 'GM0308'`,
  )
  const { rows } = await owner.query(
    `insert into directory.meetings (id, municipality_code, day, subject, created_at)
     values (gen_random_uuid(), 'GM0308', '2025-11-01', 'Overleg van Baarn', now()) returning id`,
  )
  const official = await as('official')
  expect(await (await official.get('/sturing/netwerk')).text()).toContain('gemeente=GM0308')
  expect(await (await official.get('/sturing/netwerk?gemeente=GM0308')).text()).toContain('Overleg van Baarn')
  const address = `/sturing/netwerk/overleg/${rows[0].id}?gemeente=GM0308`
  const facts = {
    subject: 'Overleg van Baarn',
    ...day('day', ['2025', '11', '1']),
    minutes: 'Bewaard',
    version: '1',
  }
  expect((await official.post(address, facts)).status).toBe(303)
  expect(await (await official.get(address)).text()).toContain('Bewaard')
})

test("another municipality's network is not there", async () => {
  const { id } = await member()
  await owner.query("update directory.network_partners set municipality_code = 'GM0344'")
  const official = await as('official')
  expect((await official.get(`/sturing/netwerk/partner/${id}`)).status).toBe(404)
  expect((await official.get('/sturing/netwerk?gemeente=GM0344')).status).toBe(404)
  expect(await (await official.get('/sturing/netwerk')).text()).not.toContain('Welzijn Eemdal')
})
