import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { hiddenField } from '../../../../tests/support/send-file.ts'
import { type Fields, type TestBrowser, testApp } from '../../../../tests/support/test-app.ts'
import { signInScope } from '../../../platform/auth/scope.ts'
import { openSession } from '../../people/public.ts'

const balie = await testApp()
const { as, owner, world } = balie
const neighbours = { GM0327: 'Leusden', GM0342: 'Soest', GM0308: 'Baarn', GM0351: 'Woudenberg' } as const
const officials: Record<string, string> = {}

beforeAll(async () => {
  for (const [code, name] of Object.entries(neighbours)) {
    const organisation = randomUUID()
    const account = randomUUID()
    officials[code] = account
    await owner.query(
      `insert into organisations.organisations (id, kind, name, municipality_code, created_at) values ($1, 'municipality', $2, $3, now())`,
      [organisation, `Gemeente ${name}`, code],
    )
    await owner.query(
      `insert into people.accounts (id, organisation_id, email, name, created_at) values ($1, $2, $3, 'Test', now())`,
      [account, organisation, `${code.toLowerCase()}@voorbeeld.test`],
    )
    await owner.query(
      `insert into people.role_assignments (id, account_id, role, organisation_id, valid_from) values ($1, $2, 'municipality-official', $3, '2026-01-01')`,
      [randomUUID(), account, organisation],
    )
  }
})
beforeEach(async () => {
  await owner.query(
    'truncate funding.bookings, funding.shared_costs, funding.sharing_parts, funding.sharing_keys, funding.statements cascade',
  )
})

async function officialOf(code: string): Promise<TestBrowser> {
  const browser = balie.anonymous()
  const token = await balie.database.write(signInScope, (tx) =>
    openSession(tx, signInScope, officials[code] ?? '', balie.clock.now(), 'password'),
  )
  browser.cookies.set('balie_session', token)
  return browser
}

const codes = ['GM0307', ...Object.keys(neighbours)]
const keyAddress = `/sturing/geld/delen/sleutel?gemeente=GM0307&jaar=2025&bibliotheek=${world.library}`
const key = (more: Fields = {}): Fields => ({
  id: randomUUID(),
  name: 'Samen voor Eemdal',
  kind: 'inhabitants',
  candidate: codes,
  municipality: codes,
  other: '',
  fromYear: '2024',
  untilYear: '',
  ...more,
})
const cost = (keyId: string, more: Fields = {}): Fields => ({
  id: randomUUID(),
  key: keyId,
  kind: 'spending',
  purpose: 'library',
  description: 'Bijdrage 2025',
  amount: '10.000,01',
  'day.day': '1',
  'day.month': '3',
  'day.year': '2025',
  ...more,
})
async function makeKey(more: Fields = {}): Promise<string> {
  const response = await (await as('official')).post(keyAddress, key(more))
  expect(response.status).toBe(303)
  return /sleutel\/([\da-f-]+)/.exec(response.headers.get('location') ?? '')?.[1] ?? ''
}
async function makeCost(keyId: string, more: Fields = {}): Promise<string> {
  const response = await (await as('official')).post(
    '/sturing/geld/delen/kosten?gemeente=GM0307&jaar=2025',
    cost(keyId, more),
  )
  expect(response.status).toBe(303)
  return /kosten\/([\da-f-]+)/.exec(response.headers.get('location') ?? '')?.[1] ?? ''
}

test('five municipalities share one amount to the cent; each sees its part and takes it over once', async () => {
  const id = await makeCost(await makeKey())
  const { rows } = await owner.query('select parts from funding.shared_costs')
  const parts: Record<string, number> = rows[0].parts
  expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(1_000_001)
  expect(Object.keys(parts)).toHaveLength(5)

  const leusden = await officialOf('GM0327')
  expect(await (await leusden.get('/sturing/geld?jaar=2025')).text()).toContain('Er wacht 1 bedrag')
  const address = `/sturing/geld/delen/kosten/${id}`
  const page = await (await leusden.get(`${address}?jaar=2025`)).text()
  for (const name of ['Amersfoort', ...Object.values(neighbours)]) expect(page).toContain(name)
  const take = () => leusden.post(`${address}/overnemen?gemeente=GM0327&jaar=2025`, {})
  // Two at a time is once.
  expect((await Promise.all([take(), take()])).map(({ status }) => status)).toEqual([303, 303])
  await take()
  const booked = await owner.query('select municipality_code, amount_cents, library_id from funding.bookings')
  expect(booked.rows).toEqual([
    { municipality_code: 'GM0327', amount_cents: parts.GM0327, library_id: world.library },
  ])
  expect(await (await leusden.get('/sturing/geld?jaar=2025')).text()).not.toContain('Er wacht 1 bedrag')
  // The others see the parts, not who took them over.
  const maker = await (await as('official')).get(`${address}?jaar=2025`)
  expect(await maker.text()).toContain('nog overnemen')
  // Who has no part in the key does not see it.
  await owner.query(`delete from funding.sharing_parts where municipality_code = 'GM0351'`)
  expect((await (await officialOf('GM0351')).get(`${address}?jaar=2025`)).status).toBe(404)
})

