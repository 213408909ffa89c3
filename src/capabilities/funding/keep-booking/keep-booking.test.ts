import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { wordsOf } from '../../../../tests/support/account-world.ts'
import { hiddenField } from '../../../../tests/support/send-file.ts'
import { type Fields, testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world } = await testApp()
const form = '/sturing/geld/boeking?gemeente=GM0307&jaar=2025'

const fields = (more: Fields = {}): Fields => ({
  id: randomUUID(),
  kind: 'spending',
  purpose: 'library',
  description: 'Subsidie eerste kwartaal',
  amount: '1.234,56',
  'day.day': '3',
  'day.month': '4',
  'day.year': '2025',
  library: world.library,
  commitment: '',
  ...more,
})
const bookings = async () =>
  (await owner.query('select * from funding.bookings order by after_signing, kind, amount_cents desc, id'))
    .rows
const audited = async (action: string) =>
  (await owner.query('select details from platform.audit_lines where action = $1 order by id', [action])).rows
const sign = () =>
  owner.query(
    `insert into funding.statements (municipality_code, year, state, figures, signed_at) values ('GM0307', 2025, 'signed',
       '{"balance": {"grantCents": 100, "carriedInCents": 0, "receivedCents": 100, "spentCents": 60, "spentFromGrantCents": 60,
         "ownMoneyCents": 0, "unspentCents": 40, "mostCarryOverCents": 25, "carriedOverCents": 25, "toRepayCents": 15}}', now())`,
  )

beforeEach(async () => {
  await owner.query(
    'truncate funding.documents, funding.bookings, funding.statements, funding.years, funding.amounts',
  )
})

test.each([
  ['1.234,56', 123_456],
  ['1,234.56', 123_456],
  ['€ 1234', 123_400],
  ['1 234,5', 123_450],
])('%s is booked to the cent and shown in the year', async (amount, cents) => {
  const official = await as('official')
  const response = await official.post(form, fields({ amount }))
  expect(response.headers.get('location')).toMatch(
    /^\/sturing\/geld\/boeking\/[\da-f-]{36}\?gemeente=GM0307&jaar=2025&bericht=bewaard$/,
  )
  expect(await bookings()).toMatchObject([{ amount_cents: cents, year: 2025, municipality_code: 'GM0307' }])
  const year = await (await official.get('/sturing/geld?jaar=2025')).text()
  expect(year).toContain('Subsidie eerste kwartaal')
  expect(year).toContain('Bibliotheek Eemdal')
  const other = await (await official.get('/sturing/geld?jaar=2024')).text()
  expect(other).not.toContain('Subsidie eerste kwartaal')
})

test.each([
  ['amount', '-12', 'zonder minteken'],
  ['amount', '0', 'dat groter is dan nul'],
  ['amount', '', 'Vul het bedrag in'],
  ['amount', '12,345,6', 'De punten en komma'],
  ['amount', 'veel', 'met cijfers'],
  ['day.year', '2024', 'valt in een ander jaar'],
  ['day.month', '13', 'bestaat niet'],
  ['kind', '', 'Kies de soort'],
  ['purpose', 'feest', 'Kies het doel'],
  ['description', '', 'Schrijf op waar het om gaat'],
  ['library', '0193a1b2-0000-7000-8000-000000000009', 'Kies de bibliotheek opnieuw'],
  ['commitment', '0193a1b2-0000-7000-8000-000000000009', 'Kies de toezegging opnieuw'],
])('a wrong %s (%j) is said at the field, and all that was typed stays', async (name, value, message) => {
  const response = await (await as('official')).post(form, fields({ [name]: value }))
  expect(response.status).toBe(422)
  const page = await response.text()
  expect(page).toContain(message)
  expect(page).toContain(`href="#${name.split('.')[0]}"`)
  if (name !== 'description') expect(page).toContain('value="Subsidie eerste kwartaal"')
  expect(await bookings()).toEqual([])
})

test('sent twice it is one booking, also with another text the second time', async () => {
  const official = await as('official')
  const once = fields()
  await official.post(form, once)
  const again = await official.post(form, { ...once, description: 'Iets anders' })
  expect(again.headers.get('location')).toContain('bericht=al')
  expect(await bookings()).toMatchObject([{ description: 'Subsidie eerste kwartaal' }])
  expect((await audited('funding.add-booking')).map(({ details }) => details.kept)).toContain(false)
})

