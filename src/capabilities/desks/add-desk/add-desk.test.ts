import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world } = await testApp()
const nieuw = '/beheer/informatiepunten/nieuw'
const fields = { name: 'Eemdal Zuid', kind: 'fixed', municipality: 'GM0307', postcode: '3811lp' }

test('a library adds a desk to itself, whatever library the address names', async () => {
  const browser = await as('manager')
  const response = await browser.post(`${nieuw}?bibliotheek=${world.otherLibrary}`, {
    ...fields,
    mother: world.desk,
    street: 'Eemplein',
    'house-number': '71',
    town: 'Amersfoort',
  })
  expect(response.status).toBe(303)
  const { rows } = await owner.query(
    `select library_id, kind, mother_desk_id, street, house_number, postcode, town from desks.desks where name = 'Eemdal Zuid'`,
  )
  expect(rows).toEqual([
    {
      library_id: world.library,
      kind: 'fixed',
      mother_desk_id: world.desk,
      street: 'Eemplein',
      house_number: '71',
      postcode: '3811 LP',
      town: 'Amersfoort',
    },
  ])
  const audit = await owner.query(`select library_id from platform.audit_lines where action = 'desks.add'`)
  expect(audit.rows).toEqual([{ library_id: world.library }])
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
])('%s is told at the field', async (_, change, link) => {
  const response = await (await as('manager')).post(nieuw, { ...fields, name: 'Nog een', ...change })
  expect(response.status).toBe(422)
  expect(await response.text()).toContain(`href="${link}"`)
})

test('a desk of another library is no mother, and neither is one that has a mother itself', async () => {
  for (const mother of [world.otherDesk, world.popUpDesk]) {
    const response = await (await as('manager')).post(nieuw, { ...fields, name: 'Kind', mother })
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
