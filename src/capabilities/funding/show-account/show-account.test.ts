import { uuidv7 } from 'uuidv7'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  addContacts,
  award,
  book,
  figuresOn,
  materialFields,
  sign,
  wordsOf,
} from '../../../../tests/support/account-world.ts'
import { type TestBrowser, testApp } from '../../../../tests/support/test-app.ts'
import { proveMunicipality } from '../../../platform/auth/scope.ts'
import { findMunicipalityInYear, readCounts } from '../read-counts/read-counts.query.ts'

/** Golden years: from what people register, count and book to the five indicators, to the cent. */
const { as, owner, world, clock, database, runJobs } = await testApp()
const account = '/sturing/verantwoording'
const numbers = async (browser: TestBrowser, address: string) =>
  figuresOn(await (await browser.get(address)).text()).map(({ number }) => number)

beforeEach(async () => {
  await owner.query(
    `truncate funding.bookings, funding.amounts, funding.years, funding.statements, funding.library_parts, funding.learning_counts,
       funding.indicator_corrections, funding.sharing_keys, contacts.contacts, contacts.tallies, desks.financiers cascade`,
  )
  await owner.query('delete from funding.schemes where first_year > 2023')
  await owner.query("delete from desks.desks where name in ('Dorpshuis', 'Over de grens')")
  await owner.query(
    `update organisations.organisations set municipality_code = 'GM0307' where name = 'Gemeente Amersfoort'`,
  )
  clock.moveTo('2026-11-24T09:00:00Z')
})

test('a year of one municipality and one library, as people at desks register it, around New Year too', async () => {
  await owner.query(
    `insert into funding.schemes (id, name, kind, first_year, carry_over_percent, accounts_to_nation, created_at)
     values (gen_random_uuid(), 'Proefregeling', 'specific-grant', 2026, 25, true, now())`,
  )
  await owner.query(
    `insert into funding.amounts (scheme_id, municipality_code, from_year, amount_cents, source, entered_at)
     select id, 'GM0307', 2026, 12345678, 'annex', now() from funding.schemes where first_year = 2026`,
  )
  clock.moveTo('2027-01-04T09:00:00Z')
  const volunteer = await as('volunteer')
  const register = async (occurredAt: string, topics: readonly string[], more: object = {}) => {
    const id = uuidv7()
    const sent = await volunteer.post('/balie', {
      id,
      desk: world.desk,
      channel: 'channel-desk',
      'occurred-at': occurredAt,
      help: 'help-answered',
      ...Object.fromEntries(topics.map((topic, index) => [`topic-${index}`, topic])),
      ...more,
    })
    expect(sent.status).toBe(303)
    return id
  }
  // Local times: 23:59 on 31 December counts for 2026, 00:01 on 1 January for 2027.
  await register('2026-12-31T22:59:00Z', ['digid'])
  await register('2026-12-31T23:01:00Z', ['digid', 'passport'])
  await register('2026-11-10T10:00:00Z', ['digid', 'passport', 'allowances'])
  const corrected = await register('2026-12-28T10:00:00Z', ['digid'])
  const deleted = await register('2026-12-28T11:00:00Z', ['digid', 'passport'])
  const coordinator = await as('coordinator')
  const change = await coordinator.post(`/balie/contacten/${corrected}`, {
    desk: world.desk,
    channel: 'channel-desk',
    revision: '1',
    'occurred-at': '2026-12-28T10:00:00Z',
    'topic-0': 'passport',
    'topic-1': 'allowances',
    help: 'help-brochure',
  })
  expect(change.status).toBe(303)
  expect((await coordinator.post(`/balie/contacten/${deleted}/verwijderen`, {})).status).toBe(303)
  const tally = await coordinator.post('/balie/turflijst', {
    id: uuidv7(),
    desk: world.desk,
    channel: 'channel-desk',
    'day.day': '30',
    'day.month': '12',
    'day.year': '2026',
    'topic-0': 'digid',
    'number-0': '7',
    'topic-1': 'passport',
    'number-1': '4',
  })
  expect(tally.status).toBe(303)
  await book(owner, world.accounts.official, { year: 2026, cents: 10_000_050 })
  await book(owner, world.accounts.official, { year: 2026, cents: 123_401, purpose: 'promotion' })
  await book(owner, world.accounts.official, { year: 2026, cents: -3_451, purpose: 'promotion' })

  const official = await as('official')
  const fill = `${account}/leermiddelen?gemeente=GM0307&jaar=2026&bibliotheek=${world.library}`
  const form = await (await official.get(fill)).text()
  const kept = await official.post(
    fill,
    materialFields(form, [
      ['Klik & Tik', '1.041'],
      ['Werken met de e-overheid', '17'],
    ]),
  )
  expect(kept.status).toBe(303)

  // 12.345.678 received, 10.120.000 spent: 2.225.678 left, less than a quarter of the grant. Questions: 1 + 3 + 2 + 11.
  const five = ['€ 101.200,00', '€ 22.256,78', '3', '17', '1.058']
  const html = await (await official.get(account)).text()
  expect(html).toContain('Verantwoording over 2026')
  expect(figuresOn(html).map(({ number }) => number)).toEqual(five)
  // The same before and after the figures are added up, and what everybody else sees.
  await runJobs()
  expect(await numbers(official, account)).toEqual(five)
  const { rows } = await owner.query(
    `select sum((cells ->> 'questions')::integer)::int as questions from reports.figures
     where level = 'municipality' and key = 'GM0307' and grain = 'month' and starts_on between '2026-01-01' and '2026-12-31'`,
  )
  expect(rows).toEqual([{ questions: 17 }])
  expect((await numbers(official, `${account}?jaar=2027`))[3]).toBe('2')
})

