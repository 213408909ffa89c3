import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'
import { retentionField, retentionFields } from '../retention.ts'

const { as, owner, world } = await testApp()
const address = '/beheer/bewaartermijnen'
const all = (value: string): Record<string, string> =>
  Object.fromEntries(retentionFields.map((field) => [retentionField(field), value]))
const terms = async (library: string | null) =>
  (
    await owner.query(
      'select about_kind, outcome, days from referrals.retention_terms where library_id is not distinct from $1 order by 1, 2',
      [library],
    )
  ).rows

test('every way to end has a national term from the start', async () => {
  const national = await terms(null)
  expect(national).toHaveLength(retentionFields.length)
  for (const { aboutKind, outcome } of retentionFields)
    expect(national).toContainEqual(expect.objectContaining({ about_kind: aboutKind, outcome }))
})

test('a library sets its own, and leaves empty what the nation says', async () => {
  const manager = await as('manager')
  const sent = { ...all(''), 'referral.helped': '14', 'call-back.reached': '0' }
  expect((await manager.post(address, sent)).status).toBe(303)
  expect(await terms(world.library)).toEqual([
    { about_kind: 'call-back', outcome: 'reached', days: 0 },
    { about_kind: 'referral', outcome: 'helped', days: 14 },
  ])
  const html = await (await manager.get(address)).text()
  expect(html).toContain('value="14"')
  expect(html).toContain('Landelijk: 30 dagen')
  expect((await manager.post(address, all(''))).status).toBe(303)
  expect(await terms(world.library)).toEqual([])
  const { rows } = await owner.query(
    `select details from platform.audit_lines where action = 'referrals.set-retention' order by id`,
  )
  expect(rows.map(({ details }) => details)).toEqual([
    { 'referral.helped': 14, 'call-back.reached': 0 },
    { 'referral.helped': 'national', 'call-back.reached': 'national' },
  ])
})

test('the nation sets what holds for who chose nothing, and leaves nothing empty', async () => {
  const administrator = await as('administrator')
  expect((await administrator.post(address, all(''))).status).toBe(422)
  expect((await administrator.post(address, all('21'))).status).toBe(303)
  expect((await terms(null)).every(({ days }) => days === 21)).toBe(true)
})

test.each(['366', '-1', 'een week', '1.5', '0021'])('%j is told at its field', async (days) => {
  const response = await (await as('manager')).post(address, { ...all(''), 'appointment.came': days })
  expect(response.status).toBe(422)
  const html = await response.text()
  expect(html).toContain('href="#appointment.came"')
  expect(html).toContain('Afspraak, Gekomen: Vul een heel getal in')
  expect(html).toContain(`value="${days}"`)
  expect(await terms(world.library)).toEqual([])
})
