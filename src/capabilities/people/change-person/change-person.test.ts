import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'
import type { Person } from '../../../../tests/support/world.ts'
import { proveLibrary, proveNation } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { changePerson, givePassword } from './change-person.command.ts'

const { as, clock, database, owner, world } = await testApp()
const address = (person: Person): string => `/beheer/mensen/${world.accounts[person]}`

async function account(person: Person) {
  const { rows } = await owner.query(
    'select name, active, password_hash from people.accounts where id = $1',
    [world.accounts[person]],
  )
  return rows[0]
}

test('closing an account signs out at once, opening it lets in again', async () => {
  const employee = await as('employee')
  const manager = await as('manager')
  expect((await employee.get('/balie')).status).toBe(200)
  await manager.post(address('employee'), { name: 'Els', active: 'no' })
  expect(await account('employee')).toMatchObject({ name: 'Els', active: false })
  expect((await employee.get('/balie')).status).toBe(303)
  await manager.post(address('employee'), { name: 'Els', active: 'yes' })
  expect((await employee.get('/balie')).status).toBe(303)
  expect((await (await as('employee')).get('/balie')).status).toBe(200)
})

test('a new password is shown once and ends every session', async () => {
  const employee = await as('employee')
  const html = await (await (await as('manager')).post(`${address('employee')}/wachtwoord`, {})).text()
  expect(html).toMatch(/<code>[a-z2-9-]{19}<\/code>/)
  expect((await account('employee')).password_hash).toMatch(/^\$argon2id\$/)
  expect((await employee.get('/balie')).status).toBe(303)
})

test('one does not close the own account, nor get round the old password', async () => {
  const manager = await as('manager')
  expect((await manager.post(address('manager'), { name: 'Ik', active: 'no' })).status).toBe(422)
  expect((await manager.post(`${address('manager')}/wachtwoord`, {})).status).toBe(403)
  expect((await account('manager')).active).toBe(true)
})

test('the last administrator of the nation is not closed by a colleague whose own role has an end', async () => {
  const second = await owner.query(
    `insert into people.role_assignments (id, account_id, role, organisation_id, valid_from, valid_until)
     values (gen_random_uuid(), $1, 'administrator', $2, '2026-01-01', '2026-12-31') returning id`,
    [world.accounts.analyst, world.nation],
  )
  const analyst = await as('analyst')
  const refused = await analyst.post(address('administrator'), { name: 'A', active: 'no' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('laatste landelijke beheerder')
  await owner.query('update people.role_assignments set valid_until = null where id = $1', [
    second.rows[0].id,
  ])
  expect((await analyst.post(address('administrator'), { name: 'A', active: 'no' })).status).toBe(303)
  await owner.query('update people.accounts set active = true where id = $1', [world.accounts.administrator])
})

test('two administrators who close each other at once leave one', async () => {
  const close = (tx: WriteHandle, by: Person, whom: Person): Promise<void> => {
    const person = { id: world.accounts[whom], libraryId: undefined }
    return changePerson(
      tx,
      proveNation(world.accounts[by]),
      person,
      { name: whom, active: false },
      clock.now(),
    )
  }
  let closeOther: Promise<void> | undefined
  await database.write(proveNation(world.accounts.administrator), async (tx) => {
    await close(tx, 'administrator', 'analyst')
    // Begins before this one is kept, and so must wait for it.
    closeOther = database.write(proveNation(world.accounts.analyst), (other) =>
      close(other, 'analyst', 'administrator'),
    )
    closeOther.catch(() => {})
    await new Promise((resolve) => setTimeout(resolve, 200))
  })
  await expect(closeOther).rejects.toThrow('conflict')
  expect([(await account('analyst')).active, (await account('administrator')).active]).toEqual([false, true])
})

test('a library does not touch an account that holds a role elsewhere, also not below the pages', async () => {
  await owner.query(
    `insert into people.role_assignments (id, account_id, role, organisation_id, valid_from)
     values (gen_random_uuid(), $1, 'administrator', $2, '2026-01-01')`,
    [world.accounts.coordinator, world.nation],
  )
  const manager = await as('manager')
  const page = await (await manager.get(address('coordinator'))).text()
  expect(page).toContain('hoort ook bij een andere organisatie')
  expect(page).not.toContain('Nieuw wachtwoord maken')
  expect((await manager.post(`${address('coordinator')}/wachtwoord`, {})).status).toBe(403)

  const scope = proveLibrary(world.accounts.manager, world.library, [])
  const person = { id: world.accounts.coordinator, libraryId: world.library }
  const written = database.write(scope, (tx) => givePassword(tx, scope, person, 'hash', clock.now()))
  await expect(written).rejects.toThrow('not-found')
  expect((await account('coordinator')).password_hash).toBeNull()
})

test("another library's people do not exist", async () => {
  const manager = await as('manager')
  expect((await manager.get(address('otherEmployee'))).status).toBe(404)
  expect((await manager.post(address('otherEmployee'), { name: 'x', active: 'no' })).status).toBe(404)
  expect((await manager.post(`${address('otherEmployee')}/wachtwoord`, {})).status).toBe(404)
})
