import { expect, test } from 'vitest'
import { giveHours, giveOffer } from '../../../../tests/support/booking-world.ts'
import { testKeys } from '../../../../tests/support/keys.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import { proveLink, publicScope } from '../../../platform/auth/scope.ts'
import { createLog } from '../../../platform/logging/log.ts'
import type { Mail } from '../../../platform/mail/mail.ts'
import { sendMails } from '../../../platform/mail/send-mails.command.ts'
import { momentOf } from '../../../platform/time/local-time.ts'
import { bookAppointment } from '../book-appointment/book-appointment.command.ts'
import { makeBookingKey } from '../booking-key.ts'
import { cancelAppointment } from '../cancel-appointment/cancel-appointment.command.ts'
import { findReferralAddress } from '../jobs.ts'
import { remindAppointments } from './remind-appointments.command.ts'

const app = await testApp()
const { clock, database, workerDatabase, owner, world } = app
await giveHours(owner, world.desk, [{ weekday: 2, opens: 600, closes: 720 }])
const offerId = await giveOffer(app, world.desk)

const book = (time: string, contact?: string) =>
  database.write(publicScope, (tx) =>
    bookAppointment(
      tx,
      publicScope,
      testKeys,
      {
        key: makeBookingKey(),
        deskId: world.desk,
        offerId,
        startsAt: momentOf('2026-12-01', time),
        madeBy: 'visitor',
        person: contact
          ? { name: undefined, contact: { kind: 'email', value: contact }, language: 'nl' }
          : undefined,
      },
      clock.now(),
    ),
  )

/** Lets the mail that waits go, and tells where it went. */
async function deliver(): Promise<Mail[]> {
  const sent: Mail[] = []
  const parts = { database: workerDatabase, clock, log: createLog('silent'), keys: testKeys }
  await sendMails(workerDatabase, {
    ...parts,
    server: {
      send: async (mail) => {
        sent.push(mail)
      },
      close: () => {},
    },
    origin: 'https://balie.example',
    findAddress: findReferralAddress(parts),
  })
  return sent
}

test('who gave an address is reminded once, the day before, and not of what was cancelled', async () => {
  const kept = await book('10:00', 'blijft@voorbeeld.test')
  const gone = await book('10:30', 'vervalt@voorbeeld.test')
  await book('11:00')
  expect((await deliver()).map(({ address }) => address).sort()).toEqual([
    'blijft@voorbeeld.test',
    'vervalt@voorbeeld.test',
  ])
  const remind = () => remindAppointments(workerDatabase, testKeys, clock.now())
  clock.moveTo('2026-11-29T12:00:00Z')
  expect(await remind()).toBe(0)
  clock.moveTo('2026-11-30T07:30:00Z')
  expect(await remind()).toBe(0)
  clock.moveTo('2026-11-30T08:00:00Z')
  expect((await Promise.all([remind(), remind()])).reduce((sum, each) => sum + each, 0)).toBe(2)
  expect(await remind()).toBe(0)
  // Between being queued and going, one is cancelled.
  if (!gone.ok || !kept.ok) throw new Error('not booked')
  const scope = proveLink('referrals.appointment', gone.id)
  await database.write(scope, (tx) => cancelAppointment(tx, scope, testKeys, { id: gone.id }, clock.now()))
  const sent = await deliver()
  expect(sent.map(({ address, purpose }) => [address, purpose])).toEqual([
    ['blijft@voorbeeld.test', 'referrals.appointment-reminder'],
    ['vervalt@voorbeeld.test', 'referrals.appointment-cancelled'],
  ])
  expect(sent[0]?.body).toMatch(/Wanneer: dinsdag 1 december om 10.00 uur/)
  expect(sent[0]?.body).toMatch(/https:\/\/balie\.example\/afspraak\/[\w-]{43}/)
  // Each time an address was opened stands in the log.
  const { rows } = await owner.query(
    `select by_kind, why, count(*)::int as times from referrals.readings group by 1, 2`,
  )
  expect(rows).toEqual([{ by_kind: 'job', why: 'mail', times: 4 }])
})
