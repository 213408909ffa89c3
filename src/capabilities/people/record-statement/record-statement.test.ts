import { beforeEach, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world } = await testApp()
const address = (person: keyof typeof world.accounts, library = world.library): string =>
  `/beheer/geheimhouding/${world.accounts[person]}/${library}`
const signed = { 'signed.day': '23', 'signed.month': '11', 'signed.year': '2026', seen: 'yes' }
const onFile = async (person: keyof typeof world.accounts) =>
  (
    await owner.query<{ on: string; by: string }>(
      `select to_char(signed_on, 'YYYY-MM-DD') as on, seen_by as by from people.confidentiality_statements where account_id = $1`,
      [world.accounts[person]],
    )
  ).rows[0]

beforeEach(async () => {
  await owner.query('delete from people.confidentiality_statements where account_id = $1', [
    world.accounts.employee,
  ])
})

test('a coordinator records on which day a colleague signed and that she saw it, with an audit line', async () => {
  const coordinator = await as('coordinator')
  const before = await (await coordinator.get('/beheer/geheimhouding')).text()
  expect(before).toContain('2 mensen hebben nog niet getekend')
  expect((await coordinator.post(address('employee'), signed)).status).toBe(303)
  expect(await onFile('employee')).toEqual({ on: '2026-11-23', by: world.accounts.coordinator })
  const after = await (await coordinator.get('/beheer/geheimhouding?bewaard=ja')).text()
  expect(after).toContain('1 persoon heeft nog niet getekend')
  expect(after).toContain('23-11-2026')
  const { rows } = await owner.query(
    `select account_id, subject_id, library_id from platform.audit_lines where action = 'people.record-statement'`,
  )
  expect(rows).toEqual([
    {
      account_id: world.accounts.coordinator,
      subject_id: world.accounts.employee,
      library_id: world.library,
    },
  ])
})

test('a statement is taken back', async () => {
  const manager = await as('manager')
  await manager.post(address('employee'), signed)
  expect((await manager.post(address('employee'), { act: 'take-back' })).status).toBe(303)
  expect(await onFile('employee')).toBeUndefined()
})

test('nobody records his own, nor that of another library', async () => {
  const coordinator = await as('coordinator')
  expect((await coordinator.get(address('coordinator'))).status).toBe(404)
  expect((await coordinator.post(address('coordinator'), signed)).status).toBe(404)
  expect((await coordinator.post(address('otherEmployee', world.otherLibrary), signed)).status).toBe(404)
  expect(await (await coordinator.get('/beheer/geheimhouding')).text()).toContain('Vraag een collega')
  expect(await onFile('otherEmployee')).toBeUndefined()
})

test.each([
  ['no day', { seen: 'yes' }, '#signed'],
  ['a day to come', { ...signed, 'signed.day': '25' }, '#signed'],
  ['a paper that was not seen', { ...signed, seen: '' }, '#seen'],
])('%s is told at the field, and nothing is recorded', async (_, fields, link) => {
  const response = await (await as('coordinator')).post(address('employee'), fields)
  expect(response.status).toBe(422)
  expect(await response.text()).toContain(`href="${link}"`)
  expect(await onFile('employee')).toBeUndefined()
})
