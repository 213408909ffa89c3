import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testKeys } from '../../../../tests/support/keys.ts'
import {
  makeReferralWorld,
  type ReferralWorld,
  referVisitor,
} from '../../../../tests/support/referral-world.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import { createLog } from '../../../platform/logging/log.ts'
import { findReferralAddress } from '../jobs.ts'
import { lapseReferrals, warnSilence } from './warn-silence.command.ts'

const app = await testApp({ sendsMail: true })
const { as, owner, world, clock, workerDatabase } = app
const findAddress = findReferralAddress({
  database: workerDatabase,
  clock,
  log: createLog('silent'),
  keys: testKeys,
})
let made: ReferralWorld
beforeAll(async () => {
  made = await makeReferralWorld(app)
})
beforeEach(() => clock.moveTo('2026-11-24T09:00:00Z'))

const sent = async (desk = world.desk, typed = {}) => referVisitor(await as('employee'), made, desk, typed)
const warned = async (): Promise<string[]> =>
  (
    await owner.query<{ account_id: string }>(
      `select account_id from platform.mails where purpose = 'referrals.silence' order by queued_at`,
    )
  ).rows.map((row) => row.account_id)

describe('when nobody answers', () => {
  test('the coordinator hears it once, and one mail a day at most', async () => {
    await sent()
    await sent()
    await sent(world.secondDesk)
    expect(await warnSilence(workerDatabase, clock.now())).toBe(0)
    clock.moveTo('2026-11-27T07:00:00Z')
    expect(await warnSilence(workerDatabase, clock.now())).toBe(1)
    expect(await warnSilence(workerDatabase, clock.now())).toBe(0)
    // The coordinator of the world is one of the first desk alone.
    expect(await warned()).toEqual([world.accounts.coordinator])
    const { rows } = await owner.query<{ subject: string; body: string }>(
      `select subject, body from platform.mails where purpose = 'referrals.silence'`,
    )
    expect(rows[0]?.subject).toBe('2 doorverwijzingen wachten te lang op antwoord')
    expect(rows[0]?.body).toContain('Eemdal Centrum')
    clock.moveTo('2026-12-09T07:00:00Z')
    expect(await warnSilence(workerDatabase, clock.now())).toBe(0)
  })

  test('and once more when a new day to look at it has passed', async () => {
    await owner.query(`update referrals.referrals set remind_on = '2026-12-10' where desk_id = $1`, [
      world.desk,
    ])
    clock.moveTo('2026-12-10T07:00:00Z')
    expect(await warnSilence(workerDatabase, clock.now())).toBe(1)
  })

  test('it lapses when the consent has ended', async () => {
    const { id } = await sent()
    clock.moveTo('2027-02-22T09:00:00Z')
    await lapseReferrals(workerDatabase, clock.now())
    const stateOf = async () =>
      (await owner.query('select state, outcome from referrals.referrals where id = $1', [id])).rows[0]
    expect(await stateOf()).toEqual({ state: 'sent', outcome: null })
    clock.moveTo('2027-02-23T09:00:00Z')
    expect(await lapseReferrals(workerDatabase, clock.now())).toBeGreaterThan(0)
    expect(await stateOf()).toEqual({ state: 'closed', outcome: 'unknown' })
    expect(await lapseReferrals(workerDatabase, clock.now())).toBe(0)
  })
})

describe('a mail goes', () => {
  const to = (purpose: string, subjectId: string, accountId?: string) =>
    findAddress({ purpose, subjectId, accountId })

  test('to the partner while the referral is open, and that it stopped when it did', async () => {
    const { id } = await sent()
    expect(await to('referrals.sent', id)).toBe('raad@voorbeeld.test')
    expect(await to('referrals.withdrawn', id)).toBeUndefined()
    await (await as('employee')).post(`/balie/doorverwijzingen/${id}/intrekken`, {})
    expect(await to('referrals.reminder', id)).toBeUndefined()
    expect(await to('referrals.withdrawn', id)).toBe('raad@voorbeeld.test')
  })

  test('to the visitor as long as his address is kept, and the reading is logged', async () => {
    const { id } = await sent(world.desk, { contact: 'Bezoeker@voorbeeld.test' })
    expect(await to('referrals.visitor', id)).toBe('bezoeker@voorbeeld.test')
    const { rows } = await owner.query('select by_kind, why from referrals.readings where about_id = $1', [
      id,
    ])
    expect(rows).toEqual([{ by_kind: 'job', why: 'mail' }])
    await (await as('employee')).post(`/balie/doorverwijzingen/${id}/intrekken`, {})
    expect(await to('referrals.visitor', id)).toBeUndefined()
  })

  test('to the coordinator by his account', async () => {
    expect(await to('referrals.silence', world.accounts.coordinator, world.accounts.coordinator)).toBe(
      'coordinator@voorbeeld.test',
    )
  })
})
