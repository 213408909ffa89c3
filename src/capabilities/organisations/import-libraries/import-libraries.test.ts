import { expect, test } from 'vitest'
import { hiddenField, sendFile } from '../../../../tests/support/send-file.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import { csvLimits } from '../../../platform/csv/read-csv.ts'

const balie = await testApp()
const { as, owner, world } = balie
const address = '/beheer/inlezen/bibliotheken'
const file = `naam;isil;gemeenten
Bibliotheek 't Fjord;NL-0200010000;Almere
Bibliotheek Eemdal;NL-0100030000;"Amersfoort, Leusden"
Bibliotheek Domstad;;
`

async function preview(content: string | Uint8Array<ArrayBuffer>): Promise<Response> {
  return sendFile(balie, await as('administrator'), address, content)
}
async function libraries() {
  const { rows } = await owner.query(
    `select name, isil_code as isil, array(select municipality_code from organisations.library_municipalities where library_id = id order by 1) as area
     from organisations.organisations where kind = 'library' order by name`,
  )
  return rows
}
const before = await libraries()

test('the preview says what each row will do, and nothing is saved', async () => {
  const html = await (await preview(file)).text()
  expect(html).toContain('Nieuw: 1. Gewijzigd: 1. Hetzelfde: 1. Fout: 0.')
  expect(await libraries()).toEqual(before)
  const lines = await owner.query(`select from platform.audit_lines where action like 'organisations.%'`)
  expect(lines.rowCount).toBe(0)
})

test('a preview over which somebody else made a change is shown again instead of saved', async () => {
  const html = await (await preview(file)).text()
  const sent = { rows: hiddenField(html, 'rows'), fingerprint: hiddenField(html, 'fingerprint') }
  await owner.query(`update organisations.organisations set name = 'Bibliotheek Eemland' where id = $1`, [
    world.library,
  ])
  const response = await (await as('administrator')).post(`${address}/opslaan`, sent)
  expect(response.status).toBe(422)
  expect(await response.text()).toContain('is er iets veranderd')
  await owner.query(`update organisations.organisations set name = 'Bibliotheek Eemdal' where id = $1`, [
    world.library,
  ])
  expect(await libraries()).toEqual(before)
})

test('confirmed, all is saved at once with its lines in the log; read again it changes nothing', async () => {
  const html = await (await preview(file)).text()
  const sent = { rows: hiddenField(html, 'rows'), fingerprint: hiddenField(html, 'fingerprint') }
  const response = await (await as('administrator')).post(`${address}/opslaan`, sent)
  expect(response.headers.get('location')).toBe(`${address}?nieuw=1&gewijzigd=1`)
  expect(await libraries()).toEqual([
    { name: "Bibliotheek 't Fjord", isil: 'NL-0200010000', area: ['GM0034'] },
    { name: 'Bibliotheek Domstad', isil: null, area: ['GM0344'] },
    { name: 'Bibliotheek Eemdal', isil: 'NL-0100030000', area: ['GM0307', 'GM0327'] },
  ])
  const { rows } = await owner.query(
    `select action, details from platform.audit_lines where action like 'organisations.%' order by id`,
  )
  expect(rows.map(({ action }) => action)).toEqual([
    'organisations.add',
    'organisations.change',
    'organisations.import',
  ])
  expect(rows[2].details).toEqual({ added: 1, changed: 1 })
  expect(await (await preview(file)).text()).toContain('Nieuw: 0. Gewijzigd: 0. Hetzelfde: 3. Fout: 0.')
})

test('a wrong row is named with its line, and there is nothing to confirm', async () => {
  const response = await preview('naam;gemeenten\nBibliotheek Goed;Almere\nBibliotheek Fout;Almeere\n')
  expect(response.status).toBe(422)
  const html = await response.text()
  expect(html).toContain('De gemeente Almeere is er niet')
  expect(html).not.toContain('Zo opslaan')
  const sent = { rows: hiddenField(html, 'rows'), fingerprint: hiddenField(html, 'fingerprint') }
  expect((await (await as('administrator')).post(`${address}/opslaan`, sent)).status).toBe(422)
})

test('what was changed in the page itself is checked again', async () => {
  const rows = JSON.stringify([{ line: 2, cells: { naam: 'Bibliotheek Los', isil: 'nep', gemeenten: '' } }])
  const administrator = await as('administrator')
  expect((await administrator.post(`${address}/opslaan`, { rows, fingerprint: 'x' })).status).toBe(422)
  expect((await administrator.post(`${address}/opslaan`, { rows: '[{}]', fingerprint: 'x' })).status).toBe(
    415,
  )
})

test.each([
  ['nothing', '', 'Kies een bestand'],
  ['no rows', 'naam\n', 'geen regels'],
  ['an Excel file', 'PK\u0003\u0004....', 'Opslaan als'],
  ['a column missing', 'isil\nNL-0200010000\n', 'ontbreekt: naam'],
  ['too much', `naam\n${'a'.repeat(csvLimits.bytes)}`, 'groter dan 1 MB'],
])('%s is said at the field', async (_, content, message) => {
  const response = await preview(content)
  expect(response.status).toBe(422)
  const html = await response.text()
  expect(html).toContain(message)
  expect(html).toContain('href="#file"')
})

test('the example can be read itself', async () => {
  const response = await (await as('administrator')).get(`${address}/voorbeeld`)
  expect(response.headers.get('content-disposition')).toContain('bibliotheken-voorbeeld.csv')
  const html = await (await preview(new Uint8Array(await response.arrayBuffer()))).text()
  expect(html).toContain('Nieuw: 2. Gewijzigd: 0. Hetzelfde: 0. Fout: 0.')
})

test('a library manager may not', async () => {
  expect((await sendFile(balie, await as('manager'), address, file)).status).toBe(403)
})
