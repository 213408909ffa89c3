import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner } = await testApp()
const nieuw = '/beheer/organisaties/nieuw?soort=bibliotheek'

test('the nation adds a library with its working area, and the log says so', async () => {
  const browser = await as('administrator')
  const response = await browser.post(nieuw, {
    name: 'Bibliotheek Polderrand',
    isil: 'nl-0100030000',
    municipalities: ['GM0034', 'GM0307'],
  })
  expect(response.status).toBe(303)
  const id = /organisaties\/([\da-f-]+)\?/.exec(response.headers.get('location') ?? '')?.[1]
  const { rows } = await owner.query(
    `select kind, isil_code, active, (select array_agg(municipality_code order by 1) from organisations.library_municipalities where library_id = id) as area
     from organisations.organisations where id = $1`,
    [id],
  )
  expect(rows).toEqual([
    { kind: 'library', isil_code: 'NL-0100030000', active: true, area: ['GM0034', 'GM0307'] },
  ])
  const audit = await owner.query(
    'select action, library_id from platform.audit_lines where subject_id = $1',
    [id],
  )
  expect(audit.rows).toEqual([{ action: 'organisations.add', library_id: id }])
})

test('a second library by the same name is refused, and what was typed stands there still', async () => {
  const response = await (await as('administrator')).post(nieuw, {
    name: 'bibliotheek eemdal',
    isil: 'NL-0100040000',
    municipalities: ['GM0034'],
  })
  expect(response.status).toBe(422)
  const html = await response.text()
  expect(html).toContain('<title>Fout: ')
  expect(html).toContain('href="#name"')
  expect(html).toContain('value="NL-0100040000"')
  expect(html).toMatch(/value="GM0034" checked/)
})

test.each([
  ['no name', { name: ' ', isil: '' }, '#name'],
  ['a code that is no ISIL', { name: 'Bibliotheek Duinkant', isil: 'NL-99' }, '#isil'],
])('%s is told at the field', async (_, fields, link) => {
  const response = await (await as('administrator')).post(nieuw, fields)
  expect(response.status).toBe(422)
  expect(await response.text()).toContain(`href="${link}"`)
})

test('a municipality is added once', async () => {
  const browser = await as('administrator')
  const add = (name: string, municipality: string): Promise<Response> =>
    browser.post('/beheer/organisaties/nieuw?soort=gemeente', { name, municipality })
  expect((await add('Gemeente Almere', 'GM0034')).status).toBe(303)
  expect((await add('Gemeente Almere bis', 'GM0034')).status).toBe(422)
  expect((await add('Gemeente Nergens', '')).status).toBe(422)
})

test('there is no second nation', async () => {
  const browser = await as('administrator')
  const html = await (
    await browser.post('/beheer/organisaties/nieuw?soort=landelijk', { name: 'Nog een' })
  ).text()
  expect(html).toContain('name="soort"')
  const { rows } = await owner.query(`select from organisations.organisations where kind = 'nation'`)
  expect(rows).toHaveLength(1)
})

test.each(['manager', 'analyst', 'employee'] as const)('a %s may not', async (person) => {
  expect((await (await as(person)).post(nieuw, { name: 'Van mij' })).status).toBe(403)
})
