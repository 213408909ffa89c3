import { beforeAll, describe, expect, test } from 'vitest'
import { codeIn, giveHours, giveOffer, hiddenIn } from '../../../../tests/support/booking-world.ts'
import { type TestApp, type TestBrowser, testApp } from '../../../../tests/support/test-app.ts'

let app: TestApp
let employee: TestBrowser
let code: string

beforeAll(async () => {
  app = await testApp()
  await giveHours(app.owner, app.world.desk, [{ weekday: 2, opens: 600, closes: 720 }])
  await giveOffer(app, app.world.desk)
  employee = await app.as('volunteer')
})

const today = async (): Promise<string> =>
  (await employee.get(`/balie/vandaag?informatiepunt=${app.world.desk}`)).text()

describe('at the desk', () => {
  test('an appointment is booked in two taps, also within the notice, and gives a slip', async () => {
    const times = await (await employee.get(`/balie/afspraken?informatiepunt=${app.world.desk}`)).text()
    const [, link = ''] = /href="(\/balie\/afspraken\/maken[^"]*)"/.exec(times) ?? []
    expect(link).toContain('20261124T090000Z')
    const form = await (await employee.get(link.replaceAll('&amp;', '&'))).text()
    const made = await employee.post('/balie/afspraken/maken', {
      key: hiddenIn(form, 'key'),
      desk: hiddenIn(form, 'desk'),
      time: hiddenIn(form, 'time'),
      topic: '',
      name: 'Planted Name',
      contact: '06 12 34 56 78',
      language: 'pl',
    })
    expect(made.status).toBe(200)
    const html = await made.text()
    code = codeIn(html)
    expect(code).not.toBe('')
    expect(html).toContain('lang="pl"')
    expect(html).toContain('Twój kod')
  })

  test('today’s screen tells when and about what, and no name', async () => {
    const html = await today()
    expect(html).toContain('Eén afspraak')
    expect(html).toContain('10.00')
    expect(html).not.toContain('Planted')
  })

  test('a name comes after a tap, and that is logged', async () => {
    const [, path = ''] = /action="(\/balie\/afspraken\/[\da-f-]{36})\/persoon"/.exec(await today()) ?? []
    const before = await (await employee.get(path)).text()
    expect(before).not.toContain('Planted')
    const after = await (await employee.post(`${path}/persoon`, {})).text()
    expect(after).toContain('Planted Name')
    expect(after).toContain('tel:0612345678')
    const { rows } = await app.owner.query('select by_kind, account_id, why from referrals.readings')
    expect(rows).toEqual([{ by_kind: 'desk', account_id: app.world.accounts.volunteer, why: 'handle' }])
  })

  test('who has not signed sees what to do, and opens nothing', async () => {
    const id = (await app.owner.query('select id from referrals.appointments')).rows[0].id
    await app.owner.query('delete from people.confidentiality_statements where account_id = $1', [
      app.world.accounts.employee,
    ])
    const colleague = await app.as('employee')
    const html = await (await colleague.post(`/balie/afspraken/${id}/persoon`, {})).text()
    expect(html).not.toContain('Planted')
    expect(html).toContain('geheimhouding')
    expect((await app.owner.query('select from referrals.readings')).rows).toHaveLength(1)
  })

  test('a visitor who shows his code is found; a code of nobody says so', async () => {
    const found = await employee.post('/balie/afspraken/code', { desk: app.world.desk, code })
    expect(found.headers.get('location')).toMatch(/^\/balie\/afspraken\/[\da-f-]{36}$/)
    const lost = await employee.post('/balie/afspraken/code', { desk: app.world.desk, code: 'BBBB-BBBB' })
    expect(await (await employee.get(lost.headers.get('location') ?? '')).text()).toContain(
      'Bij deze code hoort geen afspraak',
    )
  })

  test('that he came is one tap, and can be put right the same day, not the next', async () => {
    const id = (await app.owner.query('select id from referrals.appointments')).rows[0].id
    const state = async () =>
      (await app.owner.query('select state from referrals.appointments')).rows[0].state
    const settle = (answer: string) =>
      employee.post(`/balie/afspraken/${id}/gekomen`, { state: answer, back: 'today' })
    await settle('not-came')
    expect(await state()).toBe('not-came')
    await settle('booked')
    await settle('came')
    expect(await state()).toBe('came')
    app.clock.moveTo('2026-11-25T09:00:00Z')
    employee = await app.as('volunteer')
    await settle('not-came')
    expect(await state()).toBe('came')
    app.clock.moveTo('2026-11-24T09:00:00Z')
    employee = await app.as('volunteer')
  })

  test('the desk cancels after one question more', async () => {
    const times = await (await employee.get(`/balie/afspraken?informatiepunt=${app.world.desk}`)).text()
    const link = /href="(\/balie\/afspraken\/maken[^"]*)"/.exec(times)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const form = await (await employee.get(link)).text()
    await employee.post('/balie/afspraken/maken', {
      key: hiddenIn(form, 'key'),
      desk: hiddenIn(form, 'desk'),
      time: hiddenIn(form, 'time'),
    })
    const booked = `select id, state from referrals.appointments where state <> 'came'`
    const { id } = (await app.owner.query(booked)).rows[0]
    const asked = await employee.post(`/balie/afspraken/${id}/afzeggen`, {})
    expect(await asked.text()).toContain('Zeg je deze afspraak af?')
    expect((await app.owner.query(booked)).rows[0].state).toBe('booked')
    await employee.post(`/balie/afspraken/${id}/afzeggen`, { sure: 'yes' })
    expect((await app.owner.query(booked)).rows[0].state).toBe('cancelled')
    await app.owner.query(`delete from referrals.appointments where state = 'cancelled'`)
  })

  test('somebody of another desk gets nothing of it', async () => {
    const id = (await app.owner.query('select id from referrals.appointments')).rows[0].id
    const stranger = await app.as('otherEmployee')
    expect((await stranger.get(`/balie/afspraken/${id}`)).status).toBe(404)
    expect((await stranger.post(`/balie/afspraken/${id}/persoon`, {})).status).toBe(404)
    expect((await stranger.get(`/balie/vandaag?informatiepunt=${app.world.desk}`)).status).toBe(403)
  })
})