test('the same form twice is one key and one amount; changed after it was sent it comes back', async () => {
  const official = await as('official')
  const twice = async (address: string, sent: Fields, changed: Fields) => {
    for (const _ of [1, 2]) expect((await official.post(address, sent)).status).toBe(303)
    const other = await official.post(address, { ...sent, ...changed })
    expect(other.status).toBe(409)
    const page = await other.text()
    for (const text of [...Object.values(changed), 'Je hebt dit formulier al verstuurd'])
      expect(page).toContain(text)
  }
  await twice(keyAddress, key(), { name: 'Een andere sleutel' })
  const shares = Object.fromEntries(codes.map((code) => [`share-${code}`, '20']))
  await twice(keyAddress, key({ kind: 'fixed', ...shares }), {
    'share-GM0307': '20,5',
    'share-GM0308': '19,5',
  })
  const costs = '/sturing/geld/delen/kosten?gemeente=GM0307&jaar=2025'
  await twice(costs, cost(await makeKey()), { amount: '20,00', description: 'Iets anders' })
  expect((await owner.query('select from funding.shared_costs')).rowCount).toBe(1)
})

test('struck out, a part can be taken over again; withdrawn, it cannot, and who took it is told', async () => {
  const id = await makeCost(await makeKey())
  const official = await as('official')
  const address = `/sturing/geld/delen/kosten/${id}`
  const take = () => official.post(`${address}/overnemen?gemeente=GM0307&jaar=2025`, {})
  await take()
  const [{ id: booking }] = (await owner.query('select id from funding.bookings')).rows
  const shown = await (await official.get(`/sturing/geld/boeking/${booking}?jaar=2025`)).text()
  expect(shown).toContain('jullie deel van gedeelde kosten')
  await official.post(`/sturing/geld/boeking/${booking}/doorhalen?gemeente=GM0307&jaar=2025`, {
    version: '1',
    reason: 'Te vroeg',
  })
  await take()
  expect((await owner.query('select from funding.bookings')).rowCount).toBe(2)
  const soest = await officialOf('GM0342')
  expect((await soest.post(`${address}/intrekken?gemeente=GM0342&jaar=2025`, {})).status).toBe(404)
  expect((await official.post(`${address}/intrekken?gemeente=GM0307&jaar=2025`, {})).status).toBe(303)
  expect((await soest.post(`${address}/overnemen?gemeente=GM0342&jaar=2025`, {})).status).toBe(422)
  expect(await (await official.get('/sturing/geld/delen?jaar=2025')).text()).toContain('haal je boeking door')
})

test('withdrawn while another takes its part: it is not in the books', async () => {
  const id = await makeCost(await makeKey())
  const address = `/sturing/geld/delen/kosten/${id}`
  // Somebody else books in the year, so that who takes its part has to wait.
  await owner.query('begin')
  await owner.query(`select pg_advisory_xact_lock(hashtextextended('funding GM0327 2025', 0))`)
  const taking = (await officialOf('GM0327')).post(`${address}/overnemen?gemeente=GM0327&jaar=2025`, {})
  const waits = async () =>
    (await owner.query(`select from pg_locks where locktype = 'advisory' and not granted`)).rowCount
  await expect.poll(waits).toBe(1)
  expect(
    (await (await as('official')).post(`${address}/intrekken?gemeente=GM0307&jaar=2025`, {})).status,
  ).toBe(303)
  await owner.query('commit')
  const taken = await taking
  expect(taken.status).toBe(422)
  expect(await taken.text()).toContain('Dit bedrag is ingetrokken')
  expect((await owner.query('select from funding.bookings')).rowCount).toBe(0)
})

