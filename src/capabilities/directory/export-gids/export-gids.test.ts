import { expect, test } from 'vitest'
import { addEntry } from '../../../../tests/support/directory-entry.ts'
import { testApp } from '../../../../tests/support/test-app.ts'

const { owner, world, as } = await testApp()
const { partner } = await addEntry(owner, { libraryId: world.library, name: 'Welzijn Eemdal' })
await addEntry(owner, { libraryId: world.otherLibrary, name: 'Welzijn Domstad' })
await addEntry(owner, { libraryId: null, name: '=Formule Nederland' })
await owner.query(
  `insert into directory.contact_persons (id, partner_id, name, created_at) values (gen_random_uuid(), $1, 'Verzonnen Naam', now())`,
  [partner],
)
const path = '/beheer/sociale-kaart/gids.csv'
const lines = async (person: 'manager' | 'administrator') =>
  (await (await (await as(person)).get(path)).text()).trim().split('\r\n')

test('a library gets its own desks and entries, in columns with a name; no person stands in it', async () => {
  const [header = '', ...rows] = await lines('manager')
  expect(header).toContain('organisatie;dienst-id;dienst;omschrijving')
  const text = rows.join('\n')
  for (const name of ['Welzijn Eemdal', 'Informatiepunt Digitale Overheid Eemdal Centrum'])
    expect(text).toContain(name)
  expect(text).not.toMatch(/Domstad|Verzonnen Naam|Formule/)
  for (const row of rows) expect(row.split(';').length).toBeGreaterThanOrEqual(header.split(';').length)
})

test('the nation gets all; a name that a spreadsheet would run stays a name', async () => {
  const text = (await lines('administrator')).join('\n')
  for (const name of ['Welzijn Domstad', 'Eemdal Noord', "'=Formule Nederland"]) expect(text).toContain(name)
})

test.each(['coordinator', 'employee'] as const)('a %s may not', async (person) => {
  expect((await (await as(person)).get(path)).status).toBe(403)
})