describe('the queue', () => {
  const send = (path: string, more: Record<string, string> = {}) =>
    employee.post(path, { desk: app.world.desk, ...more })

  const keyOfPage = async (): Promise<string> => hiddenIn(await today(), 'key')
  const given = (answer: Response) => Number(/gegeven=(\d+)/.exec(answer.headers.get('location') ?? '')?.[1])

  test('gives numbers in order, never one twice, also to who press at once', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, keyOfPage))
    const answers = await Promise.all(keys.map((key) => send('/balie/vandaag/nummer', { key })))
    expect(answers.map(given).toSorted((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  test('gives one number to who presses twice', async () => {
    const key = await keyOfPage()
    const answers = await Promise.all([1, 2].map(() => send('/balie/vandaag/nummer', { key })))
    expect(answers.map(given)).toEqual([9, 9])
  })

  test('calls who waits longest; who presses twice calls one, and is told so', async () => {
    const last = hiddenIn(await today(), 'last')
    const called = await Promise.all([1, 2].map(() => send('/balie/vandaag/volgende', { last })))
    const places = called.map((answer) => answer.headers.get('location') ?? '')
    expect(places.map((place) => /geroepen=(\w+)/.exec(place)?.[1]).toSorted()).toEqual(['1', 'al'])
    const html = await (await employee.get(places.find((place) => place.endsWith('al')) ?? '')).text()
    expect(html).toContain('Nummer 1 is net al geroepen')
    expect(html).toContain('8 wachtenden')
    const next = await send('/balie/vandaag/volgende', { last: hiddenIn(html, 'last') })
    expect(next.headers.get('location')).toContain('geroepen=2')
  })

  test('lets go who went, and begins at one on the next day', async () => {
    const [, id = ''] = /name="number" value="([^"]+)"/.exec(await today()) ?? []
    await send('/balie/vandaag/weg', { number: id })
    expect(await today()).toContain('6 wachtenden')
    app.clock.moveTo('2026-11-25T09:00:00Z')
    employee = await app.as('volunteer')
    expect(await today()).toContain('Niemand wacht')
    const first = await send('/balie/vandaag/nummer', { key: await keyOfPage() })
    expect(first.headers.get('location')).toContain('gegeven=1')
    const { rows } = await app.owner.query('select count(*)::int as numbers from referrals.queue_numbers')
    expect(rows[0].numbers).toBe(1)
  })
})
