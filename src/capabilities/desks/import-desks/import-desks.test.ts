import { expect, test } from 'vitest'
import { hiddenField, sendFile } from '../../../../tests/support/send-file.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import type { Person } from '../../../../tests/support/world.ts'

const balie = await testApp()
const { as, owner, world } = balie
const address = '/beheer/inlezen/informatiepunten'

async function read(
  person: Person,
  content: string,
): Promise<{ html: string; save: () => Promise<Response> }> {
  const browser = await as(person)
  const html = await (await sendFile(balie, browser, address, content)).text()
  const sent = { rows: hiddenField(html, 'rows'), fingerprint: hiddenField(html, 'fingerprint') }
  return { html, save: () => browser.post(`${address}/opslaan`, sent) }
}

test('a library reads its own desks without naming itself, a child before its mother', async () => {
  const file = `naam,soort,gemeente,moederpunt,postcode
Wijkcentrum,vast,Leusden,Eemdal West,3831 BK
Eemdal West,bibliotheek,Amersfoort,,
Eemdal Centrum,,,,
`
  const { html, save } = await read('manager', file)
  expect(html).toContain('Nieuw: 2. Gewijzigd: 0. Hetzelfde: 1. Fout: 0.')
  expect((await save()).headers.get('location')).toBe(`${address}?nieuw=2&gewijzigd=0`)
  const { rows } = await owner.query(
    `select desk.name, desk.library_id, mother.name as mother from desks.desks desk left join desks.desks mother on mother.id = desk.mother_desk_id
     where desk.name in ('Wijkcentrum', 'Eemdal West') order by 1`,
  )
  expect(rows).toEqual([
    { name: 'Eemdal West', library_id: world.library, mother: null },
    { name: 'Wijkcentrum', library_id: world.library, mother: 'Eemdal West' },
  ])
  const audit = await owner.query(
    `select library_id, details from platform.audit_lines where action = 'desks.import'`,
  )
  expect(audit.rows).toEqual([{ library_id: world.library, details: { added: 2, changed: 0 } }])
  expect((await read('manager', file)).html).toContain('Nieuw: 0. Gewijzigd: 0. Hetzelfde: 3. Fout: 0.')
})

test('an address of which one part gainsays another is told in its row, as the form tells it', async () => {
  const { html, save } = await read(
    'manager',
    'naam,soort,gemeente,postcode,plek\nWest,bibliotheek,Utrecht,1012 LG,"53.21, 6.56"\n',
  )
  expect(html).toContain('Postcode 1012 LG ligt in Amsterdam')
  expect(html).toMatch(/Deze plek ligt 1\d\d km van postcode 1012 LG/)
  expect((await save()).status).toBe(422)
})

test("a library does not read another library's desk", async () => {
  const { html, save } = await read('manager', 'bibliotheek;naam;open\nBibliotheek Domstad;Domstad;nee\n')
  expect(html).toContain('een bibliotheek die je beheert')
  expect((await save()).status).toBe(422)
  const { rows } = await owner.query('select active from desks.desks where id = $1', [world.otherDesk])
  expect(rows).toEqual([{ active: true }])
})

test('the nation says at each row which library', async () => {
  const wrong = await sendFile(balie, await as('administrator'), address, 'naam\nPunt\n')
  expect(await wrong.text()).toContain('ontbreekt: bibliotheek')
  const { save } = await read('administrator', 'bibliotheek;naam;open\nBibliotheek Domstad;Domstad;nee\n')
  expect((await save()).status).toBe(303)
  const { rows } = await owner.query('select active from desks.desks where id = $1', [world.otherDesk])
  expect(rows).toEqual([{ active: false }])
})

test('one choice goes there at once, two are asked', async () => {
  expect((await (await as('libraryAdministrator')).get('/beheer/inlezen')).headers.get('location')).toBe(
    address,
  )
  expect(await (await (await as('administrator')).get('/beheer/inlezen')).text()).toContain(address)
  const ofLibrary = await (await (await as('manager')).get('/beheer/inlezen')).text()
  expect(ofLibrary).toContain(address)
  expect(ofLibrary).toContain('/beheer/inlezen/hulpcontacten')
})

test('the example has the columns and can be read itself', async () => {
  const browser = await as('administrator')
  const example = (await (await browser.get(`${address}/voorbeeld`)).text()).replaceAll(
    'Voorbeeldstad',
    'Eemdal',
  )
  expect((await read('administrator', example)).html).toContain(
    'Nieuw: 2. Gewijzigd: 0. Hetzelfde: 0. Fout: 0.',
  )
})

test.each(['employee', 'privacyOfficer', 'analyst'] as const)('a %s may not', async (person) => {
  expect((await sendFile(balie, await as(person), address, 'naam\nPunt\n')).status).toBe(403)
})
