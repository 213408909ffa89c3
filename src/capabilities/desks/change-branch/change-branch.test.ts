import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'
import { proveLibrary } from '../../../platform/auth/scope.ts'
import { setBranchActive } from './change-branch.command.ts'

const { as, clock, database, owner, world } = await testApp()
const branch = '0193a1b2-0000-7000-8000-0000000000b1'
const address = `/beheer/vestigingen/${branch}`
const fields = { name: 'Eemdal Zuid', kind: 'service-point', municipality: 'GM0327', point: '52.13, 5.43' }
await owner.query(
  `insert into desks.branches (id, library_id, name, kind, municipality_code, created_at) values ($1, $2, 'Zuid', 'branch', 'GM0307', now())`,
  [branch, world.library],
)

async function stands() {
  return (await owner.query('select * from desks.branches where id = $1', [branch])).rows[0]
}

test('a change is kept, shown and logged', async () => {
  const browser = await as('manager')
  expect((await browser.post(address, { ...fields, desk: world.secondDesk })).status).toBe(303)
  expect(await stands()).toMatchObject({
    name: 'Eemdal Zuid',
    kind: 'service-point',
    municipality_code: 'GM0327',
    latitude: 52.13,
    located_by: 'address',
    desk_id: world.secondDesk,
  })
  const html = await (await browser.get(address)).text()
  expect(html).toContain('value="52.13, 5.43"')
  expect(html).toMatch(new RegExp(`value="${world.secondDesk}" selected`))
  const { rows } = await owner.query(
    `select subject_id from platform.audit_lines where action = 'desks.change-branch'`,
  )
  expect(rows).toEqual([{ subject_id: branch }])
})

test('a desk that closed stays the desk of its branch', async () => {
  await owner.query('update desks.desks set active = false where id = $1', [world.secondDesk])
  const browser = await as('manager')
  expect(await (await browser.get(address)).text()).toMatch(
    new RegExp(`value="${world.secondDesk}" selected`),
  )
  expect((await browser.post(address, { ...fields, desk: world.secondDesk })).status).toBe(303)
  await owner.query('update desks.desks set active = true where id = $1', [world.secondDesk])
})

test('it closes, and opens again', async () => {
  const browser = await as('manager')
  expect((await browser.post(`${address}/sluiten`, {})).status).toBe(303)
  expect(await stands()).toMatchObject({ active: false })
  expect(await (await browser.get(address)).text()).toContain('Deze vestiging is gesloten.')
  expect((await browser.post(`${address}/openen`, {})).status).toBe(303)
  expect(await stands()).toMatchObject({ active: true })
})

test('a wrong postcode is told at the field, with what was typed', async () => {
  const response = await (await as('manager')).post(address, { ...fields, point: '', postcode: '1999 ZZ' })
  expect(response.status).toBe(422)
  const html = await response.text()
  expect(html).toContain('href="#postcode"')
  expect(html).toContain('value="1999 ZZ"')
})

test("another library's branch does not exist, and does for the nation", async () => {
  const other = await as('otherManager')
  expect((await other.get(address)).status).toBe(404)
  for (const path of [address, `${address}/sluiten`, `${address}/openen`])
    expect((await other.post(path, fields)).status).toBe(404)
  expect((await (await as('administrator')).get(address)).status).toBe(200)
})

test('below the queries, row-level security holds as well', async () => {
  const scope = proveLibrary(world.accounts.otherManager, world.otherLibrary, [world.otherDesk])
  const known = { id: branch, libraryId: world.library }
  const write = database.write(scope, (tx) => setBranchActive(tx, scope, known, false, clock.now()))
  await expect(write).rejects.toThrow('not-found')
})
