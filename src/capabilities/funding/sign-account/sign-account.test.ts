import { beforeEach, expect, test } from 'vitest'
import {
  addContacts,
  award,
  book,
  figuresOn,
  sign,
  wordsOf,
} from '../../../../tests/support/account-world.ts'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world } = await testApp()
const account = '/sturing/verantwoording'
const address = `${account}/ondertekenen`
const here = {
  desk: world.desk,
  library: world.library,
  municipality: 'GM0307',
  account: world.accounts.volunteer,
}
const statements = async () => (await owner.query('select * from funding.statements')).rows

beforeEach(async () => {
  await owner.query(
    `truncate funding.bookings, funding.amounts, funding.statements, funding.library_parts, funding.learning_counts,
       funding.indicator_corrections, contacts.contacts cascade`,
  )
  await addContacts(owner, here, '2025-04-04', [1, 2])
  await award(owner, 'GM0307', 1_000_000)
  await book(owner, world.accounts.official, { year: 2025, cents: 800_000 })
})

test('without the confirmation of a library one signs only with a reason, which is kept', async () => {
  const official = await as('official')
  const without = await sign(official, address)
  expect(without.status).toBe(422)
  const page = await without.text()
  expect(page).toContain('href="#reason"')
  expect(page).toContain('A. Tester, beleidsmedewerker')
  expect(await statements()).toEqual([])
  expect((await sign(official, address, 'De bibliotheek sluit')).status).toBe(303)
  const [statement] = await statements()
  expect(statement).toMatchObject({
    municipality_code: 'GM0307',
    year: 2025,
    state: 'signed',
    signed_by: world.accounts.official,
    signed_as: 'A. Tester, beleidsmedewerker',
  })
  expect(statement.figures).toMatchObject({
    reason: 'De bibliotheek sluit',
    balance: {
      receivedCents: 1_000_000,
      spentCents: 800_000,
      carriedOverCents: 200_000,
      toRepayCents: 0,
      incomplete: false,
    },
    scheme: { accountsToNation: true, code: '', auditKinds: ['', '', '', '', ''] },
    libraries: [{ library: 'Bibliotheek Eemdal', state: 'not-asked' }],
    questions: [{ name: 'Eemdal Centrum', byMonth: { '2025-04': 3 } }],
  })
})

test('materials that nobody filled in are no 0: also where no library has a part, one signs only with a reason', async () => {
  await owner.query('truncate contacts.contacts cascade')
  const official = await as('official')
  const page = wordsOf(await (await official.get(address)).text())
  expect(page).toContain('5. Leermiddelen niet ingevuld')
  expect(page).toContain('De leermiddelen zijn niet ingevuld. Ondertekenen kan alleen met een reden.')
  expect((await sign(official, address)).status).toBe(422)
  expect((await sign(official, address, 'Er was geen informatiepunt')).status).toBe(303)
  expect((await statements())[0].figures.reason).toBe('Er was geen informatiepunt')
})

test('of two officials at once one signs, and the other is told', async () => {
  const official = await as('official')
  const html = await (await official.get(address)).text()
  const shown = /name="shown" value="([^"]*)"/.exec(html)?.[1] ?? ''
  const send = (as: string) => official.post(address, { shown, as, reason: 'Haast' })
  const answers = await Promise.all([send('De een'), send('De ander')])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
  const refused = answers.find(({ status }) => status === 409)
  expect(await refused?.text()).toContain('Een collega heeft al ondertekend')
  expect(await statements()).toHaveLength(1)
})

test('nobody signs other numbers than those on the page', async () => {
  const official = await as('official')
  const html = await (await official.get(address)).text()
  const shown = /name="shown" value="([^"]*)"/.exec(html)?.[1] ?? ''
  await addContacts(owner, here, '2025-10-10', [1])
  const late = await official.post(address, { shown, as: 'Tester', reason: 'Haast' })
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('De verantwoording veranderde terwijl je keek')
  expect(await statements()).toEqual([])
})

test.each([
  ['the purpose of what was spent', "update funding.bookings set purpose = 'promotion'"],
  ['why a number was corrected', "update funding.indicator_corrections set reason = 'Anders geteld'"],
  ['what a library says', "update funding.library_parts set state = 'disputed', remark = 'Klopt niet'"],
])('nor with %s otherwise than it was, also where the five numbers stay', async (_, change) => {
  await owner.query(
    `insert into funding.indicator_corrections (id, municipality_code, year, indicator, value, counted, reason, made_by, made_at)
     values (gen_random_uuid(), 'GM0307', 2025, 5, 7, 0, 'Verkeerd geteld', $1, now())`,
    [world.accounts.official],
  )
  await owner.query(
    `insert into funding.library_parts (id, municipality_code, year, library_id, state, asked_at)
     values (gen_random_uuid(), 'GM0307', 2025, $1, 'asked', now())`,
    [world.library],
  )
  const official = await as('official')
  const html = await (await official.get(address)).text()
  expect(html).toContain('verbeterd: Verkeerd geteld')
  const shown = /name="shown" value="([^"]*)"/.exec(html)?.[1] ?? ''
  await owner.query(change)
  const late = await official.post(address, { shown, as: 'Tester', reason: 'Haast' })
  expect(late.status).toBe(409)
  expect(await statements()).toEqual([])
  // What is shown then can be signed.
  expect((await sign(official, address, 'Haast')).status).toBe(303)
})

test('what was signed stands there as it was', async () => {
  const official = await as('official')
  await sign(official, address, 'Haast')
  await book(owner, world.accounts.official, { year: 2025, cents: 5_000, afterSigning: true })
  const html = wordsOf(await (await official.get(address)).text())
  expect(html).toContain('€ 8.000,00')
  expect(html).not.toContain('€ 8.050,00')
})

test('a grant that is not known whole is warned of, and stays marked in what was signed', async () => {
  await owner.query('truncate funding.amounts')
  const official = await as('official')
  expect(await (await official.get(address)).text()).toContain('Het ontvangen bedrag is nog niet compleet')
  await sign(official, address, 'Haast')
  expect((await statements())[0].figures.balance.incomplete).toBe(true)
})

test('a year that is not over is not signed', async () => {
  const official = await as('official')
  const html = await (await official.get(`${address}?jaar=2026`)).text()
  expect(html).toContain('Het jaar 2026 is nog niet voorbij')
  expect(html).not.toContain('name="shown"')
  const early = await official.post(`${address}?jaar=2026`, { shown: '', as: 'Tester', reason: 'Haast' })
  expect(early.status).toBe(422)
  expect(await statements()).toEqual([])
})

test('a year without a scheme of the nation has the same five numbers, for the municipality itself', async () => {
  await owner.query(
    `insert into funding.schemes (id, name, kind, first_year, accounts_to_nation, created_at)
     values (gen_random_uuid(), 'Gemeentefonds', 'general-fund', 2026, false, now())`,
  )
  const official = await as('official')
  const html = await (await official.get(`${account}?jaar=2026`)).text()
  expect(html).toContain('Het Rijk vraagt over 2026 geen verantwoording')
  expect(figuresOn(html)).toHaveLength(5)
  const csv = await (await official.get(`${account}/bijlage.csv?jaar=2026`)).text()
  expect(csv).not.toContain('Uitkeringscode')
  await owner.query('delete from funding.schemes where first_year = 2026')
})
