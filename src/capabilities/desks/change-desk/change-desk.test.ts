import { expect, test } from 'vitest'
import { hiddenField } from '../../../../tests/support/send-file.ts'
import { type Fields, type TestBrowser, testApp } from '../../../../tests/support/test-app.ts'
import { proveLibrary } from '../../../platform/auth/scope.ts'
import { deskForm } from '../add-desk/add-desk.form.ts'
import { deskFields, writeShown } from '../desk-fields.ts'
import { changeDesk } from './change-desk.command.ts'
import { findDeskDetails } from './change-desk.query.ts'

const { as, clock, database, owner, world } = await testApp()
const address = `/beheer/informatiepunten/${world.desk}`
const fields = {
  name: 'Eemdal Centrum',
  kind: 'library',
  municipality: 'GM0307',
  street: 'Eemplein',
  'house-number': '71',
  postcode: '3811 LP',
  town: 'Amersfoort',
}

async function column(name: string): Promise<unknown> {
  return (await owner.query(`select ${name} as value from desks.desks where id = $1`, [world.desk])).rows[0]
    .value
}

/** What the page sends along unseen. */
async function shownTo(browser: TestBrowser, path = address): Promise<string> {
  return hiddenField(await (await browser.get(path)).text(), 'shown')
}

/** Opens the page and sends the form with these fields. */
async function change(browser: TestBrowser, sent: Fields, path = address): Promise<Response> {
  return browser.post(path, { shown: await shownTo(browser, path), ...sent })
}

test('a change is kept, shown and logged', async () => {
  const browser = await as('manager')
  expect((await change(browser, { ...fields, kind: 'telephone', phone: '0800-1234' })).status).toBe(303)
  const html = await (await browser.get(address)).text()
  expect(html).toMatch(/value="telephone" checked/)
  expect(html).toContain('value="Eemplein"')
  expect(html).toContain('value="0800 1234"')
  const audit = await owner.query(`select subject_id from platform.audit_lines where action = 'desks.change'`)
  expect(audit.rows).toEqual([{ subject_id: world.desk }])
  await change(browser, fields)
})

test('the point on the map goes with the address', async () => {
  const browser = await as('manager')
  const mended = { 'address-change': 'mended' }
  await change(browser, { ...fields, point: '52.16, 5.38' })
  expect(await column('latitude')).toBe(52.16)
  await change(browser, { ...fields, name: 'Eemdal, het Eemhuis', point: '52.16, 5.38' })
  expect([await column('latitude'), await column('located_by')]).toEqual([52.16, 'address'])
  await change(browser, { ...fields, ...mended, street: 'Stationsplein', point: '52.16, 5.38' })
  expect([await column('latitude'), await column('located_by')]).toEqual([52.1557, 'postcode'])
  await change(browser, { ...fields, ...mended, point: '52.17, 5.38' })
  expect([await column('latitude'), await column('located_by')]).toEqual([52.17, 'address'])
  await change(browser, { ...fields, point: '' })
  expect([await column('latitude'), await column('located_by')]).toEqual([52.1557, 'postcode'])
})

test('at another address is asked whether it moved; what was typed stays', async () => {
  const browser = await as('manager')
  const elsewhere = { ...fields, street: 'Stadsring', 'house-number': '2', note: 'Om de hoek.' }
  const asked = await change(browser, elsewhere)
  expect(asked.status).toBe(422)
  const html = await asked.text()
  expect(html).toContain('href="#address-change"')
  expect(html).toContain('value="Stadsring"')
  expect(html).toContain('>Om de hoek.</textarea>')
  expect(await column('street')).toBe('Eemplein')

  await change(browser, { ...elsewhere, 'address-change': 'mended' })
  expect([await column('street'), await column('moved_on')]).toEqual(['Stadsring', null])
  await change(browser, { ...fields, 'address-change': 'moved' })
  expect([await column('street'), await column('moved_on'), await column('moved_from')]).toEqual([
    'Eemplein',
    '2026-11-24',
    'Stadsring 2, 3811 LP Amersfoort',
  ])
})

