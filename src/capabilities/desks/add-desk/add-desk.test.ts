import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world } = await testApp()
const nieuw = '/beheer/informatiepunten/nieuw'
const fields = { name: 'Eemdal Zuid', kind: 'library', municipality: 'GM0307', postcode: '3811lp' }

async function desk(name: string) {
  const { rows } = await owner.query('select * from desks.desks where name = $1', [name])
  return rows[0]
}

test('a library adds a desk to itself, whatever library the address names', async () => {
  const browser = await as('manager')
  const response = await browser.post(`${nieuw}?bibliotheek=${world.otherLibrary}`, {
    ...fields,
    kind: 'fixed',
    mother: world.desk,
    street: 'Eemplein',
    'house-number': '71',
    town: 'Amersfoort',
  })
  expect(response.status).toBe(303)
  expect(await desk('Eemdal Zuid')).toMatchObject({
    library_id: world.library,
    kind: 'fixed',
    mother_desk_id: world.desk,
    street: 'Eemplein',
    house_number: '71',
    postcode: '3811 LP',
    town: 'Amersfoort',
    active: true,
  })
  const audit = await owner.query(`select library_id from platform.audit_lines where action = 'desks.add'`)
  expect(audit.rows).toEqual([{ library_id: world.library }])
})

test('everything that is said of a desk is kept, tidily', async () => {
  const response = await (await as('manager')).post(nieuw, {
    ...fields,
    name: 'Eemdal Oost',
    host: 'Buurthuis De Wende',
    phone: '(033)-0123456',
    email: 'oost@eemdal.example',
    website: 'www.eemdal.example/oost',
    'step-free': 'yes',
    'hearing-loop': 'no',
    'private-room': '',
    languages: ['tr', 'en'],
    variant: 'always',
    'by-appointment': 'yes',
    employees: '2',
    volunteers: '14',
    'partner-staff': '',
    note: 'De ingang is\r\naan de achterkant.',
  })
  expect(response.status).toBe(303)
  expect(await desk('Eemdal Oost')).toMatchObject({
    host: 'Buurthuis De Wende',
    phone: '033 012 34 56',
    email: 'oost@eemdal.example',
    website: 'https://www.eemdal.example/oost',
    step_free: true,
    hearing_loop: false,
    private_room: null,
    languages: ['en', 'tr'],
    variant: 'always',
    by_appointment: true,
    employees: 2,
    volunteers: 14,
    partner_staff: null,
    note: 'De ingang is aan de achterkant.',
  })
  const html = await (await (await as('manager')).get(response.headers.get('location') ?? '')).text()
  for (const part of [
    'value="033 012 34 56"',
    'value="tr" checked',
    'value="always" checked',
    '>De ingang is aan',
  ])
    expect(html).toContain(part)
})

test('without a point of its own a desk stands in the middle of its postcode area', async () => {
  const browser = await as('manager')
  await browser.post(nieuw, { ...fields, name: 'Op postcode' })
  await browser.post(nieuw, { ...fields, name: 'Op punt', point: '52.1561, 5.3878' })
  await browser.post(nieuw, { ...fields, name: 'Nergens', postcode: '' })
  const where = async (name: string) => {
    const { latitude, longitude, located_by } = await desk(name)
    return [latitude, longitude, located_by]
  }
  expect(await where('Op postcode')).toEqual([52.1557, 5.3881, 'postcode'])
  expect(await where('Op punt')).toEqual([52.1561, 5.3878, 'address'])
  expect(await where('Nergens')).toEqual([null, null, null])
})

test('the nation first says whose desk it is', async () => {
  const browser = await as('administrator')
  expect(await (await browser.get(nieuw)).text()).toContain('name="bibliotheek"')
  const response = await browser.post(`${nieuw}?bibliotheek=${world.otherLibrary}`, {
    ...fields,
    name: 'Domstad West',
  })
  expect(response.status).toBe(303)
  const { rows } = await owner.query(`select library_id from desks.desks where name = 'Domstad West'`)
  expect(rows).toEqual([{ library_id: world.otherLibrary }])
})

test('the municipalities of the working area come first', async () => {
  const html = await (await (await as('manager')).get(nieuw)).text()
  expect(html.indexOf('GM0307')).toBeLessThan(html.indexOf('GM1680'))
})

test.each([
  ['no name', { name: '' }, '#name'],
  ['a name that is there', { name: 'EEMDAL CENTRUM' }, '#name'],
  ['no kind', { kind: '' }, '#kind'],
  ['no municipality', { municipality: '' }, '#municipality'],
  ['a municipality that does not exist', { municipality: 'GM9999' }, '#municipality'],
  ['a wrong postcode', { postcode: '0811 LP' }, '#postcode'],
  ['a postcode that does not exist', { postcode: '1999 ZZ' }, '#postcode'],
  ['a postcode of another municipality', { municipality: 'GM0344', postcode: '1012 LG' }, '#municipality'],
  ['a point far from its postcode', { point: '53.21, 6.56' }, '#point'],
  ['a point that is none', { point: 'bij het station' }, '#point'],
  ['a point outside the Netherlands', { point: '48.85661, 2.35222' }, '#point'],
  ['an outside desk without a mother', { kind: 'fixed' }, '#mother'],
  ['a pop-up without a mother', { kind: 'pop-up' }, '#mother'],
  ['a bus without a mother', { kind: 'mobile' }, '#mother'],
  ['a telephone desk without a telephone', { kind: 'telephone' }, '#phone'],
  ['no telephone number', { phone: '12345' }, '#phone'],
  ['no e-mail address', { email: 'oost' }, '#email'],
  ['a website that runs code', { website: 'javascript:alert(1)' }, '#website'],
  ['a language that is not there', { languages: ['xx'] }, '#languages'],
  ['a variant that is not there', { variant: 'groot' }, '#variant'],
  ['an answer that is not there', { 'step-free': 'misschien' }, '#step-free'],
  ['a number that is none', { volunteers: 'veel' }, '#volunteers'],
  ['a negative number', { employees: '-1' }, '#employees'],
  ['a long tip', { note: 'woord '.repeat(51) }, '#note'],
  ['a tip of 10,000 characters', { note: 'x'.repeat(10_000) }, '#note'],
  ['a telephone number in the tip', { note: 'Bel Jan: 06 12345678' }, '#note'],
  ['an e-mail address in the tip', { note: 'mail jan@eemdal.example' }, '#note'],
  ['an address in the tip', { note: 'bij Jan, 3811 LP 12' }, '#note'],
])('%s is told at the field', async (_, change, link) => {
  const response = await (await as('manager')).post(nieuw, { ...fields, name: 'Nog een', ...change })
  expect(response.status).toBe(422)
  const html = await response.text()
  expect(html).toContain(`href="${link}"`)
  expect(html).toContain(`id="${link.slice(1)}"`)
  expect(await desk('Nog een')).toBeUndefined()
})

test('a desk of another library is no mother, and neither is one that has a mother itself', async () => {
  for (const mother of [world.otherDesk, world.popUpDesk]) {
    const response = await (await as('manager')).post(nieuw, {
      ...fields,
      kind: 'fixed',
      name: 'Kind',
      mother,
    })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('href="#mother"')
  }
})

test.each(['employee', 'coordinator', 'privacyOfficer', 'official', 'analyst'] as const)(
  'a %s may not',
  async (person) => {
    expect((await (await as(person)).post(nieuw, fields)).status).toBe(403)
  },
)
