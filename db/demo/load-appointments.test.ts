import { beforeAll, describe, expect, test } from 'vitest'
import { createLog } from '../../src/platform/logging/log.ts'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { testKeys } from '../../tests/support/keys.ts'
import { cloneDatabase, type TestDatabase } from '../../tests/support/test-database.ts'
import { loadDemo } from './load.ts'

let own: TestDatabase
const load = (at: string): Promise<void> =>
  loadDemo({
    ...own,
    clock: fixedClock(at),
    folder: 'db/demo',
    log: createLog('silent'),
    keys: testKeys,
    historyDays: 0,
  })
const one = async (query: string) => (await own.owner.query(query)).rows[0]
const counts = () =>
  one(`select (select count(*)::int from referrals.offers) as offers, (select count(*)::int from referrals.appointments) as appointments,
    (select count(*)::int from referrals.call_backs) as call_backs, (select count(*)::int from referrals.queue_numbers) as numbers,
    (select count(*)::int from platform.audit_lines where action like 'referrals.%') as lines`)

beforeAll(async () => {
  own = await cloneDatabase()
  await load('2026-11-24T13:30:00Z')
})

describe('the appointments of the demo', () => {
  test('stand around today at the desks of which the pages tell', async () => {
    const { offers, appointments, call_backs, numbers } = await counts()
    expect(offers).toBeGreaterThanOrEqual(3)
    expect(appointments).toBeGreaterThan(15)
    expect(call_backs).toBe(3)
    expect(numbers).toBe(3)
    expect(
      await one(
        `select count(*) filter (where state = 'came')::int > 0 as came, count(*) filter (where state = 'booked')::int > 0 as booked from referrals.appointments`,
      ),
    ).toEqual({ came: true, booked: true })
  })

  test('share no place', async () => {
    expect(
      await one(
        `select count(*)::int as shared from (select offer_id, starts_at, place from referrals.appointments group by 1, 2, 3 having count(*) > 1) as twice`,
      ),
    ).toEqual({ shared: 0 })
  })

  test('are made once a day: a second start changes nothing, the next day adds some', async () => {
    const before = await counts()
    await load('2026-11-24T15:00:00Z')
    expect(await counts()).toEqual(before)
    await load('2026-11-25T13:30:00Z')
    expect((await counts()).call_backs).toBe(6)
  })
})