test('withdrawn after a part was taken: the booking and the year say so, also when the year was signed', async () => {
  const id = await makeCost(await makeKey())
  const leusden = await officialOf('GM0327')
  const address = `/sturing/geld/delen/kosten/${id}`
  await leusden.post(`${address}/overnemen?gemeente=GM0327&jaar=2025`, {})
  const [{ id: booking }] = (await owner.query('select id from funding.bookings')).rows
  const read = async (path: string) => (await leusden.get(`/sturing/geld${path}?jaar=2025`)).text()
  expect(await read('')).not.toContain('ingetrokken')
  await (await as('official')).post(`${address}/intrekken?gemeente=GM0307&jaar=2025`, {})
  const year = await read('')
  expect(year).toContain('Van 1 boeking zijn de gedeelde kosten ingetrokken. Haal de boeking door.')
  expect(year).toContain('gedeelde kosten, ingetrokken')
  expect(await read(`/boeking/${booking}`)).toContain('heeft ze ingetrokken. Haal de boeking door.')
  await owner.query(
    `insert into funding.statements (municipality_code, year, state, figures, signed_at) values ('GM0327', 2025, 'signed', '{"balance": {}}', now())`,
  )
  expect(await read('')).toContain('ingetrokken. Maak een correctie, als je dat nog niet deed.')
  expect(await read('/delen')).toContain('ingetrokken: maak een correctie')
  await owner.query('truncate funding.statements')
  await leusden.post(`/sturing/geld/boeking/${booking}/doorhalen?gemeente=GM0327&jaar=2025`, {
    version: '1',
    reason: 'Ingetrokken',
  })
  expect(await read('')).not.toContain('zijn de gedeelde kosten ingetrokken')
})

test.each([
  [['60', '38'], 'Samen is het 98,00 %. Er ontbreekt 2,00 %.'],
  [['60', '40,01'], 'Samen is het 100,01 %. Dat is 0,01 % te veel.'],
  [['60', 'veel'], 'Vul een percentage in'],
])('a key of %j does not add up: said, with what was typed', async ([one = '', other = ''], message) => {
  const response = await (await as('official')).post(
    keyAddress,
    key({
      kind: 'fixed',
      municipality: ['GM0307', 'GM0327'],
      'share-GM0307': one,
      'share-GM0327': other,
    }),
  )
  expect(response.status).toBe(422)
  const page = await response.text()
  expect(page).toContain(message)
  expect(page).toContain(`value="${other}"`)
  expect((await owner.query('select from funding.sharing_keys')).rowCount).toBe(0)
})

test('fixed shares of 100,00 % make a key; a municipality without a library joins by its name', async () => {
  const official = await as('official')
  const asked = await official.post(
    keyAddress,
    key({ municipality: ['GM0307'], candidate: ['GM0307'], other: 'Renswoude', add: 'ja' }),
  )
  expect(asked.status).toBe(200)
  expect(await asked.text()).toContain('name="share-GM0339"')
  // No heading is skipped, in a new key and in one that stands.
  expect(await (await official.get(keyAddress)).text()).toMatch(/<h2[^>]*>Delen/)
  const unknown = await official.post(keyAddress, key({ other: 'Nergenshuizen', add: 'ja' }))
  expect(unknown.status).toBe(422)
  const id = await makeKey({
    kind: 'fixed',
    candidate: ['GM0307', 'GM0339'],
    municipality: ['GM0307', 'GM0339'],
    'share-GM0307': '66,67',
    'share-GM0339': '33.33 %',
  })
  const page = await (await official.get(`/sturing/geld/delen/sleutel/${id}?jaar=2025`)).text()
  expect(page).toContain('66,67 %')
  expect((await official.post(keyAddress, key({ municipality: ['GM0307'] }))).status).toBe(422)
})

