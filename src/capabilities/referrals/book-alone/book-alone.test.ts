import { describe, expect, test } from 'vitest'
import {
  codeIn,
  giveHours,
  giveOffer,
  hiddenIn,
  pathOfDesk,
} from '../../../../tests/support/booking-world.ts'
import { testKeys } from '../../../../tests/support/keys.ts'
import { assets, testApp } from '../../../../tests/support/test-app.ts'
import { createApp } from '../../../app.ts'
import { publicScope } from '../../../platform/auth/scope.ts'
import { createLog } from '../../../platform/logging/log.ts'
import { momentOf } from '../../../platform/time/local-time.ts'
import { bookAppointment } from '../book-appointment/book-appointment.command.ts'
import { makeBookingKey } from '../booking-key.ts'

const tuesday = { weekday: 2, opens: 600, closes: 720 }

/** Tuesday 24 November 2026, 10:00; the desk is open on Tuesdays from 10 to 12. */
async function bookable(how: Readonly<Record<string, unknown>> = {}) {
  const app = await testApp()
  await giveHours(app.owner, app.world.desk, [tuesday])
  const offer = await giveOffer(app, app.world.desk, how)
  return { ...app, offer, path: await pathOfDesk(app.owner, app.world.desk) }
}

describe('a visitor who books alone', () => {
  test('sees days and times, and gets a code, without a name', async () => {
    const { anonymous, path, offer, owner } = await bookable()
    const visitor = anonymous()
    const list = await (await visitor.get(`${path}/afspraak`)).text()
    expect(list).toContain('Dinsdag 24 november')
    // The notice is an hour.
    expect(list).not.toContain('aria-label="10.30 uur, Dinsdag 24 november"')
    expect(list).toContain('aria-label="11.00 uur, Dinsdag 24 november"')
    // Who has one changes it by his code; said before the times.
    const change = '<a class="nl-link" href="/afspraak">Afspraak verzetten of afzeggen</a>'
    expect(list.split('aria-label="11.00 uur')[0]).toContain(change)
    const form = await (await visitor.get(`${path}/afspraak/maken?tijd=${offer}_2026-11-24T10:00:00Z`)).text()
    const made = await visitor.post(`${path}/afspraak/maken`, {
      key: hiddenIn(form, 'key'),
      time: hiddenIn(form, 'time'),
    })
    expect(made.status).toBe(200)
    const html = await made.text()
    expect(codeIn(html)).not.toBe('')
    expect(html).toContain('Dinsdag 24 november om 11.00 uur')
    expect(html).toContain('<a class="nl-link" href="/afspraak"><bdi>')
    const { rows } = await owner.query('select state, made_by_kind, starts_at from referrals.appointments')
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ state: 'booked', made_by_kind: 'visitor' })
    expect((await owner.query('select from referrals.persons')).rows).toHaveLength(0)
    expect(await (await visitor.get(`${path}/afspraak`)).text()).not.toContain('11.00 uur, Dinsdag 24')
  })

  test('who presses twice books once, and gets the same code', async () => {
    const { anonymous, path, offer, owner } = await bookable({ places: 5 })
    const visitor = anonymous()
    const form = await (await visitor.get(`${path}/afspraak/maken?tijd=${offer}_2026-11-24T10:00:00Z`)).text()
    const fields = { key: hiddenIn(form, 'key'), time: hiddenIn(form, 'time') }
    const answers = await Promise.all([1, 2, 3].map(() => visitor.post(`${path}/afspraak/maken`, fields)))
    const codes = await Promise.all(answers.map(async (answer) => codeIn(await answer.text())))
    expect(new Set(codes).size).toBe(1)
    expect(codes[0]).not.toBe('')
    expect((await owner.query('select from referrals.appointments')).rows).toHaveLength(1)
    // And another time with the same form changes nothing.
    const other = await visitor.post(`${path}/afspraak/maken`, {
      ...fields,
      time: `${offer}_2026-11-24T10:30:00Z`,
    })
    expect(await other.text()).toContain('U had deze afspraak al gemaakt')
    expect((await owner.query('select from referrals.appointments')).rows).toHaveLength(1)
  })

  test('is told what to mend, and keeps what was typed', async () => {
    const { anonymous, path, offer } = await bookable()
    const visitor = anonymous()
    const form = await (await visitor.get(`${path}/afspraak/maken?tijd=${offer}_2026-11-24T10:00:00Z`)).text()
    const answer = await visitor.post(`${path}/afspraak/maken`, {
      key: hiddenIn(form, 'key'),
      time: hiddenIn(form, 'time'),
      name: 'Test 111222333',
      contact: 'geen idee',
    })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('Vul alleen uw naam in')
    expect(html).toContain('Schrijf het zo')
    expect(html).toContain('value="geen idee"')
  })

  test('finds a way to the desk where nothing can be booked', async () => {
    const { anonymous, owner, world } = await testApp()
    const path = await pathOfDesk(owner, world.desk)
    const html = await (await anonymous().get(`${path}/afspraak`)).text()
    expect(html).toContain('Hier kunt u op internet geen afspraak maken')
  })

  test('does not book what is for the desk alone, what is past, or what is not open', async () => {
    const { anonymous, path, offer, owner, world } = await bookable()
    const inner = await giveOffer({ owner, world } as never, world.desk, {
      name: 'Alleen balie',
      by_public: false,
    })
    const visitor = anonymous()
    for (const time of [
      `${inner}_2026-11-24T10:00:00Z`,
      `${offer}_2026-11-24T09:00:00Z`,
      `${offer}_2026-11-25T10:00:00Z`,
      `${offer}_2026-11-24T10:10:00Z`,
      `${offer}_2027-11-23T10:00:00Z`,
    ]) {
      const form = await (await visitor.get(`${path}/afspraak/maken?tijd=${time}`)).text()
      const answer = await visitor.post(`${path}/afspraak/maken`, { key: hiddenIn(form, 'key'), time })
      expect(answer.status, time).toBe(422)
      expect(await answer.text(), time).toContain('Kies een andere tijd')
    }
    expect((await owner.query('select from referrals.appointments')).rows).toHaveLength(0)
  })
})

