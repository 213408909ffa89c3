import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, clock, owner, world } = await testApp()

async function roleOf(
  person: keyof typeof world.accounts,
): Promise<{ id: string; valid_until: string | null }> {
  const { rows } = await owner.query(
    'select id, valid_until from people.role_assignments where account_id = $1 order by id limit 1',
    [world.accounts[person]],
  )
  return rows[0]
}

async function address(person: keyof typeof world.accounts): Promise<string> {
  return `/beheer/mensen/${world.accounts[person]}/taken/${(await roleOf(person)).id}`
}

test('a role that stops at once no longer opens anything', async () => {
  const volunteer = await as('volunteer')
  expect((await volunteer.get('/balie')).status).toBe(200)
  expect((await (await as('manager')).post(await address('volunteer'), { when: 'now' })).status).toBe(303)
  expect((await volunteer.get('/balie')).status).toBe(403)
  const audit = await owner.query(`select details from platform.audit_lines where action = 'people.end-role'`)
  expect(audit.rows[0].details).toMatchObject({ role: 'volunteer', until: '2026-11-23' })
})

test('a role counts up to and including its last day', async () => {
  const employee = await as('employee')
  await (await as('manager')).post(await address('employee'), {
    when: 'later',
    'until.day': '25',
    'until.month': '11',
    'until.year': '2026',
  })
  clock.moveTo('2026-11-25T22:30:00Z')
  expect((await (await as('employee')).get('/balie')).status).toBe(200)
  clock.moveTo('2026-11-25T23:30:00Z')
  expect((await (await as('employee')).get('/balie')).status).toBe(403)
  clock.moveTo('2026-11-24T09:00:00Z')
  expect((await employee.get('/balie')).status).toBe(200)
})

test('a role given today by mistake is taken back today', async () => {
  const manager = await as('manager')
  await manager.post(`/beheer/mensen/${world.accounts.coordinator}/taken/nieuw`, {
    role: 'administrator',
    desk: '',
    'from.day': '24',
    'from.month': '11',
    'from.year': '2026',
  })
  const { rows } = await owner.query(
    `select id from people.role_assignments where role = 'administrator' and account_id = $1`,
    [world.accounts.coordinator],
  )
  expect((await (await as('coordinator')).get('/beheer/mensen')).status).toBe(200)
  await manager.post(`/beheer/mensen/${world.accounts.coordinator}/taken/${rows[0].id}`, { when: 'now' })
  expect((await (await as('coordinator')).get('/beheer/mensen')).status).toBe(403)
})

test.each([
  ['no choice', {}, '#when'],
  [
    'a last day that has been',
    { when: 'later', 'until.day': '1', 'until.month': '11', 'until.year': '2026' },
    '#until',
  ],
])('%s is told at the field', async (_, fields, link) => {
  const response = await (await as('manager')).post(await address('manager'), fields)
  expect(response.status).toBe(422)
  expect(await response.text()).toContain(`href="${link}"`)
})

test('the last administrator of the nation keeps that role', async () => {
  const response = await (await as('administrator')).post(await address('administrator'), { when: 'now' })
  expect(response.status).toBe(422)
  expect(await response.text()).toContain('laatste landelijke beheerder')
  expect((await roleOf('administrator')).valid_until).toBeNull()
})

test("another library's role does not exist", async () => {
  const manager = await as('manager')
  expect((await manager.post(await address('otherEmployee'), { when: 'now' })).status).toBe(404)
  const mixed = `/beheer/mensen/${world.accounts.coordinator}/taken/${(await roleOf('otherEmployee')).id}`
  expect((await manager.post(mixed, { when: 'now' })).status).toBe(404)
  expect((await roleOf('otherEmployee')).valid_until).toBeNull()
})
