import { beforeEach, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, clock } = await testApp()
const of = 'gemeente=GM0307&jaar=2025'
const address = `/sturing/geld/bedrag?${of}`
const fields = (more: Record<string, string> = {}) => ({
  amount: '',
  lessEducated: '',
  inhabitants: '',
  note: '',
  version: '0',
  ...more,
})
const amounts = async () => (await owner.query('select * from funding.amounts order by from_year')).rows

beforeEach(async () => {
  await owner.query('truncate funding.amounts, funding.years, funding.statements, funding.bookings cascade')
})

test('until the number of less-educated is known the amount is a part, and says so wherever it stands', async () => {
  const official = await as('official')
  const year = await (await official.get(`/sturing/geld?${of}`)).text()
  expect(year).toContain('Niet compleet.')
  // 158.531 inhabitants of Amersfoort on 1 January 2022.
  const { rows } = await owner.query(
    `select inhabitants_2022 as inhabitants from organisations.municipalities where code = 'GM0307'`,
  )
  const euros = (cents: number) =>
    new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' }).format(cents / 100)
  expect(year).toContain(euros(rows[0].inhabitants * 83))
  expect((await official.post(address, fields({ lessEducated: '20.000' }))).status).toBe(303)
  const whole = await (await official.get(`/sturing/geld?${of}`)).text()
  expect(whole).not.toContain('Niet compleet.')
  expect(whole).toContain(euros(rows[0].inhabitants * 83 + 1_400_000))
  // It counts for later years too, and not for the year before.
  expect(await (await official.get('/sturing/geld?jaar=2024')).text()).toContain('Niet compleet.')
})

test('the amount of a decision counts above what is reckoned; what is wrong is said at the field', async () => {
  const official = await as('official')
  const wrong = await official.post(
    address,
    fields({ amount: '-5', lessEducated: 'veel', note: 'Brief van mei' }),
  )
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  expect(page).toContain('href="#amount"')
  expect(page).toContain('href="#lessEducated"')
  expect(page).toContain('value="Brief van mei"')
  await official.post(address, fields({ amount: '€ 100.000,25', note: 'Brief van mei' }))
  expect(await amounts()).toMatchObject([{ amount_cents: 10_000_025, source: 'typed', from_year: 2025 }])
  expect(await (await official.get(`/sturing/geld?${of}`)).text()).toMatch(/€\s?100\.000,25/)
})

test('of two officials at once the second sees what the first made of it', async () => {
  const official = await as('official')
  await official.post(address, fields({ amount: '1000' }))
  const second = await official.post(address, fields({ amount: '2000' }))
  expect(second.status).toBe(409)
  const page = await second.text()
  expect(page).toMatch(/€\s?1\.000,00/)
  expect(page).toContain('value="2000"')
  expect((await official.post(address, fields({ amount: '2000', version: '1' }))).status).toBe(303)
})

test('what one keeps is at most a quarter of the grant of the year; without a choice it is that much', async () => {
  const official = await as('official')
  await official.post(address, fields({ amount: '1000' }))
  const choice = `/sturing/geld/keuzes?${of}`
  const tooMuch = await official.post(choice, { reserve: '250,01', carriedIn: '', version: '0' })
  expect(tooMuch.status).toBe(422)
  expect(await tooMuch.text()).toContain('meer dan je mag houden')
  expect((await official.post(choice, { reserve: '100', carriedIn: '40', version: '0' })).status).toBe(303)
  const year = await (await official.get(`/sturing/geld?${of}`)).text()
  expect(year).toMatch(/Doorgeschoven naar 2026<\/th><td[^>]*>€\s?100,00/)
  expect(year).toMatch(/Terug te betalen<\/th><td[^>]*>€\s?940,00/)
  expect(year).toMatch(/Ontvangen<\/th><td[^>]*>€\s?1\.040,00/)
  // Somebody who still had the first form open is told.
  expect((await official.post(choice, { reserve: '90', carriedIn: '', version: '0' })).status).toBe(409)
  expect(await (await official.get('/sturing/geld?jaar=2026')).text()).toMatch(
    /Meegenomen uit 2025<\/th><td[^>]*>€\s?100,00/,
  )
  // What Balie reckons from the year before is said, and not typed over.
  const next = '/sturing/geld/keuzes?gemeente=GM0307&jaar=2026'
  const known = await (await official.get(next)).text()
  expect(known).toMatch(/Uit 2025 neem je €\s?100,00 mee/)
  expect(known).not.toContain('name="carriedIn"')
  const typed = await official.post(next, { reserve: '', carriedIn: '999', version: '0' })
  expect(typed.status).toBe(422)
  const said = await typed.text()
  expect(said).toContain('Balie rekent zelf uit wat je meenam')
  expect(said).toContain('value="999"')
  expect((await official.post(next, { reserve: '', carriedIn: '', version: '0' })).status).toBe(303)
})

test('from July on a warning tells how much would be too much, and what can still be done with it', async () => {
  const scheme = '019aa000-0000-7000-8000-000000002026'
  await owner.query(
    `insert into funding.schemes (id, name, kind, first_year, last_year, carry_over_percent, accounts_to_nation, created_at)
     values ($1, 'Proef', 'specific-grant', 2026, 2026, 25, true, now())`,
    [scheme],
  )
  await owner.query(
    `insert into funding.amounts (scheme_id, municipality_code, from_year, amount_cents, source, entered_at)
     values ($1, 'GM0307', 2026, 100000, 'annex', now())`,
    [scheme],
  )
  clock.moveTo('2026-06-30T12:00:00Z')
  expect(await (await (await as('official')).get('/sturing/geld')).text()).not.toContain('te veel over')
  clock.moveTo('2026-07-01T12:00:00Z')
  const page = await (await (await as('official')).get('/sturing/geld')).text()
  expect(page).toMatch(/waarschijnlijk €\s?750,00 te veel over/)
  expect(page).toContain('een extra informatiepunt')
  expect(page).toContain('Verwachting voor 31 december 2026')
  clock.moveTo('2026-11-24T09:00:00Z')
  await owner.query('delete from funding.amounts where scheme_id = $1', [scheme])
  await owner.query('delete from funding.schemes where id = $1', [scheme])
})

test('a year without a scheme says so, and a signed year is not changed', async () => {
  const official = await as('official')
  expect(await (await official.get('/sturing/geld?jaar=2026')).text()).toContain(
    'Voor 2026 is nog geen geldregeling ingesteld',
  )
  expect((await official.get('/sturing/geld/bedrag?jaar=2026')).status).toBe(404)
  await owner.query(
    `insert into funding.statements (municipality_code, year, state, figures, signed_at) values ('GM0307', 2025, 'signed', '{"balance": {"carriedOverCents": 3}}', now())`,
  )
  expect((await official.post(address, fields({ amount: '5' }))).status).toBe(409)
  expect(
    (await official.post(`/sturing/geld/keuzes?${of}`, { reserve: '', carriedIn: '5', version: '0' })).status,
  ).toBe(409)
  expect(await amounts()).toEqual([])
})
