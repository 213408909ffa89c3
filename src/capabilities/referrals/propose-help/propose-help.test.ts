import { beforeAll, expect, test } from 'vitest'
import { makeBookable } from '../../../../tests/support/bookable-desk.ts'
import {
  hidden,
  makeReferralWorld,
  type ReferralWorld,
  referVisitor,
} from '../../../../tests/support/referral-world.ts'
import { testApp } from '../../../../tests/support/test-app.ts'

const app = await testApp()
const { as, owner, world } = app
let made: ReferralWorld
beforeAll(async () => {
  made = await makeReferralWorld(app)
  await owner.query(
    `update directory.agreements set way = 'consultation-hour', desk_id = $2, consultation_label = 'Raadslieden' where id = $1`,
    [made.agreement, world.desk],
  )
  await makeBookable(owner, world, made.agreement)
})

const address = (): string => `/balie/doorverwijzen/${made.service}`
const form = async (): Promise<string> =>
  (
    await (await as('employee')).get(`${address()}?informatiepunt=${world.desk}&onderwerp=${made.topic}`)
  ).text()
/** The places to choose from, as they stand in the form. */
const places = (html: string): string[] =>
  [...html.matchAll(/<option value="([\da-f-]{36}_[\dTZ]+)"/g)].map(([, place = '']) => place)

test('the free places of a consultation hour are told before anything is sent', async () => {
  const page = await (await (await as('employee')).get(`/balie/doorverwijzen?onderwerp=${made.topic}`)).text()
  expect(page).toMatch(/\d+ plekken vrij in het spreekuur, de eerste dinsdag 24 november om/)
  expect(page).toContain('Op het spreekuur van de partner bij Eemdal Centrum')
  expect(await form()).toContain('Op het spreekuur van de partner bij Eemdal Centrum')
})

test('a place is booked with the referral, at the desk and not at the partner’s', async () => {
  const [place = ''] = places(await form())
  const { id, html } = await referVisitor(await as('employee'), made, world.desk, {
    way: 'consultation-hour',
    place,
  })
  expect(html).toContain('Uw afspraak is op dinsdag 24 november om')
  expect(html).toContain('Eemplein 71')
  expect(html).not.toContain('Langestraat 1')
  const { rows } = await owner.query(
    `select referral.state, referral.answered_at, appointment.state as appointment, appointment.starts_at = referral.appointment_at as same
     from referrals.referrals referral join referrals.appointments appointment on appointment.referral_id = referral.id where referral.id = $1`,
    [id],
  )
  // The desk booked it: the partner did not answer yet.
  expect(rows).toEqual([{ state: 'appointment', answered_at: null, appointment: 'booked', same: true }])
})

test('who is too late keeps what was typed, gets other times, and nothing is left of it', async () => {
  const html = await form()
  const [place = ''] = places(html)
  await referVisitor(await as('volunteer'), made, world.desk, { way: 'consultation-hour', place })
  const before = (await owner.query('select from referrals.referrals')).rowCount
  const response = await (await as('employee')).post(address(), {
    key: hidden(html, 'key'),
    desk: world.desk,
    topic: made.topic,
    way: 'consultation-hour',
    place,
    name: 'Te laat',
    contact: '',
    language: 'nl',
    consent: 'screen',
    action: 'send',
  })
  expect(response.status).toBe(409)
  const again = await response.text()
  expect(again).toContain('Deze tijd is net weg')
  expect(again).toContain('value="Te laat"')
  expect(places(again)).not.toContain(place)
  expect((await owner.query('select from referrals.referrals')).rowCount).toBe(before)
  const persons = await owner.query(
    `select from referrals.persons where about_id not in (select id from referrals.referrals)`,
  )
  expect(persons.rowCount).toBe(0)
})

test('a referral that is stopped gives its place back', async () => {
  const [place = ''] = places(await form())
  const { id } = await referVisitor(await as('employee'), made, world.desk, {
    way: 'consultation-hour',
    place,
  })
  expect(places(await form())).not.toContain(place)
  await (await as('employee')).post(`/balie/doorverwijzingen/${id}/intrekken`, {})
  expect(places(await form())).toContain(place)
})
