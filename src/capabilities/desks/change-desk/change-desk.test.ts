import { describe, expect, test, vi } from 'vitest'
import { hiddenField } from '../../../../tests/support/send-file.ts'
import { type Fields, type TestBrowser, testApp } from '../../../../tests/support/test-app.ts'
import { proveLibrary } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
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

async function financiers(): Promise<string[]> {
  const { rows } = await owner.query(
    'select municipality_code from desks.financiers where desk_id = $1 order by 1',
    [world.desk],
  )
  return rows.map(({ municipality_code }) => municipality_code)
}

describe('which municipalities pay', () => {
  test('is said by ticking them, kept, shown and logged; none is that nobody said so', async () => {
    const browser = await as('manager')
    const before = await (await browser.get(address)).text()
    expect(before).toContain('Gemeenten die dit informatiepunt betalen')
    expect(before).not.toMatch(/name="financiers"[^>]*checked/)

    expect((await change(browser, { ...fields, financiers: ['GM0327', 'GM0307', 'GM0327'] })).status).toBe(
      303,
    )
    expect(await financiers()).toEqual(['GM0307', 'GM0327'])
    const html = await (await browser.get(address)).text()
    expect(html).toMatch(/value="GM0307" checked/)
    expect(html).toMatch(/value="GM0327" checked/)
    const audit = await owner.query(
      `select details from platform.audit_lines where action = 'desks.change' order by id desc limit 1`,
    )
    expect(audit.rows[0].details).toMatchObject({ financiers: ['GM0307', 'GM0327'] })

    await change(browser, { ...fields, financiers: 'GM0327' })
    expect(await financiers()).toEqual(['GM0327'])
    await change(browser, fields)
    expect(await financiers()).toEqual([])
  })

  test('is asked of the working area and its neighbours, and of who pays already', async () => {
    const browser = await as('manager')
    const listed = async () =>
      [
        ...(await (await browser.get(address)).text()).matchAll(/name="financiers"[^>]*value="(GM\d{4})"/g),
      ].map(([, code]) => code)
    const near = await listed()
    expect(near[0]).toBe('GM0307')
    expect(near).toContain('GM0327')
    expect(near).not.toContain('GM0344')
    // A far one, and one that merged into another since.
    await owner.query(`insert into desks.financiers values ($1, 'GM0344'), ($1, 'GM0370')`, [world.desk])
    expect(await listed()).toEqual([...near, 'GM0370', 'GM0344'])
    expect((await change(browser, { ...fields, financiers: ['GM0344', 'GM0370'] })).status).toBe(303)
    expect(await financiers()).toEqual(['GM0344', 'GM0370'])
    await change(browser, fields)
  })

  test.each(['GM9999', 'Leusden', 'GM0370'])(
    '%s is told at the question, and nothing typed is lost',
    async (code) => {
      const browser = await as('manager')
      const response = await change(browser, { ...fields, note: 'Bel aan.', financiers: ['GM0327', code] })
      expect(response.status).toBe(422)
      const html = await response.text()
      expect(html).toContain('href="#financiers"')
      expect(html).toMatch(/value="GM0327" checked/)
      expect(html).toContain('>Bel aan.</textarea>')
      expect(await financiers()).toEqual([])
    },
  )

  test('changed by another meanwhile, is seen by who comes second', async () => {
    const [first, second] = [await as('manager'), await as('libraryAdministrator')]
    const shown = await shownTo(second)
    await change(first, { ...fields, financiers: 'GM0327' })
    const response = await second.post(address, { ...fields, shown, financiers: 'GM0342' })
    expect(response.status).toBe(422)
    const html = await response.text()
    const table = html.slice(html.indexOf('<table'), html.indexOf('</table>'))
    expect(table).toMatch(/Gemeenten die dit informatiepunt betalen.*Leusden.*Soest/s)
    expect(html).toMatch(/value="GM0342" checked/)
    expect(html).not.toMatch(/value="GM0327" checked/)
    await change(first, fields)
  })

  test('by two at the same moment is kept of one, and the other is told', async () => {
    const browsers = [await as('manager'), await as('libraryAdministrator')]
    const shown = await shownTo(browsers[0] as TestBrowser)
    const codes = ['GM0327', 'GM0342']
    const responses = await Promise.all(
      browsers.map((browser, index) =>
        browser.post(address, { ...fields, shown, financiers: codes[index] ?? '' }),
      ),
    )
    expect(responses.map(({ status }) => status).sort()).toEqual([303, 422])
    expect(await financiers()).toEqual([codes[responses.findIndex(({ status }) => status === 303)]])
    await change(browsers[0] as TestBrowser, fields)
  })

  test('who waited for another sees what that one made of it', async () => {
    const scope = proveLibrary(world.accounts.manager, world.library, [world.desk])
    const desk = { id: world.desk, libraryId: world.library }
    const input = await database.read(scope, (db) => findDeskDetails(db, scope, world.desk))
    if (!input) throw new Error('no desk')
    const shown = writeShown(deskFields(input))
    const save = (tx: WriteHandle, codes: string[]) =>
      changeDesk(tx, scope, desk, { ...input, financiers: codes }, clock.now(), { shown })
    let second: Promise<unknown> = Promise.resolve()
    await database.write(scope, async (tx) => {
      await save(tx, ['GM0327'])
      second = database.write(scope, (other) => save(other, ['GM0342'])).catch((error: unknown) => error)
      await vi.waitFor(async () => {
        const { rows } = await owner.query('select from pg_locks where not granted')
        expect(rows.length).toBeGreaterThan(0)
      })
    })
    expect(await second).toMatchObject({ reason: 'conflict' })
    expect(await financiers()).toEqual(['GM0327'])
    await change(await as('manager'), fields)
  })
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
    ...{ languages: [], financiers: [], variant: 'basic', 'by-appointment': false },
  }
  const input = { ...deskForm('2026-11-24').parse({ ...sent, ...fields }), name: 'Van een ander' }
  const write = database.write(scope, (tx) => changeDesk(tx, scope, desk, input, clock.now()))
  await expect(write).rejects.toThrow('not-found')
  expect(await column('name')).toBe('Eemdal Centrum')
})
