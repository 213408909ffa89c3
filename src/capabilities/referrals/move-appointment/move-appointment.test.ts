import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { giveHours, giveOffer } from '../../../../tests/support/booking-world.ts'
import { testKeys } from '../../../../tests/support/keys.ts'
import { type TestApp, testApp } from '../../../../tests/support/test-app.ts'
import { proveDesk, proveLink, publicScope } from '../../../platform/auth/scope.ts'
import { createLog } from '../../../platform/logging/log.ts'
import { type Instant, momentOf } from '../../../platform/time/local-time.ts'
import { bookAppointment } from '../book-appointment/book-appointment.command.ts'
import { makeBookingKey } from '../booking-key.ts'
import { cancelAppointment } from '../cancel-appointment/cancel-appointment.command.ts'
import { eraseExpired } from '../erase-expired/erase-expired.command.ts'
import { remindAppointments } from '../remind-appointments/remind-appointments.command.ts'
import { moveAppointment } from './move-appointment.command.ts'

let app: TestApp
let offerId: string

beforeEach(async () => {
  app = await testApp()
  await giveHours(app.owner, app.world.desk, [
    { weekday: 2, opens: 600, closes: 720 },
    { weekday: 3, opens: 600, closes: 720 },
  ])
  offerId = await giveOffer(app, app.world.desk, { horizon_days: 60 })
})

async function book(startsAt: Instant, referralId?: string): Promise<string> {
  const booking = await app.database.write(publicScope, (tx) =>
    bookAppointment(
      tx,
      publicScope,
      testKeys,
      {
        key: makeBookingKey(),
        deskId: app.world.desk,
        offerId,
        startsAt,
        referralId,
        madeBy: referralId ? 'sender' : 'visitor',
        person: {
          name: 'Zaynab Verzonnen',
          contact: { kind: 'email', value: 'zaynab@verzonnen.test' },
          language: 'nl',
        },
      },
      app.clock.now(),
    ),
  )
  if (!booking.ok) throw new Error('not booked')
  return booking.id
}
const visitor = (id: string) => proveLink('referrals.appointment', id)
const move = (id: string, startsAt: Instant) =>
  app.database.write(visitor(id), (tx) =>
    moveAppointment(tx, visitor(id), testKeys, { id, startsAt, booker: 'outside' }, app.clock.now()),
  )
const one = async (sql: string) => (await app.owner.query(sql)).rows[0]

describe('who it is', () => {
  test('is kept until after the new day, with the consent', async () => {
    const id = await book(momentOf('2026-11-25', '10:00'))
    await app.owner.query(
      `insert into referrals.consents (id, about_kind, about_id, library_id, text_version, language, given_on, passed_to, passed, given_at, valid_until)
       values ($1, 'appointment', $2, $3, '1', 'nl', 'screen', 'Eemdal Centrum', '{name,email}', now(), '2026-12-02')`,
      [randomUUID(), id, app.world.library],
    )
    expect((await move(id, momentOf('2026-12-22', '10:00'))).ok).toBe(true)
    expect(
      await one(
        `select erase_on::text, valid_until::text from referrals.persons join referrals.consents using (about_id)`,
      ),
    ).toEqual({ erase_on: '2026-12-29', valid_until: '2026-12-29' })
    app.clock.moveTo('2026-12-21T09:00:00Z')
    expect(await eraseExpired(app.workerDatabase, app.clock.now(), createLog('silent'))).toBe(0)
  })

  test('is not reminded the same day of a time that he just chose, and his mail about that goes', async () => {
    const id = await book(momentOf('2026-12-08', '10:00'))
    app.clock.moveTo('2026-12-01T10:00:00Z')
    expect((await move(id, momentOf('2026-12-02', '10:00'))).ok).toBe(true)
    expect(await remindAppointments(app.workerDatabase, testKeys, app.clock.now())).toBe(0)
    const waiting = await app.owner.query(
      `select purpose from platform.mails where withdrawn_at is null order by queued_at desc limit 1`,
    )
    expect(waiting.rows).toEqual([{ purpose: 'referrals.appointment-moved' }])
    // Moved further away, he is reminded again on the day before.
    await move(id, momentOf('2026-12-09', '10:00'))
    app.clock.moveTo('2026-12-08T10:00:00Z')
    expect(await remindAppointments(app.workerDatabase, testKeys, app.clock.now())).toBe(1)
  })
})

