import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  codeIn,
  giveHours,
  giveOffer,
  hiddenIn,
  pathOfDesk,
} from '../../../../tests/support/booking-world.ts'
import { type TestApp, type TestBrowser, testApp } from '../../../../tests/support/test-app.ts'

let app: TestApp
let offer: string
let path: string
let visitor: TestBrowser

beforeEach(async () => {
  app = await testApp({ sendsMail: true })
  await giveHours(app.owner, app.world.desk, [{ weekday: 2, opens: 600, closes: 720 }])
  offer = await giveOffer(app, app.world.desk)
  path = await pathOfDesk(app.owner, app.world.desk)
  visitor = app.anonymous()
})

const at = (moment: string): string => `${offer}_${moment}`

async function book(fields: Record<string, string> = {}, prefix = ''): Promise<string> {
  const form = await (
    await visitor.get(`${prefix}${path}/afspraak/maken?tijd=${at('2026-12-01T09:00:00Z')}`)
  ).text()
  const made = await visitor.post(`${prefix}${path}/afspraak/maken`, {
    key: hiddenIn(form, 'key'),
    time: at('2026-12-01T09:00:00Z'),
    ...fields,
  })
  return codeIn(await made.text())
}
const mails = async () =>
  (
    await app.owner.query(
      'select purpose, subject, body, calendar, language from platform.mails order by queued_at, id',
    )
  ).rows
const states = async () =>
  (await app.owner.query('select state, starts_at, sequence from referrals.appointments')).rows

describe('with the code', () => {
  test('a visitor sees his appointment, whatever way he types the code', async () => {
    const code = await book()
    const html = await (
      await visitor.post('/afspraak', { code: ` ${code.toLowerCase().replace('-', ' ')} ` })
    ).text()
    expect(html).toContain('Dinsdag 1 december om 10.00 uur')
    expect(html).not.toContain(`/afspraak/${code}`)
  })

  test('a wrong code and one of the past look alike', async () => {
    const code = await book()
    app.clock.moveTo('2026-12-01T10:00:00Z')
    const past = await visitor.post('/afspraak', { code })
    const wrong = await visitor.post('/afspraak', { code: 'BBBB-BBBB' })
    const nonsense = await visitor.post('/afspraak', { code: 'aeiou' })
    for (const answer of [past, wrong, nonsense]) expect(answer.status).toBe(422)
    const [one, two] = [await past.text(), await wrong.text()]
    expect(one.replaceAll(code, '')).toBe(two.replaceAll('BBBB-BBBB', ''))
    expect((await visitor.get('/afspraak/geen-token')).status).toBe(422)
  })

  test('who tries many is made to wait, and then a right one does not help either', async () => {
    const code = await book()
    for (let tries = 0; tries < 30; tries += 1)
      expect((await visitor.post('/afspraak', { code: 'BBBB-BBBB' })).status).toBe(422)
    expect((await visitor.post('/afspraak', { code: 'BBBB-BBBB' })).status).toBe(429)
    expect((await visitor.post('/afspraak', { code })).status).toBe(429)
    app.clock.moveTo('2026-11-24T09:16:00Z')
    expect((await visitor.post('/afspraak', { code })).status).toBe(200)
  })

  test('he moves it: the old place is free, the code stays', async () => {
    const code = await book()
    const list = await (await visitor.post('/afspraak/verzetten', { code })).text()
    expect(list).toContain('Dinsdag 1 december om 10.30 uur')
    const none = await visitor.post('/afspraak/verzetten', { code, choosing: 'yes' })
    expect(none.status).toBe(422)
    const moved = await visitor.post('/afspraak/verzetten', {
      code,
      choosing: 'yes',
      time: at('2026-12-08T09:30:00Z'),
    })
    expect(await moved.text()).toContain('Uw afspraak is verzet')
    expect(await states()).toMatchObject([{ state: 'booked', sequence: 1 }])
    expect(await (await visitor.get(`${path}/afspraak`)).text()).toContain('10.00 uur, Dinsdag 1 december')
    // The old end has passed; the code lasts as long as the new time.
    app.clock.moveTo('2026-12-08T08:00:00Z')
    expect((await visitor.post('/afspraak', { code })).status).toBe(200)
  })

  test('he cannot move it to a place that somebody has', async () => {
    const code = await book()
    await app.owner.query(
      `insert into referrals.appointments (id, offer_id, library_id, desk_id, code_hash, starts_at, ends_at, place, state, state_since, made_by_kind, made_at)
       select gen_random_uuid(), offer_id, library_id, desk_id, '\\x00', '2026-12-08T09:00:00Z', '2026-12-08T09:30:00Z', 1, 'booked', now(), 'desk', now() from referrals.appointments`,
    )
    const answer = await visitor.post('/afspraak/verzetten', {
      code,
      choosing: 'yes',
      time: at('2026-12-08T09:00:00Z'),
    })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Deze tijd is net weg')
  })

  test('he cancels it after one question more, and somebody else can have the place', async () => {
    const code = await book()
    expect(await (await visitor.post('/afspraak/afzeggen', { code })).text()).toContain(
      'Wilt u de afspraak afzeggen?',
    )
    expect(await states()).toMatchObject([{ state: 'booked' }])
    const done = await visitor.post('/afspraak/afzeggen', { code, sure: 'yes' })
    expect(await done.text()).toContain('Deze afspraak is afgezegd')
    expect(await states()).toMatchObject([{ state: 'cancelled' }])
    expect(await book()).not.toBe('')
  })
})