describe('each number opens down to parts that make it', () => {
  test('questions by desk and month, desks with their part, bookings, materials', async () => {
    await owner.query(`insert into desks.financiers values ($1, 'GM0307'), ($1, 'GM0344'), ($2, 'GM0307')`, [
      world.otherDesk,
      world.secondDesk,
    ])
    await award(owner, 'GM0307', 1_000_000)
    await book(owner, world.accounts.official, { year: 2025, cents: 600_001 })
    await book(owner, world.accounts.official, { year: 2025, cents: 99_999, purpose: 'network' })
    const here = { library: world.library, municipality: 'GM0307', account: world.accounts.volunteer }
    await addContacts(owner, { ...here, desk: world.desk }, '2025-02-03', [1, 2])
    await addContacts(owner, { ...here, desk: world.desk }, '2025-12-31', [4])
    await addContacts(owner, { ...here, desk: world.secondDesk }, '2025-02-28', [1])
    await addContacts(
      owner,
      {
        desk: world.otherDesk,
        library: world.otherLibrary,
        municipality: 'GM0344',
        account: world.accounts.otherEmployee,
      },
      '2025-03-01',
      [5, 1],
    )
    const official = await as('official')
    const overview = figuresOn(await (await official.get(account)).text())
    expect(overview.map(({ number }) => number)).toEqual(['€ 7.000,00', '€ 2.500,00', '3', '8', '0'])
    expect(overview[2]?.remarks).toContain('2,5')

    const page = async (number: number) =>
      wordsOf(await (await official.get(`${account}/indicator/${number}`)).text())
    const spending = await page(1)
    for (const part of ['a. bibliotheek € 6.000,01', 'c. netwerk € 999,99', 'Samen € 7.000,00'])
      expect(spending).toContain(part)
    expect(await page(2)).toMatch(
      /Uitkering € 10\.000,00 .*Daarvan besteed € 7\.000,00 .*naar 2026 € 2\.500,00 Daarvan terug te betalen € 500,00/,
    )
    const desks = await page(3)
    expect(desks).toMatch(/Domstad Bibliotheek Domstad Utrecht Amersfoort, Utrecht .* 0,5/)
    expect(desks).toContain('Samen 3 informatiepunten. Naar het deel dat de gemeente betaalt: 2,5.')
    const questions = await page(4)
    expect(questions).toContain('Eemdal Centrum 0 3 0 0 0 0 0 0 0 0 0 4 7')
    expect(questions).toContain('Eemdal Noord 0 1 0 0 0 0 0 0 0 0 0 0 1')
    expect(questions).toContain('Samen 0 4 0 0 0 0 0 0 0 0 0 4 8')
    expect(questions).toContain('Buiten de gemeente zijn 6 vragen behandeld')
    expect((await official.get(`${account}/indicator/6`)).status).toBe(404)
    expect((await official.get(`${account}?jaar=2019`)).status).toBe(404)
    expect((await official.get(`${account}?jaar=x`)).status).toBe(404)
  })
})

