import { expect, test } from 'vitest'
import { hiddenField, sendFile } from '../../../../tests/support/send-file.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import type { Person } from '../../../../tests/support/world.ts'

const balie = await testApp()
const { as, owner, world } = balie
const address = '/beheer/inlezen/vestigingen'

async function read(person: Person, content: string) {
  const browser = await as(person)
  const html = await (await sendFile(balie, browser, address, content)).text()
  const sent = { rows: hiddenField(html, 'rows'), fingerprint: hiddenField(html, 'fingerprint') }
  return { html, save: () => browser.post(`${address}/opslaan`, sent) }
}

test('a library reads its branches, and reading them again changes nothing', async () => {
  const file = `naam,soort,gemeente,postcode,informatiepunt,open
Zuid,vestiging,Leusden,3831 BK,,
Eemhuis,vestiging,Amersfoort,3811 LP,eemdal centrum,ja
Oude school,anders,Amersfoort,,,nee
`
  const { html, save } = await read('manager', file)
  expect(html).toContain('Nieuw: 3. Gewijzigd: 0. Hetzelfde: 0. Fout: 0.')
  expect((await save()).headers.get('location')).toBe(`${address}?nieuw=3&gewijzigd=0`)
  const { rows } = await owner.query(
    `select name, library_id, municipality_code, desk_id, located_by, active from desks.branches order by name`,
  )
  const own = { library_id: world.library }
  expect(rows).toEqual([
    {
      ...own,
      name: 'Eemhuis',
      municipality_code: 'GM0307',
      desk_id: world.desk,
      located_by: 'postcode',
      active: true,
    },
    {
      ...own,
      name: 'Oude school',
      municipality_code: 'GM0307',
      desk_id: null,
      located_by: null,
      active: false,
    },
    {
      ...own,
      name: 'Zuid',
      municipality_code: 'GM0327',
      desk_id: null,
      located_by: 'postcode',
      active: true,
    },
  ])
  const audit = await owner.query(
    `select library_id, details from platform.audit_lines where action = 'desks.import-branches'`,
  )
  expect(audit.rows).toEqual([{ library_id: world.library, details: { added: 3, changed: 0 } }])
  expect((await read('manager', file)).html).toContain('Nieuw: 0. Gewijzigd: 0. Hetzelfde: 3. Fout: 0.')

  const reopened = await read('manager', 'naam,plaats,open\nOude school,Amersfoort,ja\nZUID,,\n')
  expect(reopened.html).toContain('Nieuw: 0. Gewijzigd: 2.')
  expect((await reopened.save()).status).toBe(303)
  const after = await owner.query(`select name from desks.branches where active order by name`)
  expect(after.rows.map(({ name }) => name)).toEqual(['Eemhuis', 'Oude school', 'ZUID'])
})

test.each([
  ['another library', 'bibliotheek,naam\nBibliotheek Domstad,X\n', 'een bibliotheek die je beheert'],
  ['no kind', 'naam,gemeente\nX,Amersfoort\n', 'Kies wat voor vestiging het is'],
  ['another kind', 'naam,soort,gemeente\nX,kiosk,Amersfoort\n', 'vestiging, servicepunt, anders'],
  ['no municipality', 'naam,soort\nX,vestiging\n', 'Kies een gemeente'],
  ['a municipality that is not there', 'naam,soort,gemeente\nX,vestiging,Nergens\n', 'Nergens'],
  [
    'a postcode that is not there',
    'naam,soort,gemeente,postcode\nX,anders,Amersfoort,1999 ZZ\n',
    'kennen we niet',
  ],
  [
    "another library's desk",
    'naam,soort,gemeente,informatiepunt\nX,anders,Amersfoort,Domstad\n',
    'naam van een informatiepunt',
  ],
  ['neither ja nor nee', 'naam,soort,gemeente,open\nX,anders,Amersfoort,soms\n', 'Schrijf bij open'],
  ['twice', 'naam,soort,gemeente\nX,anders,Amersfoort\nx,anders,Amersfoort\n', 'ook op regel 2'],
])('%s is told at the row, and nothing is read', async (_, file, message) => {
  const { html, save } = await read('manager', file)
  expect(html).toContain(message)
  expect((await save()).status).toBe(422)
})

test('the example has the columns and can be read itself', async () => {
  const browser = await as('administrator')
  const example = (await (await browser.get(`${address}/voorbeeld`)).text()).replaceAll(
    'Voorbeeldstad',
    'Eemdal',
  )
  expect((await read('administrator', example)).html).toContain(
    'Nieuw: 1. Gewijzigd: 1. Hetzelfde: 0. Fout: 0.',
  )
})

test.each(['employee', 'privacyOfficer', 'analyst'] as const)('a %s may not', async (person) => {
  expect((await sendFile(balie, await as(person), address, 'naam\nPunt\n')).status).toBe(403)
})