describe('on the page of one desk', () => {
  test('no time of another desk is booked', async () => {
    const { anonymous, path, owner, world } = await bookable()
    await giveHours(owner, world.secondDesk, [tuesday])
    const elsewhere = await giveOffer({ owner, world } as never, world.secondDesk)
    const visitor = anonymous()
    const time = `${elsewhere}_20261124T100000Z`
    const form = await (await visitor.get(`${path}/afspraak/maken?tijd=${time}`)).text()
    const answer = await visitor.post(`${path}/afspraak/maken`, { key: hiddenIn(form, 'key'), time })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Kies een andere tijd')
    expect((await owner.query('select from referrals.appointments')).rows).toHaveLength(0)
  })

  test('nothing is booked at a desk that closed for good', async () => {
    const { database, clock, owner, world, offer } = await bookable()
    const book = () =>
      database.write(publicScope, (tx) =>
        bookAppointment(
          tx,
          publicScope,
          testKeys,
          {
            key: makeBookingKey(),
            deskId: world.desk,
            offerId: offer,
            startsAt: momentOf('2026-11-24', '11:00'),
            madeBy: 'visitor',
          },
          clock.now(),
        ),
      )
    await owner.query('update desks.desks set active = false where id = $1', [world.desk])
    expect(await book()).toEqual({ ok: false, next: [] })
    await owner.query('update desks.desks set active = true where id = $1', [world.desk])
    expect(await book()).toMatchObject({ ok: true })
  })
})

test('fifty people who book the last ten places at once: ten have one, forty get other times, nobody twice', async () => {
  const { database, clock, owner, path, offer } = await bookable({ places: 12, kept_for_walk_in: 2 })
  const app = createApp({
    database,
    clock,
    log: createLog('silent'),
    assets,
    demo: false,
    trustProxy: true,
    keys: testKeys,
  })
  const ask = (person: number, address: string, init: RequestInit = {}) =>
    app.request(`http://balie.test${address}`, {
      ...init,
      headers: { origin: 'http://balie.test', 'x-forwarded-for': `10.0.0.${person}` },
    })
  const time = `${offer}_20261124T100000Z`
  const people = Array.from({ length: 50 }, (_, index) => index + 1)
  const keys = await Promise.all(
    people.map(async (person) =>
      hiddenIn(await (await ask(person, `${path}/afspraak/maken?tijd=${time}`)).text(), 'key'),
    ),
  )
  const book = (person: number, at: string) =>
    ask(person, `${path}/afspraak/maken`, {
      method: 'POST',
      body: new URLSearchParams({ key: keys[person - 1] ?? '', time: at }),
    })
  const answers = await Promise.all(people.map((person) => book(person, time)))
  const pages = await Promise.all(answers.map((answer) => answer.text()))
  const got = people.filter((person) => answers[person - 1]?.status === 200)
  const late = people.filter((person) => answers[person - 1]?.status === 422)
  expect(got).toHaveLength(10)
  expect(late).toHaveLength(40)
  expect(new Set(got.map((person) => codeIn(pages[person - 1] ?? ''))).size).toBe(10)
  const taken = await owner.query('select starts_at, place from referrals.appointments order by place')
  expect(taken.rows.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  // The next times that are free stand in the form again, and can be booked at once with the same form.
  for (const person of late) {
    expect(pages[person - 1]).toContain(`value="${offer}_20261124T103000Z"`)
    expect(pages[person - 1]).not.toContain(`value="${time}"`)
  }
  const second = await Promise.all(
    late.slice(0, 10).map((person) => book(person, `${offer}_2026-11-24T10:30:00Z`)),
  )
  expect(second.map(({ status }) => status)).toEqual(Array(10).fill(200))
  const { rows } = await owner.query(
    'select count(*)::int as all, count(distinct (starts_at, place))::int as places from referrals.appointments',
  )
  expect(rows[0]).toEqual({ all: 20, places: 20 })
})