test('a municipality without a library contracts the library of another (guide § 5.2.2)', async () => {
  // Bunschoten has no library; that of Utrecht has a desk there, and Bunschoten pays a part of the one across its border.
  await owner.query(
    `update organisations.organisations set municipality_code = 'GM0313' where name = 'Gemeente Amersfoort'`,
  )
  const [inside, across] = [uuidv7(), uuidv7()]
  await owner.query(
    `insert into desks.desks (id, library_id, name, kind, municipality_code, created_at) values
       ($1, $3, 'Dorpshuis', 'fixed', 'GM0313', '2024-01-01'), ($2, $3, 'Over de grens', 'fixed', 'GM0307', '2024-01-01')`,
    [inside, across, world.otherLibrary],
  )
  await owner.query(`insert into desks.financiers values ($1, 'GM0313'), ($2, 'GM0313'), ($2, 'GM0307')`, [
    inside,
    across,
  ])
  const contract = { library: world.otherLibrary, account: world.accounts.otherEmployee }
  await addContacts(owner, { ...contract, desk: inside, municipality: 'GM0313' }, '2025-06-10', [2, 3])
  await addContacts(owner, { ...contract, desk: across, municipality: 'GM0307' }, '2025-06-10', [1])
  await award(owner, 'GM0313', 2_000_001)
  await book(owner, world.accounts.official, { municipality: 'GM0313', year: 2025, cents: 2_500_000 })
  const official = await as('official')
  const html = await (await official.get(account)).text()
  expect(figuresOn(html).map(({ number }) => number)).toEqual(['€ 25.000,00', '€ 0,00', '2', '5', '0'])
  expect(figuresOn(html)[2]?.remarks).toContain('1,5')
  expect(html).toContain('Bibliotheek Domstad')
  const balance = wordsOf(await (await official.get(`${account}/indicator/2`)).text())
  expect(balance).toContain('Eigen geld dat erbij kwam € 4.999,99')
})

test('five municipalities share one library by a key: each counts every desk once, together they pay one', async () => {
  const codes = ['GM0307', 'GM0313', 'GM0327', 'GM0310', 'GM0321']
  for (const code of codes)
    await owner.query('insert into desks.financiers values ($1, $2)', [world.desk, code])
  const key = uuidv7()
  await owner.query(
    `insert into funding.sharing_keys (id, library_id, made_by, name, kind, from_year, created_at)
     values ($1, $2, 'GM0307', 'Naar inwoners', 'fixed', 2025, now())`,
    [key, world.library],
  )
  for (const [index, code] of codes.entries())
    await owner.query('insert into funding.sharing_parts values ($1, $2, $3)', [
      key,
      code,
      [4000, 2500, 1500, 1250, 750][index],
    ])
  const here = {
    desk: world.desk,
    library: world.library,
    municipality: 'GM0307',
    account: world.accounts.volunteer,
  }
  await addContacts(owner, here, '2025-06-10', [1])
  const shares: number[] = []
  for (const code of codes) {
    await owner.query(
      `update organisations.organisations set municipality_code = $1 where name = 'Gemeente Amersfoort'`,
      [code],
    )
    const official = await as('official')
    expect((await numbers(official, account))[2], code).toBe('1')
    const desks = wordsOf(await (await official.get(`${account}/indicator/3`)).text())
    expect(desks).toContain('Het deel volgt de verdeelsleutel')
    shares.push(Number(/gemeente betaalt: ([\d,]+)\./.exec(desks)?.[1]?.replace(',', '.')))
  }
  expect(shares).toEqual([0.4, 0.25, 0.15, 0.13, 0.08])
})