describe('at the same moment', () => {
  test('pressed twice it moves once, and both are told so', async () => {
    const id = await book(momentOf('2026-12-08', '10:00'))
    const to = momentOf('2026-12-09', '11:00')
    const moved = await Promise.all([1, 2, 3].map(() => move(id, to)))
    expect(moved.map(({ ok }) => ok)).toEqual([true, true, true])
    expect(await one('select sequence from referrals.appointments')).toEqual({ sequence: 1 })
  })

  test('cancelled, it is not moved any more', async () => {
    const id = await book(momentOf('2026-12-08', '10:00'))
    await app.owner.query('begin')
    await app.owner.query(`update referrals.appointments set state = 'cancelled'`)
    const moving = move(id, momentOf('2026-12-09', '11:00'))
    await new Promise((done) => setTimeout(done, 300))
    await app.owner.query('commit')
    expect(await moving).toEqual({ ok: false, next: [] })
    expect(await one('select sequence, starts_at from referrals.appointments')).toMatchObject({ sequence: 0 })
  })
})

describe('the referral of which it is', () => {
  async function refer(direction: 'in' | 'out', deskId = app.world.desk): Promise<string> {
    const id = randomUUID()
    const partner = randomUUID()
    if (direction === 'out')
      await app.owner.query(
        `insert into directory.partners (id, library_id, kind, name, review_on, source, created_at)
         values ($1, $2, 'legal-advice', 'Raadslieden', '2027-06-01', 'hand', now())`,
        [partner, app.world.library],
      )
    await app.owner.query(
      `insert into referrals.referrals (id, code, direction, warmth, library_id, desk_id, municipality_code, sender_kind, partner_id, made_by,
         way, state, state_since, appointment_at, remind_on, answer_days, made_at, made_on)
       values ($1, 'BBBB-CCCC', $2, 'warm', $3, $4, 'GM0307', $5, $6, $7, 'appointment', $8, now(), '2026-12-08T09:00:00Z', '2026-12-15', 5, now(), '2026-11-24')`,
      [
        id,
        direction,
        app.world.library,
        deskId,
        direction === 'in' ? 'municipality' : null,
        direction === 'out' ? partner : null,
        direction === 'in' ? app.world.accounts.referrer : app.world.accounts.volunteer,
        direction === 'in' ? 'sent' : 'appointment',
      ],
    )
    return id
  }
  const referral = () =>
    one(`select appointment_at, remind_on::text as "remindOn", state, version from referrals.referrals`)
  const history = async () =>
    (await app.owner.query('select event, by_kind, from_state, to_state from referrals.transitions')).rows
  const mails = async () =>
    (await app.owner.query(`select body from platform.mails where purpose = 'referrals.sender-told'`)).rows

  test('moves along, and who sent him hears it', async () => {
    const id = await book(momentOf('2026-12-08', '10:00'), await refer('in'))
    await move(id, momentOf('2026-12-09', '11:00'))
    const to = momentOf('2026-12-09', '11:00')
    const { appointment_at, ...rest } = await referral()
    expect(String(appointment_at)).toBe(to.toString())
    expect(rest).toEqual({ remindOn: '2026-12-16', state: 'sent', version: 2 })
    expect(await history()).toEqual([
      { event: 'move-appointment', by_kind: 'visitor', from_state: 'sent', to_state: 'sent' },
    ])
    const [told] = await mails()
    expect(told.body).toContain('BBBB-CCCC')
    expect(told.body).toContain('woensdag 9 december 11.00')
    expect(told.body).not.toContain('Zaynab')
  })

  test('has none when it is cancelled: who sent him sees that', async () => {
    const id = await book(momentOf('2026-12-08', '10:00'), await refer('in'))
    await app.database.write(visitor(id), (tx) =>
      cancelAppointment(tx, visitor(id), testKeys, { id }, app.clock.now()),
    )
    expect(await referral()).toEqual({
      appointment_at: null,
      remindOn: '2026-12-15',
      state: 'sent',
      version: 2,
    })
    expect((await history()).map(({ event }) => event)).toEqual(['cancel-appointment'])
    expect((await mails())[0].body).toContain('geen afspraak meer')
  })

  test('of another desk comes back on the list of that desk, when this one cancels', async () => {
    const id = await book(momentOf('2026-12-08', '10:00'), await refer('out', app.world.secondDesk))
    const scope = proveDesk(app.world.accounts.volunteer, app.world.library, app.world.desk)
    await app.database.write(scope, (tx) => cancelAppointment(tx, scope, testKeys, { id }, app.clock.now()))
    expect(await referral()).toEqual({
      appointment_at: null,
      remindOn: '2026-11-24',
      state: 'appointment',
      version: 2,
    })
    expect((await history()).map(({ event, by_kind }) => [event, by_kind])).toEqual([
      ['cancel-appointment', 'desk'],
    ])
    expect(await mails()).toEqual([])
  })

  test('stays as it is when it ended', async () => {
    const referralId = await refer('in')
    const id = await book(momentOf('2026-12-08', '10:00'), referralId)
    await app.owner.query(
      `update referrals.referrals set state = 'closed', closed_at = now(), remind_on = null`,
    )
    await move(id, momentOf('2026-12-09', '11:00'))
    expect(await referral()).toMatchObject({ remindOn: null, version: 1 })
    expect(await history()).toEqual([])
  })
})
