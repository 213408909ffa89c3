import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world } = await testApp()
const nieuw = '/beheer/vestigingen/nieuw'
const fields = { name: 'Eemdal Zuid', kind: 'branch', municipality: 'GM0307', postcode: '3811lp' }

async function branch(name: string) {
  return (await owner.query('select * from desks.branches where name = $1', [name])).rows[0]
}

test('a library adds a branch to itself, whatever library the address names', async () => {
  const response = await (await as('manager')).post(`${nieuw}?bibliotheek=${world.otherLibrary}`, fields)
  expect(response.status).toBe(303)
  expect(await branch('Eemdal Zuid')).toMatchObject({
    library_id: world.library,
    postcode: '3811 LP',
    latitude: 52.1557,
    located_by: 'postcode',
    desk_id: null,
    active: true,
  })
  const audit = await owner.query(
    `select library_id from platform.audit_lines where action = 'desks.add-branch'`,
  )
  expect(audit.rows).toEqual([{ library_id: world.library }])
})

test('the nation first says whose branch it is', async () => {
  const browser = await as('administrator')
  expect(await (await browser.get(nieuw)).text()).toContain('name="bibliotheek"')
  const response = await browser.post(`${nieuw}?bibliotheek=${world.otherLibrary}`, {
    ...fields,
    name: 'West',
  })
  expect(response.status).toBe(303)
  expect(await branch('West')).toMatchObject({ library_id: world.otherLibrary })
})

test.each([
  ['no name', { name: '' }, '#name'],
  ['a name that is there', { name: 'EEMDAL ZUID' }, '#name'],
  ['no kind', { kind: '' }, '#kind'],
  ['no municipality', { municipality: '' }, '#municipality'],
  ['a municipality that does not exist', { municipality: 'GM9999' }, '#municipality'],
  ['a postcode that does not exist', { postcode: '1999 ZZ' }, '#postcode'],
  ['a postcode of another municipality', { municipality: 'GM0344', postcode: '1012 LG' }, '#municipality'],
  ['a point far from its postcode', { point: '53.21, 6.56' }, '#point'],
  ['a point outside the Netherlands', { point: '48.85661, 2.35222' }, '#point'],
  ["another library's desk", { desk: world.otherDesk }, '#desk'],
])('%s is told at the field', async (_, change, link) => {
  const response = await (await as('manager')).post(nieuw, { ...fields, name: 'Nog een', ...change })
  expect(response.status).toBe(422)
  expect(await response.text()).toContain(`href="${link}"`)
})

test('a desk begins in a branch, with what is known of it filled in', async () => {
  const browser = await as('manager')
  const { id } = await branch('Eemdal Zuid')
  expect(await (await browser.get('/beheer/vestigingen')).text()).toContain(`nieuw?vestiging=${id}`)
  const begin = `/beheer/informatiepunten/nieuw?vestiging=${id}`
  const html = await (await browser.get(begin)).text()
  expect(html).toContain('value="Eemdal Zuid"')
  expect(html).toContain('value="3811 LP"')
  expect(html).toMatch(/value="library" checked/)

  const wrong = await browser.post(begin, { ...fields, kind: 'library', name: 'Eemdal Centrum' })
  expect(wrong.status).toBe(422)
  expect(await branch('Eemdal Zuid')).toMatchObject({ desk_id: null })
  const response = await browser.post(begin, { ...fields, kind: 'library' })
  expect(response.status).toBe(303)
  const desk = await owner.query(`select id from desks.desks where name = 'Eemdal Zuid'`)
  expect(await branch('Eemdal Zuid')).toMatchObject({ desk_id: desk.rows[0].id })

  // Pressed once more, by a colleague: no second desk in one branch.
  const twice = await browser.post(begin, { ...fields, kind: 'library', name: 'Eemdal Zuid 2' })
  expect(twice.status).toBe(422)
  expect((await owner.query(`select from desks.desks where name = 'Eemdal Zuid 2'`)).rowCount).toBe(0)
})

test("no desk begins in another library's branch", async () => {
  const { id } = await branch('West')
  const browser = await as('manager')
  const response = await browser.post(`/beheer/informatiepunten/nieuw?vestiging=${id}`, {
    ...fields,
    kind: 'library',
    name: 'Elders',
  })
  expect(response.status).toBe(303)
  expect(await branch('West')).toMatchObject({ desk_id: null })
  const { rows } = await owner.query(`select library_id from desks.desks where name = 'Elders'`)
  expect(rows).toEqual([{ library_id: world.library }])
})

test.each(['employee', 'coordinator', 'official', 'analyst'] as const)('a %s may not', async (person) => {
  expect((await (await as(person)).post(nieuw, fields)).status).toBe(403)
})