test('what is left goes on for two years, at most a quarter of the grant; the rest is repaid', async () => {
  await award(owner, 'GM0307', 1_000_003)
  await book(owner, world.accounts.official, { year: 2024, cents: 700_000 })
  await book(owner, world.accounts.official, { year: 2025, cents: 1_200_000 })
  const official = await as('official')
  // 2024: 300.003 left, of which 250.000 (a quarter of 1.000.003, cut off) is kept and 50.003 repaid.
  expect((await numbers(official, `${account}?jaar=2024`)).slice(0, 2)).toEqual(['€ 7.000,00', '€ 2.500,00'])
  expect(wordsOf(await (await official.get(`${account}/indicator/2?jaar=2024`)).text())).toContain(
    'terug te betalen € 500,03',
  )
  // 2025: 1.000.003 and 250.000 received, 1.200.000 spent.
  expect((await numbers(official, `${account}?jaar=2025`)).slice(0, 2)).toEqual(['€ 12.000,00', '€ 500,03'])
})

test('a merger between years: the successor signs the year of each that merged into it', async () => {
  // Weesp merged into Amsterdam on 24 March 2022; here a made-up merger at New Year.
  await owner.query(
    `insert into organisations.municipalities (code, name, province_code, province, inhabitants_2022, valid_from, valid_until, successor_code)
     values ('GM9901', 'Oud-Voorbeeld', 'PV26', 'Utrecht', 10000, '2021-01-01', '2026-01-01', 'GM0307')`,
  )
  const old = {
    desk: world.secondDesk,
    library: world.library,
    municipality: 'GM9901',
    account: world.accounts.volunteer,
  }
  await addContacts(owner, old, '2025-10-01', [2, 2])
  // Nobody told the desk of the merger yet: its contacts of 2026 still bear the old code, and count for the successor.
  await addContacts(owner, old, '2026-02-01', [3])
  await award(owner, 'GM9901', 800_000)
  await book(owner, world.accounts.official, { municipality: 'GM9901', year: 2025, cents: 700_000 })
  const official = await as('official')
  const html = await (await official.get(`${account}?gemeente=GM9901`)).text()
  expect(html).toContain('Oud-Voorbeeld')
  expect(figuresOn(html).map(({ number }) => number)).toEqual(['€ 7.000,00', '€ 1.000,00', '1', '4', '0'])
  const signing = `${account}/ondertekenen?gemeente=GM9901&jaar=2025`
  expect((await sign(official, signing, 'De bibliotheek antwoordt niet')).status).toBe(303)
  expect((await official.get(`${account}?gemeente=GM9901&jaar=2026`)).status).toBe(404)
  // The successor's own year 2025 has none of it, its 2026 has.
  expect((await numbers(official, `${account}?jaar=2025`))[3]).toBe('0')
  expect((await numbers(official, `${account}?jaar=2026`))[3]).toBe('3')
})

test('a municipality that got another name as a whole accounts for its desks, also for one without contacts', async () => {
  await owner.query(
    `insert into organisations.municipalities (code, name, province_code, province, inhabitants_2022, valid_from, valid_until, successor_code)
     values ('GM9903', 'Nieuw-Voorbeeld', 'PV26', 'Utrecht', 10000, '2026-01-01', null, null),
       ('GM9902', 'Enig-Voorbeeld', 'PV26', 'Utrecht', 10000, '2021-01-01', '2026-01-01', 'GM9903')`,
  )
  const scope = proveMunicipality(world.accounts.official, ['GM9903'])
  const moveTo = (code: string, back: string) =>
    owner.query(
      'update desks.desks set municipality_code = $2, created_at = created_at + $3::interval where id = $1',
      [world.secondDesk, code, back],
    )
  await moveTo('GM9903', '-5 years')
  const desksOf = (code: string, year: number) =>
    database.read(scope, async (db) => {
      const inYear = await findMunicipalityInYear(db, scope, code, year)
      return inYear && (await readCounts(db, scope, inYear, year)).desks.map(({ desk }) => desk.id)
    })
  expect(await desksOf('GM9902', 2025)).toEqual([world.secondDesk])
  expect(await desksOf('GM9903', 2026)).toEqual([world.secondDesk])
  // When another of that year became the same, nobody knows in which of both the desk stood.
  await owner.query("update organisations.municipalities set successor_code = 'GM9903' where code = 'GM9901'")
  expect(await desksOf('GM9902', 2025)).toEqual([])
  await owner.query("update organisations.municipalities set successor_code = 'GM0307' where code = 'GM9901'")
  await moveTo('GM0307', '5 years')
})