test('more than was promised or planned is told first, and booked when somebody says so', async () => {
  const official = await as('official')
  await official.post(form, fields({ kind: 'budget', amount: '1000', library: '' }))
  await official.post(form, fields({ kind: 'commitment', amount: '500' }))
  const [, commitment] = await bookings()
  const pay = fields({ commitment: commitment.id, amount: '1100' })
  const told = await official.post(form, pay)
  expect(told.status).toBe(422)
  const page = await told.text()
  expect(page).toMatch(/Dit is €\s?600,00 meer dan er van de toezegging openstaat/)
  expect(page).toMatch(/voor dit doel €\s?100,00 boven de begroting/)
  expect(page).toContain('name="anyway" value="110000"')
  // Beside it the ordinary button, for who lowers the amount.
  const submits = [...page.matchAll(/<button[^>]*>(.*?)<\/button>/gs)].map(([, words = '']) => wordsOf(words))
  expect(submits).toEqual(expect.arrayContaining(['Boek dit', 'Toch boeken']))
  expect(await bookings()).toHaveLength(2)
  // For another amount it is told anew.
  expect((await official.post(form, { ...pay, amount: '1200', anyway: '110000' })).status).toBe(422)
  expect((await official.post(form, { ...pay, anyway: '110000' })).status).toBe(303)
  expect(await bookings()).toHaveLength(3)
  const year = await (await official.get('/sturing/geld?jaar=2025')).text()
  expect(year).toMatch(/Nog te betalen<\/dt><dd[^>]*>€\s?0,00/)
})

test('money that came back is taken off what was spent, by an explicit choice', async () => {
  const official = await as('official')
  await official.post(form, fields({ amount: '100' }))
  expect((await official.post(form, fields({ kind: 'budget', amount: '30', back: 'ja' }))).status).toBe(422)
  await official.post(form, fields({ amount: '30', back: 'ja' }))
  expect((await bookings()).map(({ amount_cents }) => Number(amount_cents))).toEqual([10_000, -3_000])
  expect(await (await official.get('/sturing/geld?jaar=2025')).text()).toMatch(
    /Besteed<\/dt><dd[^>]*>€\s?70,00/,
  )
})

test('of two officials at once the second sees what the first made of it, and loses nothing', async () => {
  const official = await as('official')
  await official.post(form, fields())
  const [{ id }] = await bookings()
  const address = `/sturing/geld/boeking/${id}?gemeente=GM0307&jaar=2025`
  expect(hiddenField(await (await official.get(address)).text(), 'version')).toBe('1')
  await official.post(address, fields({ description: 'De eerste', version: '1' }))
  const second = await official.post(address, fields({ description: 'De tweede', version: '1' }))
  expect(second.status).toBe(409)
  const page = await second.text()
  expect(page).toContain('De eerste')
  expect(page).toContain('value="De tweede"')
  expect((await official.post(address, fields({ description: 'De tweede', version: '2' }))).status).toBe(303)
  expect(await bookings()).toMatchObject([{ description: 'De tweede', version: 3 }])
})

test('in a signed year only a correction with a reason is kept, beside what was signed', async () => {
  const official = await as('official')
  await official.post(form, fields())
  const [{ id }] = await bookings()
  await sign()
  const address = `/sturing/geld/boeking/${id}?gemeente=GM0307&jaar=2025`
  const shown = await (await official.get(address)).text()
  expect(shown).toContain('Deze boeking verandert niet meer')
  expect(shown).not.toContain('name="amount"')
  expect(
    (await official.post(address, fields({ description: 'Stiekem', version: '1', reason: 'x' }))).status,
  ).toBe(409)
  expect((await official.post(form, fields())).status).toBe(422)
  const correction = fields({ kind: 'spending', amount: '0,56', back: 'ja', reason: 'Factuur bleek lager' })
  expect((await official.post(form, correction)).status).toBe(303)
  expect(await bookings()).toMatchObject([
    { description: 'Subsidie eerste kwartaal', version: 1 },
    { amount_cents: -56, after_signing: true, reason: 'Factuur bleek lager' },
  ])
  const year = await (await official.get('/sturing/geld?jaar=2025')).text()
  expect(year).toContain('correctie na ondertekenen')
  expect(year).toMatch(/Ondertekend<\/th>/)
  expect(year).toMatch(/€\s?0,60/)
})

test('signed while the form was open: told, and kept as a correction', async () => {
  const official = await as('official')
  const open = fields()
  await sign()
  const response = await official.post(form, open)
  expect(response.status).toBe(422)
  expect(await response.text()).toContain('Schrijf op waarom je corrigeert')
})