describe('with an e-mail address', () => {
  test('a visitor gets a mail in his language with a calendar file, and nothing of him in it', async () => {
    const code = await book({ name: 'Planted Name', contact: 'planted@voorbeeld.test' }, '/en')
    const [mail] = await mails()
    expect(mail).toMatchObject({ purpose: 'referrals.appointment-booked', language: 'en' })
    expect(mail.subject).toBe('Your appointment on Tuesday 1 December at 10:00')
    expect(JSON.stringify(mail)).not.toMatch(/planted/i)
    expect(JSON.stringify(mail)).not.toContain(code)
    const linkId = /\[\[\/en\/afspraak ([\da-f-]{36})\]\]/.exec(mail.body)?.[1]
    expect(linkId).toBeTruthy()
  })

  test('hears of a change and of the end by the same entry in his calendar', async () => {
    const code = await book({ contact: 'planted@voorbeeld.test' })
    const sent = await mails()
    await visitor.post('/afspraak/verzetten', { code, choosing: 'yes', time: at('2026-12-08T09:30:00Z') })
    sent.push((await mails())[1])
    await visitor.post('/afspraak/afzeggen', { code, sure: 'yes' })
    // What had not gone yet is taken back: the last word counts.
    const last = await mails()
    expect(last.map(({ body }) => body === null)).toEqual([true, true, false])
    sent.push(last[2])
    expect(sent.map(({ purpose }) => purpose)).toEqual([
      'referrals.appointment-booked',
      'referrals.appointment-moved',
      'referrals.appointment-cancelled',
    ])
    const events = sent.map(({ calendar }) => {
      const root = new ICAL.Component(ICAL.parse(calendar))
      const event = root.getFirstSubcomponent('vevent')
      const byNode = Object.values(nodeIcal.sync.parseICS(calendar)).find((each) => each?.type === 'VEVENT')
      return {
        method: root.getFirstPropertyValue('method'),
        uid: event?.getFirstPropertyValue('uid'),
        sequence: event?.getFirstPropertyValue('sequence'),
        status: event?.getFirstPropertyValue('status'),
        start: byNode?.type === 'VEVENT' ? byNode.start.toISOString() : undefined,
      }
    })
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(1)
    expect(events).toMatchObject([
      { method: 'PUBLISH', sequence: 0, status: 'CONFIRMED', start: '2026-12-01T09:00:00.000Z' },
      { method: 'PUBLISH', sequence: 1, status: 'CONFIRMED', start: '2026-12-08T09:30:00.000Z' },
      { method: 'CANCEL', sequence: 2, status: 'CANCELLED' },
    ])
  })

  test('the calendar file on the page is the same', async () => {
    const code = await book()
    const file = await visitor.post('/afspraak/agenda.ics', { code })
    expect(file.headers.get('content-type')).toContain('text/calendar')
    expect(await file.text()).toContain('DTSTART;TZID=Europe/Amsterdam:20261201T100000')
  })
})