test('what changes after signing stands beside what was signed, which stays', async () => {
  await award(owner, 'GM0307', 1_000_000)
  await book(owner, world.accounts.official, { year: 2025, cents: 900_000 })
  const here = {
    desk: world.desk,
    library: world.library,
    municipality: 'GM0307',
    account: world.accounts.volunteer,
  }
  await addContacts(owner, here, '2025-05-05', [1, 1, 2])
  const official = await as('official')
  const reason = 'De bibliotheek antwoordt niet'
  expect((await sign(official, `${account}/ondertekenen`, reason)).status).toBe(303)
  const signed = ['€ 9.000,00', '€ 1.000,00', '1', '4', '0']
  expect(await numbers(official, account)).toEqual(signed)

  await addContacts(owner, here, '2025-07-07', [12])
  await book(owner, world.accounts.official, { year: 2025, cents: 1_050, afterSigning: true })
  const html = await (await official.get(account)).text()
  const figures = figuresOn(html)
  expect(figures.map(({ number }) => number)).toEqual(signed)
  expect(figures.map(({ remarks }) => /Na ondertekenen: (.*)$/.exec(remarks)?.[1])).toEqual([
    '+€ 10,50',
    '−€ 10,50',
    undefined,
    '+12',
    undefined,
  ])
  const csv = await (await official.get(`${account}/bijlage.csv`)).text()
  expect(csv.split('\r\n').map((line) => line.split(';').slice(-4))).toEqual([
    ['Waarde (hele euro’s of aantal)', 'Zoals geboekt', 'Reden van verbetering', 'Na ondertekenen'],
    ['9000', '9000,00', '', '10,50'],
    ['1000', '1000,00', '', '-10,50'],
    ['1', '', '', ''],
    ['4', '', '', '12'],
    ['niet ingevuld', '', '', ''],
    [''],
  ])
})

test('a year that is over in which nothing was booked says so beside the money, which looks firm and is not', async () => {
  await award(owner, 'GM0307', 1_000_000)
  const official = await as('official')
  const pages = [`${account}?jaar=2025`, '/sturing/geld?jaar=2025']
  const told = 'Er is nog niets geboekt. Deze bedragen kloppen pas als alle uitgaven zijn geboekt.'
  for (const page of pages) expect(wordsOf(await (await official.get(page)).text())).toContain(told)
  expect(await (await official.get('/sturing/geld?jaar=2025')).text()).not.toMatch(/Daarvan moet .* terug/)
  await book(owner, world.accounts.official, { year: 2025, cents: 500_000, kind: 'budget' })
  for (const page of pages) {
    const words = wordsOf(await (await official.get(page)).text())
    expect(words).toContain('Er zijn nog geen uitgaven geboekt. Deze bedragen kloppen pas')
  }
  await book(owner, world.accounts.official, { year: 2025, cents: 100_000 })
  for (const page of pages)
    expect(wordsOf(await (await official.get(page)).text())).not.toContain('Deze bedragen kloppen pas')
})

test.each(['volunteer', 'manager', 'adviser', 'analyst', 'administrator'] as const)(
  'a %s opens no account of a municipality',
  async (person) => {
    const browser = await as(person)
    for (const path of ['', '/indicator/4', '/ondertekenen', '/bijlage.csv', '/afdrukken'])
      expect((await browser.get(`${account}${path}`)).status).toBe(403)
  },
)

test('nor does an official that of another municipality', async () => {
  const official = await as('official')
  for (const path of ['', '/indicator/4', '/ondertekenen', '/bijlage.xlsx', '/afdrukken'])
    expect((await official.get(`${account}${path}?gemeente=GM0344`)).status).toBe(404)
})
