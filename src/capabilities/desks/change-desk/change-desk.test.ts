import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'
import { proveLibrary } from '../../../platform/auth/scope.ts'
import { deskForm } from '../add-desk/add-desk.form.ts'
import { changeDesk } from './change-desk.command.ts'

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
  active: 'yes',
}

async function column(name: string): Promise<unknown> {
  return (await owner.query(`select ${name} as value from desks.desks where id = $1`, [world.desk])).rows[0]
    .value
}

test('a change is kept, shown and logged', async () => {
  const browser = await as('manager')
  expect((await browser.post(address, { ...fields, kind: 'telephone' })).status).toBe(303)
  const html = await (await browser.get(address)).text()
  expect(html).toMatch(/value="telephone" checked/)
  expect(html).toContain('value="Eemplein"')
  const audit = await owner.query(`select subject_id from platform.audit_lines where action = 'desks.change'`)
  expect(audit.rows).toEqual([{ subject_id: world.desk }])
})

test('the point on the map goes with the address', async () => {
  await owner.query('update desks.desks set latitude = 52.16, longitude = 5.38 where id = $1', [world.desk])
  const browser = await as('manager')
  await browser.post(address, { ...fields, name: 'Eemdal, het Eemhuis' })
  expect(await column('latitude')).toBe(52.16)
  await browser.post(address, { ...fields, street: 'Stationsplein' })
  expect(await column('latitude')).toBeNull()
})

test('a mother does not get a mother', async () => {
  const response = await (await as('manager')).post(address, { ...fields, mother: world.secondDesk })
  expect(response.status).toBe(422)
})

test('closing a desk takes it from the scope of who works there', async () => {
  const volunteer = await as('volunteer')
  expect((await volunteer.get('/balie')).status).toBe(200)
  await (await as('manager')).post(address, { ...fields, active: 'no' })
  expect(await column('active')).toBe(false)
  expect((await volunteer.get('/balie')).status).toBe(403)
  await (await as('manager')).post(address, fields)
  expect(await column('active')).toBe(true)
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
  const input = { ...deskForm.parse({ ...fields, mother: '', active: true }), name: 'Van een ander' }
  const change = database.write(scope, (tx) => changeDesk(tx, scope, desk, input, clock.now()))
  await expect(change).rejects.toThrow('not-found')
  expect(await column('name')).toBe('Eemdal Centrum')
})