test('a municipality that merged: its successor reads and keeps its years', async () => {
  await owner.query(
    `update organisations.municipalities set valid_until = '2026-01-01', successor_code = 'GM0307' where code = 'GM0327'`,
  )
  const official = await as('official')
  const year = await (await official.get('/sturing/geld?gemeente=GM0327')).text()
  expect(year).toContain('Geld voor de informatiepunten in 2025')
  await official.post('/sturing/geld/boeking?gemeente=GM0327&jaar=2025', fields())
  expect(await bookings()).toMatchObject([{ municipality_code: 'GM0327' }])
  // From the day on which another goes on, one books there.
  const after = `gemeente=GM0327&jaar=2026`
  const of2026 = fields({ 'day.year': '2026' })
  for (const path of ['boeking', 'keuzes', 'bedrag', 'stuk', 'delen/kosten']) {
    expect((await official.get(`/sturing/geld/${path}?${after}`)).status).toBe(404)
    if (path !== 'stuk')
      expect((await official.post(`/sturing/geld/${path}?${after}`, of2026)).status).toBe(404)
  }
  expect(await bookings()).toHaveLength(1)
  // What was booked before anybody knew of it can be read and struck out.
  await owner.query(`update funding.bookings set year = 2026, day = '2026-04-03'`)
  const [{ id }] = await bookings()
  const shown = await (await official.get(`/sturing/geld/boeking/${id}?${after}`)).text()
  expect(shown).toContain('boek haar bij de gemeente die verdergaat')
  expect(shown).not.toContain('name="amount"')
  expect((await official.post(`/sturing/geld/boeking/${id}?${after}`, of2026)).status).toBe(404)
  const strike = { reason: 'Bij Amersfoort geboekt', version: '1' }
  expect((await official.post(`/sturing/geld/boeking/${id}/doorhalen?${after}`, strike)).status).toBe(303)
  await owner.query(
    `update organisations.municipalities set valid_until = null, successor_code = null where code = 'GM0327'`,
  )
  expect((await official.get('/sturing/geld?gemeente=GM0327')).status).toBe(404)
})

test('a year of which there is no money yet is read, and not booked in', async () => {
  const official = await as('official')
  const page = await (await official.get('/sturing/geld?gemeente=GM0307&jaar=2099')).text()
  expect(page).toContain('niets meer of nog niets vastleggen')
  expect(page).not.toContain('Boek iets')
  const far = '/sturing/geld/boeking?gemeente=GM0307&jaar=2099'
  expect((await official.post(far, fields({ 'day.year': '2099' }))).status).toBe(404)
  expect(await bookings()).toEqual([])
})

test('a commitment is not paid on itself, and stays one for its purpose once something was paid on it', async () => {
  const official = await as('official')
  await official.post(form, fields({ kind: 'commitment' }))
  const [{ id }] = await bookings()
  const address = `/sturing/geld/boeking/${id}?gemeente=GM0307&jaar=2025`
  const itself = await official.post(address, fields({ commitment: id, version: '1' }))
  expect(itself.status).toBe(422)
  expect(await itself.text()).toContain('Kies de toezegging opnieuw')
  await official.post(form, fields({ commitment: id, amount: '100' }))
  for (const [field, change] of [
    ['kind', { kind: 'spending' }],
    ['purpose', { kind: 'commitment', purpose: 'network' }],
  ] as const) {
    const paid = await official.post(address, fields({ ...change, version: '1' }))
    expect(paid.status).toBe(422)
    const page = await paid.text()
    expect(page).toContain('Op deze toezegging is al betaald')
    expect(page).toContain(`href="#${field}"`)
  }
  expect(
    (await official.post(address, fields({ kind: 'commitment', amount: '2000', version: '1' }))).status,
  ).toBe(303)
  await expect(
    owner.query('update funding.bookings set commitment_id = id where commitment_id is not null'),
  ).rejects.toThrow('bookings_not_on_itself')
})

test('no other municipality, and nobody else, comes near the books', async () => {
  const official = await as('official')
  expect((await official.get('/sturing/geld?gemeente=GM0344')).status).toBe(404)
  expect((await official.post('/sturing/geld/boeking?gemeente=GM0344&jaar=2025', fields())).status).toBe(404)
  await official.post(form, fields())
  const [{ id }] = await bookings()
  await owner.query(`update funding.bookings set municipality_code = 'GM0344'`)
  expect((await official.get(`/sturing/geld/boeking/${id}?gemeente=GM0307&jaar=2025`)).status).toBe(404)
  for (const person of ['manager', 'coordinator', 'administrator', 'analyst'] as const)
    expect((await (await as(person)).get('/sturing/geld')).status).toBe(403)
  expect((await official.get('/sturing/geld?jaar=1999')).status).toBe(404)
})