test('two who change one desk: the second sees what changed, and loses nothing', async () => {
  const [first, second] = [await as('manager'), await as('libraryAdministrator')]
  const shown = await shownTo(second)
  await change(first, { ...fields, phone: '033 012 34 56', host: 'Het Eemhuis', languages: ['tr'] })
  const response = await second.post(address, { ...fields, shown, host: 'De Wende', note: 'Bel aan.' })
  expect(response.status).toBe(422)
  const html = await response.text()
  expect(html).toContain('href="#meanwhile"')
  const table = html.slice(html.indexOf('<table'), html.indexOf('</table>'))
  expect(table).toMatch(/Te gast bij.*Het Eemhuis.*De Wende/s)
  expect(table).toMatch(/Telefoon.*033 012 34 56.*\(leeg\)/s)
  expect(table).toMatch(/Talen naast Nederlands.*Turks.*\(leeg\)/s)
  expect(table).not.toContain('Straat')
  // Of the first what the second left alone, of the second what he typed himself.
  expect(html).toContain('value="033 012 34 56"')
  expect(html).toContain('value="tr" checked')
  expect(html).toContain('value="De Wende"')
  expect(html).toContain('>Bel aan.</textarea>')
  expect(await column('host')).toBe('Het Eemhuis')

  const again = { ...fields, phone: '033 012 34 56', host: 'De Wende', languages: ['tr'], note: 'Bel aan.' }
  expect((await second.post(address, { ...again, shown: hiddenField(html, 'shown') })).status).toBe(303)
  expect([await column('host'), await column('phone'), await column('note')]).toEqual([
    'De Wende',
    '033 012 34 56',
    'Bel aan.',
  ])
})

test('of two at the same moment one is saved, and the other is told', async () => {
  const [first, second] = [await as('manager'), await as('libraryAdministrator')]
  const shown = await shownTo(first)
  const responses = await Promise.all(
    [first, second].map((browser, index) =>
      browser.post(address, { ...fields, shown, volunteers: `${index + 1}` }),
    ),
  )
  expect(responses.map(({ status }) => status).sort()).toEqual([303, 422])
})

test('a change that was shown something older is refused in the transaction too', async () => {
  const scope = proveLibrary(world.accounts.manager, world.library, [world.desk])
  const desk = { id: world.desk, libraryId: world.library }
  const input = await database.read(scope, (db) => findDeskDetails(db, scope, world.desk))
  if (!input) throw new Error('no desk')
  const shown = writeShown(deskFields(input))
  const save = (note: string) =>
    database.write(scope, (tx) => changeDesk(tx, scope, desk, { ...input, note }, clock.now(), { shown }))
  await save('Eerst.')
  await expect(save('Later.')).rejects.toThrow('conflict')
  expect(await column('note')).toBe('Eerst.')
})

test('what was shown cannot be left out or spoiled', async () => {
  const browser = await as('manager')
  expect((await browser.post(address, fields)).status).toBe(409)
  expect((await browser.post(address, { ...fields, shown: '{"name":' })).status).toBe(409)
})

test('a mother does not get a mother', async () => {
  const response = await change(await as('manager'), { ...fields, mother: world.secondDesk })
  expect(response.status).toBe(422)
})

test("another library's desk does not exist for a manager, and does for the nation", async () => {
  const other = `/beheer/informatiepunten/${world.otherDesk}`
  const manager = await as('manager')
  expect((await manager.get(other)).status).toBe(404)
  expect((await manager.post(other, fields)).status).toBe(404)
  expect((await (await as('administrator')).get(other)).status).toBe(200)
})

test('below the queries, row-level security holds as well', async () => {
  const scope = proveLibrary(world.accounts.otherManager, world.otherLibrary, [world.otherDesk])
  const desk = { id: world.desk, libraryId: world.library }
  const sent = {
    ...Object.fromEntries(
      ['mother', 'host', 'point', 'phone', 'email', 'website', 'employees', 'volunteers'].map((name) => [
        name,
        '',
      ]),
    ),
    ...{ 'step-free': '', 'hearing-loop': '', 'private-room': '', 'partner-staff': '', note: '' },
    ...{ languages: [], variant: 'basic', 'by-appointment': false },
  }
  const input = { ...deskForm('2026-11-24').parse({ ...sent, ...fields }), name: 'Van een ander' }
  const write = database.write(scope, (tx) => changeDesk(tx, scope, desk, input, clock.now()))
  await expect(write).rejects.toThrow('not-found')
  expect(await column('name')).toBe('Eemdal Centrum')
})
