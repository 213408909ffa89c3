import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, clock, owner, world } = await testApp()
const address = `/beheer/mensen/${world.accounts.employee}/taken/nieuw`
const today = { 'from.day': '24', 'from.month': '11', 'from.year': '2026' }

async function rolesOf(person: keyof typeof world.accounts) {
  const { rows } = await owner.query(
    'select role, organisation_id, desk_id, valid_from from people.role_assignments where account_id = $1 order by id',
    [world.accounts[person]],
  )
  return rows
}

test('a role counts from its day on, and not before', async () => {
  const response = await (await as('manager')).post(address, {
    role: 'privacy-officer',
    desk: '',
    'from.day': '1',
    'from.month': '12',
    'from.year': '2026',
  })
  expect(response.status).toBe(303)
  expect((await (await as('employee')).get('/beheer/logboek')).status).toBe(403)
  clock.moveTo('2026-12-01T09:00:00Z')
  expect((await (await as('employee')).get('/beheer/logboek')).status).toBe(200)
  clock.moveTo('2026-11-24T09:00:00Z')
})

test('the same role twice is refused', async () => {
  const response = await (await as('manager')).post(address, { ...today, role: 'desk-employee', desk: '' })
  expect(response.status).toBe(422)
  expect(await response.text()).toContain('heeft deze taak al')
})

test.each([
  ['a day that does not exist', { 'from.day': '31', 'from.month': '2' }, '#from'],
  ['a day that has been', { 'from.day': '23' }, '#from'],
  ['a day far ahead', { 'from.year': '2062' }, '#from'],
  ['no role', { role: '' }, '#role'],
  ['a role that a library does not give', { role: 'referrer' }, '#role'],
  ['a whole-library role at one desk', { role: 'administrator', desk: world.desk }, '#desk'],
])('%s is told at the field', async (_, change, link) => {
  const response = await (await as('manager')).post(address, {
    ...today,
    role: 'volunteer',
    desk: '',
    ...change,
  })
  expect(response.status).toBe(422)
  expect(await response.text()).toContain(`href="${link}"`)
})

test('a library gives roles at itself only, and to its own people only', async () => {
  const manager = await as('manager')
  await manager.post(`${address}?organisatie=${world.otherLibrary}`, {
    ...today,
    role: 'volunteer',
    desk: world.desk,
  })
  expect((await rolesOf('employee')).map((held) => held.organisation_id)).not.toContain(world.otherLibrary)
  const other = `/beheer/mensen/${world.accounts.otherEmployee}/taken/nieuw`
  expect((await manager.post(other, { ...today, role: 'volunteer', desk: '' })).status).toBe(404)
})

test('the nation gives a role at another organisation', async () => {
  const response = await (await as('administrator')).post(`${address}?organisatie=${world.otherLibrary}`, {
    ...today,
    role: 'volunteer',
    desk: world.otherDesk,
  })
  expect(response.status).toBe(303)
  expect(await rolesOf('employee')).toContainEqual({
    role: 'volunteer',
    organisation_id: world.otherLibrary,
    desk_id: world.otherDesk,
    valid_from: '2026-11-24',
  })
  const list = await (await (await as('otherManager')).get('/beheer/mensen')).text()
  expect(list).toContain('Test employee')
})