test('by questions: nothing counted is told with what to do; each counts its own, the maker may type the rest', async () => {
  const id = await makeKey({ kind: 'questions', municipality: ['GM0307', 'GM0327'] })
  const official = await as('official')
  const send = () => official.post('/sturing/geld/delen/kosten?gemeente=GM0307&jaar=2025', cost(id))
  const notCounted = await send()
  expect(notCounted.status).toBe(422)
  expect(await notCounted.text()).toContain('Nog niet geteld: Leusden')
  const leusden = await officialOf('GM0327')
  const count = `/sturing/geld/delen/sleutel/${id}/tellen`
  expect((await leusden.post(`${count}?gemeente=GM0327&jaar=2025`, {})).status).toBe(303)
  const nothing = await send()
  expect(nothing.status).toBe(422)
  expect(await nothing.text()).toContain('alle aantallen zijn nul')
  const wrong = await official.post(`${count}?gemeente=GM0307&jaar=2025`, { 'basis-GM0327': 'veel' })
  expect(wrong.status).toBe(422)
  await official.post(`${count}?gemeente=GM0307&jaar=2025`, { 'basis-GM0327': '1.200' })
  const { rows } = await owner.query('select municipality_code, basis from funding.sharing_parts order by 1')
  expect(rows).toEqual([
    { municipality_code: 'GM0307', basis: 0 },
    { municipality_code: 'GM0327', basis: 1_200 },
  ])
  expect((await send()).status).toBe(303)
  // The neighbour changes no part but its own, and not the key.
  await leusden.post(`${count}?gemeente=GM0327&jaar=2025`, { 'basis-GM0307': '9' })
  const after = await owner.query(
    `select basis from funding.sharing_parts where municipality_code = 'GM0307'`,
  )
  expect(after.rows).toEqual([{ basis: 0 }])
  expect(
    (await leusden.post(`/sturing/geld/delen/sleutel/${id}?gemeente=GM0327&jaar=2025`, key({ version: '1' })))
      .status,
  ).toBe(404)
})

test('a number that was counted as nothing stays counted; who counts while the maker changes is not lost', async () => {
  const id = await makeKey({ kind: 'questions', municipality: ['GM0307', 'GM0327'] })
  const official = await as('official')
  const leusden = await officialOf('GM0327')
  const address = `/sturing/geld/delen/sleutel/${id}?gemeente=GM0307&jaar=2025`
  const open = hiddenField(await (await official.get(address)).text(), 'version')
  await leusden.post(`/sturing/geld/delen/sleutel/${id}/tellen?gemeente=GM0327&jaar=2025`, {})
  const other = key({ kind: 'questions', municipality: ['GM0307', 'GM0327'], name: 'Anders' })
  expect((await official.post(address, { ...other, version: open })).status).toBe(409)
  const now = hiddenField(await (await official.get(address)).text(), 'version')
  expect((await official.post(address, { ...other, version: now })).status).toBe(303)
  const { rows } = await owner.query(
    `select basis from funding.sharing_parts where municipality_code = 'GM0327'`,
  )
  expect(rows).toEqual([{ basis: 0 }])
})

test('by desks: those of the library in each municipality; a key changed meanwhile is told', async () => {
  const id = await makeKey({ kind: 'desks', municipality: ['GM0307', 'GM0327'] })
  const { rows } = await owner.query('select municipality_code, basis from funding.sharing_parts order by 1')
  expect(rows).toEqual([
    { municipality_code: 'GM0307', basis: 3 },
    { municipality_code: 'GM0327', basis: 0 },
  ])
  const official = await as('official')
  const address = `/sturing/geld/delen/sleutel/${id}?gemeente=GM0307&jaar=2025`
  await official.post(address, key({ name: 'De eerste', version: '1' }))
  const second = await official.post(address, key({ name: 'De tweede', version: '1' }))
  expect(second.status).toBe(409)
  const page = await second.text()
  expect(page).toContain('De eerste')
  expect(page).toContain('value="De tweede"')
})

test('a key of another year, and one with a municipality that merged, are told before anything is shared', async () => {
  const id = await makeKey({ untilYear: '2024' })
  const send = async () =>
    (await as('official')).post('/sturing/geld/delen/kosten?gemeente=GM0307&jaar=2025', cost(id))
  expect(await (await send()).text()).toContain('geldt niet voor 2025')
  await owner.query('update funding.sharing_keys set until_year = null')
  await owner.query(
    `update organisations.municipalities set valid_until = '2025-01-01', successor_code = 'GM0342' where code = 'GM0308'`,
  )
  expect(await (await send()).text()).toContain('opgegaan in een andere: Baarn')
  await owner.query(
    `update organisations.municipalities set valid_until = null, successor_code = null where code = 'GM0308'`,
  )
})
