import { expect, test } from 'vitest'
import { dayBoxes, startDecision } from '../../../../tests/support/agreement-world.ts'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world } = await testApp()
const official = await as('official')
const decision = await startDecision(official, world.library)
const filled = async (block: string) =>
  (await owner.query('select filled, version from agreements.filled_blocks where block = $1', [block]))
    .rows[0]

test('proposes what Balie knows: the desks of the library here, with their address and hours', async () => {
  await owner.query(
    `update desks.desks set street = 'Eemplein', house_number = '71', postcode = '3812 EA', town = 'Amersfoort' where id = $1`,
    [world.desk],
  )
  await owner.query(
    `insert into directory.partners (id, library_id, kind, name, review_on, source, created_at)
     values ('0193a1b2-0000-7000-8000-00000000000a', $1, 'welfare', 'Welzijn Eemdal', '2027-01-01', 'hand', now())`,
    [world.library],
  )
  await owner.query(
    `insert into directory.network_partners (id, municipality_code, partner_id, policy_areas, cooperation, created_at)
     values (gen_random_uuid(), 'GM0307', '0193a1b2-0000-7000-8000-00000000000a', '{health}', '{referral}', now())`,
  )
  const locations = await (await official.get(`${decision}/invullen/locations`)).text()
  expect(locations).toContain('value="Eemdal Centrum"')
  expect(locations).toContain('value="Eemplein 71, 3812 EA Amersfoort"')
  expect(locations).not.toContain('Domstad')
  expect(locations).toContain('Balie heeft ingevuld wat al bekend is')
  expect(await (await official.get(`${decision}/invullen/partners`)).text()).toContain('Welzijn Eemdal')
  expect(await (await official.get(`${decision}/invullen/amount`)).text()).toContain('value="2027"')
  // What nobody kept yet stands in the text already.
  expect(await (await official.get(`${decision}/tekst`)).text()).toContain('Eemplein 71, 3812 EA Amersfoort')
})

test('keeps what is typed in place of the proposal, also when it is less', async () => {
  const address = `${decision}/invullen/locations`
  const saved = await official.post(address, {
    'desks.0.name': 'Eemdal Centrum',
    'desks.0.address': 'Nieuw adres 1',
    'desks.0.hours': '20',
    'desks.1.name': '',
    'desks.1.address': '',
    'desks.1.hours': '',
    'weeks-ahead': 'zes weken',
    version: '0',
  })
  expect(saved.status).toBe(303)
  expect(await filled('locations')).toMatchObject({
    filled: { desks: [['Eemdal Centrum', 'Nieuw adres 1', '20']], 'weeks-ahead': 'zes weken' },
    version: 1,
  })
  const text = await (await official.get(`${decision}/tekst`)).text()
  expect(text).toContain('uiterlijk zes weken tevoren')
  expect(text).not.toContain('Eemdal Noord')
  // Asked anew it proposes what is known now, and keeps what Balie does not know.
  const anew = await (await official.get(`${address}?opnieuw=ja`)).text()
  expect(anew).toContain('value="Eemdal Noord"')
  expect(anew).toContain('value="zes weken"')
})

test.each([
  ['1.234,56', '1234,56'],
  ['1,234.56', '1234,56'],
  ['€ 1234', '1234,00'],
])('an amount typed as %s is kept as %s', async (typed, kept) => {
  const version = String((await filled('amount'))?.version ?? 0)
  await official.post(`${decision}/invullen/amount`, { amount: typed, version })
  expect((await filled('amount')).filled.amount).toBe(kept)
})

test('says at each field what is wrong, and loses nothing', async () => {
  const wrong = await official.post(`${decision}/invullen/amount`, {
    year: '27',
    amount: '-5',
    'advance-percent': '110',
    ...dayBoxes('advance-day', '2027-02-30'),
    version: '0',
  })
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  for (const field of ['year', 'amount', 'advance-percent', 'advance-day'])
    expect(page).toContain(`href="#${field}"`)
  for (const typed of ['27', '-5', '110', '30']) expect(page).toContain(`value="${typed}"`)
  const contacts = await official.post(`${decision}/invullen/contacts`, {
    'municipality-person': 'J. de Vries, 033 123 45 67, j@amersfoort.example',
    'library-person': 'iemand 123456782',
    version: '0',
  })
  expect(contacts.status).toBe(422)
  expect(await contacts.text()).not.toContain('href="#municipality-person"')
})

test('a key that does not add up to 100 percent is refused, and thirds are possible', async () => {
  await owner.query("update agreements.agreements set kind = 'cooperation'")
  await owner.query("update agreements.drafts set blocks = '{costs-by-key,six-roles}'")
  const address = `${decision}/invullen/costs-by-key`
  const shares = (...parts: string[]) => ({
    basis: 'inwoners',
    'which-costs': 'opleiding',
    version: '0',
    ...Object.fromEntries(
      parts.flatMap((share, row) => [
        [`key.${row}.municipality`, `Gemeente ${row}`],
        [`key.${row}.share`, share],
      ]),
    ),
  })
  const wrong = await official.post(address, shares('33', '33', '33'))
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('Samen zijn de delen geen 100 procent')
  expect((await official.post(address, shares('40', 'veel'))).status).toBe(422)
  expect((await official.post(address, shares('33,3', '33.3%', '33,4'))).status).toBe(303)
  expect((await filled('costs-by-key')).filled.key).toEqual([
    ['Gemeente 0', '33,3'],
    ['Gemeente 1', '33,3'],
    ['Gemeente 2', '33,4'],
  ])
  const roles = await (await official.get(`${decision}/invullen/six-roles`)).text()
  expect(roles).toContain('Regisseur van het netwerk')
})
