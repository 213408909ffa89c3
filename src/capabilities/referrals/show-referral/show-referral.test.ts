import { setTimeout } from 'node:timers/promises'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testKeys } from '../../../../tests/support/keys.ts'
import {
  makeReferralWorld,
  type ReferralWorld,
  referVisitor,
} from '../../../../tests/support/referral-world.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import { tokenOfCode } from '../../../platform/auth/links.command.ts'

const app = await testApp({ sendsMail: true })
const { as, anonymous, owner, world, clock } = app
let made: ReferralWorld
beforeAll(async () => {
  made = await makeReferralWorld(app)
})
beforeEach(() => clock.moveTo('2026-11-24T09:00:00Z'))

const sent = async (typed = {}) => referVisitor(await as('volunteer'), made, world.desk, typed)
const rowOf = async (id: string): Promise<Record<string, unknown>> =>
  (await owner.query('select * from referrals.referrals where id = $1', [id])).rows[0]
const count = async (table: string, id: string): Promise<number | null> =>
  (await owner.query(`select from referrals.${table} where about_id = $1`, [id])).rowCount

describe('the desk', () => {
  test('sees its referrals by code, what asks for something first, and a name after a tap', async () => {
    const { id, code } = await sent({ name: 'Balienaam' })
    expect(await (await (await as('coordinator')).get('/balie/doorverwijzingen')).text()).toContain(code)
    clock.moveTo('2026-11-27T09:00:00Z')
    const coordinator = await as('coordinator')
    const list = await (await coordinator.get('/balie/doorverwijzingen')).text()
    expect(list).toContain('Bel de partner')
    expect(list).not.toContain('Balienaam')
    const page = await (await coordinator.get(`/balie/doorverwijzingen/${id}`)).text()
    expect(page).not.toContain('Balienaam')
    expect(page).toContain('Test volunteer')
    expect(await (await coordinator.post(`/balie/doorverwijzingen/${id}/tonen`, {})).text()).toContain(
      'Balienaam',
    )
    const { rows } = await owner.query('select by_kind, why from referrals.readings where about_id = $1', [
      id,
    ])
    expect(rows).toEqual([{ by_kind: 'desk', why: 'handle' }])
    await owner.query('delete from people.confidentiality_statements where account_id = $1', [
      world.accounts.employee,
    ])
    const unsigned = await (
      await (await as('employee')).post(`/balie/doorverwijzingen/${id}/tonen`, {})
    ).text()
    expect(unsigned).not.toContain('Balienaam')
    const other = await as('otherManager')
    expect((await other.get(`/balie/doorverwijzingen/${id}`)).status).toBe(404)
    expect((await other.post(`/balie/doorverwijzingen/${id}/tonen`, {})).status).toBe(404)
  })

  test('answers for a partner whom it called, reminds him once a day, and closes with an outcome', async () => {
    const { id } = await sent()
    const address = `/balie/doorverwijzingen/${id}`
    let browser = await as('volunteer')
    expect(await (await browser.get(address)).text()).not.toContain('Herinner de partner')
    const early = await browser.post(`${address}/herinneren`, {})
    expect(early.headers.get('location')).toContain('not-reminded')
    clock.moveTo('2026-11-25T09:00:00Z')
    browser = await as('volunteer')
    expect(await (await browser.get(address)).text()).toContain('Herinner de partner')
    const first = await browser.post(`${address}/herinneren`, {})
    expect(first.headers.get('location')).toContain('gedaan=reminded')
    expect((await browser.post(`${address}/herinneren`, {})).headers.get('location')).toContain(
      'not-reminded',
    )
    const mails = await owner.query(
      `select from platform.mails where subject_id = $1 and purpose = 'referrals.reminder'`,
      [id],
    )
    expect(mails.rowCount).toBe(1)
    expect((await browser.post(`${address}/antwoord`, { event: 'help' })).status).toBe(303)
    expect((await browser.post(`${address}/afronden`, { outcome: '', version: '2' })).status).toBe(422)
    expect((await browser.post(`${address}/afronden`, { outcome: 'helped', version: '1' })).status).toBe(409)
    expect((await browser.post(`${address}/afronden`, { outcome: 'helped', version: '2' })).status).toBe(303)
    expect(await rowOf(id)).toMatchObject({ state: 'closed', outcome: 'helped', remind_on: null })
    const late = await browser.post(`${address}/antwoord`, { event: 'come' })
    expect(late.status).toBe(409)
    expect(await (await browser.get('/balie/doorverwijzingen?toon=klaar&van=mij')).text()).toContain(id)
  })

  test('that said it would call is asked to, until somebody writes down that he did', async () => {
    const { id } = await sent({ way: 'phone' })
    const address = `/balie/doorverwijzingen/${id}`
    const browser = await as('volunteer')
    const before = await (await browser.get(address)).text()
    expect(before).toContain('Bel de partner')
    expect(before).toContain('Ik heb de partner gebeld')
    await browser.post(`${address}/antwoord`, { event: 'receive' })
    expect(await rowOf(id)).toMatchObject({ state: 'received' })
    const after = await (await browser.get(address)).text()
    expect(after).not.toMatch(/Bel de partner|Ik heb de partner gebeld/)
  })

  test('who reminded a partner still has one who is silent', async () => {
    const { id } = await sent({ way: 'mail' })
    clock.moveTo('2026-11-25T09:00:00Z')
    const browser = await as('volunteer')
    const address = `/balie/doorverwijzingen/${id}`
    expect(await (await browser.get(address)).text()).not.toContain('Nog geen antwoord')
    await browser.post(`${address}/herinneren`, {})
    const page = await (await browser.get(address)).text()
    expect(page).toContain('Nog geen antwoord')
    expect(page).not.toContain('Herinner de partner')
  })

  test('is not offered what makes no sense of a partner who refused, or before an appointment', async () => {
    const { id } = await sent()
    const address = `/balie/doorverwijzingen/${id}`
    clock.moveTo('2026-11-25T09:00:00Z')
    const browser = await as('volunteer')
    const decline = { event: 'decline', reason: 'Wij doen geen toeslagen', 'better-place': 'Belastingdienst' }
    await browser.post(`${address}/antwoord`, decline)
    const refused = await (await browser.get(address)).text()
    expect(refused).not.toMatch(/Herinner de partner|De bezoeker vertelt of het hielp/)
    expect(refused).toContain('Wie kan beter helpen')
    await browser.post(`${address}/antwoord`, {
      event: 'plan',
      'day.day': '1',
      'day.month': '12',
      'day.year': '2026',
      time: '9.30',
    })
    expect(await (await browser.get(address)).text()).not.toContain('De bezoeker vertelt of het hielp')
    const early = await browser.post(`${address}/antwoord`, { event: 'help' })
    expect(early.status).toBe(409)
    expect(await early.text()).toContain('Dat kan pas vanaf de dag van de afspraak')
  })

  test('reminds once when two press at once', async () => {
    const { id } = await sent()
    clock.moveTo('2026-11-25T09:00:00Z')
    const browsers = [await as('volunteer'), await as('coordinator')]
    // Both have seen that nobody was reminded today.
    await owner.query('begin')
    await owner.query('select from referrals.referrals where id = $1 for update', [id])
    const presses = browsers.map((browser) => browser.post(`/balie/doorverwijzingen/${id}/herinneren`, {}))
    await setTimeout(400)
    await owner.query('commit')
    const replies = await Promise.all(presses)
    expect(replies.map((reply) => reply.headers.get('location')?.split('=')[1]).sort()).toEqual([
      'not-reminded',
      'reminded',
    ])
    const mails = await owner.query(
      `select from platform.mails where subject_id = $1 and purpose = 'referrals.reminder'`,
      [id],
    )
    expect(mails.rowCount).toBe(1)
  })

  test('sends on: the first one ends, its data goes, and the next one asks consent anew', async () => {
    const { id } = await sent()
    const browser = await as('volunteer')
    await browser.post(`/balie/doorverwijzingen/${id}/antwoord`, { event: 'lack-room' })
    const page = await (await browser.get(`/balie/doorverwijzingen/${id}`)).text()
    expect(page).toContain('Zoek iets anders')
    const next = await referVisitor(browser, made, world.desk, { follows: id } as object)
    expect(await rowOf(id)).toMatchObject({ state: 'sent-on' })
    expect(await rowOf(next.id)).toMatchObject({ state: 'sent', follows_id: id })
    expect([await count('persons', id), await count('consents', id)]).toEqual([0, 0])
    expect([await count('persons', next.id), await count('consents', next.id)]).toEqual([1, 1])
  })

  test('withdraws: who it was is erased at once, also for the partner', async () => {
    const { id } = await sent({ name: 'Weg' })
    const browser = await as('volunteer')
    expect((await browser.post(`/balie/doorverwijzingen/${id}/intrekken`, {})).status).toBe(303)
    expect([await count('persons', id), await count('consents', id)]).toEqual([0, 0])
    const partner = await (await (await as('partner')).get(`/samenwerking/doorverwijzing/${id}`)).text()
    expect(partner).toContain('is ingetrokken')
    expect((await (await as('partner')).post(`/samenwerking/doorverwijzing/${id}/tonen`, {})).status).toBe(
      409,
    )
    const { rows } = await owner.query<{ purpose: string; body: string }>(
      `select purpose, body from platform.mails where subject_id = $1 order by queued_at, id`,
      [id],
    )
    expect(rows.map(({ purpose }) => purpose)).toEqual(['referrals.sent', 'referrals.withdrawn'])
    expect(rows[1]?.body).not.toContain('Weg')
  })
})

describe('the visitor', () => {
  test('sees how it goes by his code in his own language, and a wrong code looks like one that ran out', async () => {
    const { visitorCode, id } = await sent()
    const browser = anonymous()
    const found = await browser.post('/tr/mijn-doorverwijzing', {
      code: visitorCode.toLowerCase().replace('-', ' '),
    })
    // No address that opens it: it would stay in the history of the computer.
    expect([found.status, found.headers.get('location')]).toEqual([200, null])
    expect(await found.text()).toContain('Henüz cevap yok')
    expect((await rowOf(id)).version).toBe(1)
    const wrong = await browser.post('/mijn-doorverwijzing', { code: 'BCDF-GHJK' })
    expect(wrong.status).toBe(422)
    clock.moveTo('2027-03-24T09:00:00Z')
    const old = await browser.post('/mijn-doorverwijzing', { code: visitorCode })
    expect(old.status).toBe(422)
    const address = `/mijn-doorverwijzing/${tokenOfCode(testKeys, visitorCode)}`
    expect((await browser.get(address)).status).toBe(404)
  })

  test('is not asked whether it helped before the day of the appointment', async () => {
    const { visitorCode, id } = await sent()
    await (await as('volunteer')).post(`/balie/doorverwijzingen/${id}/antwoord`, {
      event: 'plan',
      'day.day': '1',
      'day.month': '12',
      'day.year': '2026',
      time: '9.30',
    })
    const browser = anonymous()
    const address = `/mijn-doorverwijzing/${tokenOfCode(testKeys, visitorCode)}`
    expect(await (await browser.get(address)).text()).not.toContain('Heeft het geholpen?')
    await browser.post(address, { action: 'yes' })
    expect(await rowOf(id)).toMatchObject({ visitor_said: null })
    clock.moveTo('2026-12-01T06:00:00Z')
    expect(await (await browser.get(address)).text()).toContain('Heeft het geholpen?')
  })

  test('stops it himself: his data is erased, and the page stays to say so', async () => {
    const { visitorCode, id } = await sent()
    const browser = anonymous()
    const stop = () => browser.post('/mijn-doorverwijzing', { code: visitorCode, action: 'stop' })
    await stop()
    const page = await (await stop()).text()
    expect(await rowOf(id)).toMatchObject({ state: 'withdrawn' })
    expect([await count('persons', id), await count('consents', id)]).toEqual([0, 0])
    expect(page).toContain('zijn gewist')
    const { rows } = await owner.query(
      'select cause, persons from referrals.erasures order by id desc limit 1',
    )
    expect(rows).toEqual([{ cause: 'withdrawn', persons: 1 }])
  })

  test('stops it after the desk closed it: his data is erased at once, and how it ended stays', async () => {
    const { visitorCode, id } = await sent()
    await (await as('volunteer')).post(`/balie/doorverwijzingen/${id}/afronden`, {
      outcome: 'helped',
      version: '1',
    })
    const browser = anonymous()
    const address = `/mijn-doorverwijzing/${tokenOfCode(testKeys, visitorCode)}`
    expect(await (await browser.get(address)).text()).toContain('Ja, wis mijn gegevens')
    for (const _ of [1, 2]) await browser.post(address, { action: 'stop' })
    expect(await rowOf(id)).toMatchObject({ state: 'closed', outcome: 'helped' })
    expect([await count('persons', id), await count('consents', id)]).toEqual([0, 0])
    const page = await (await browser.get(address)).text()
    expect(page).toContain('Wij bewaren uw naam en contact niet meer')
    expect(page).not.toContain('Ja, wis mijn gegevens')
    const audit = await owner.query(
      `select scope_kind from platform.audit_lines where subject_id = $1 and action = 'referrals.erase-after-end'`,
      [id],
    )
    expect(audit.rows).toEqual([{ scope_kind: 'link' }])
    const mails = await owner.query(
      `select from platform.mails where subject_id = $1 and purpose = 'referrals.withdrawn'`,
      [id],
    )
    expect(mails.rowCount).toBe(1)
  })

  test('is asked once by mail, and a no comes back on the list of the desk, also when it was closed', async () => {
    const { id } = await sent({ contact: 'vraag@voorbeeld.test' })
    const browser = await as('volunteer')
    const closed = await browser.post(`/balie/doorverwijzingen/${id}/afronden`, {
      outcome: 'helped',
      version: '1',
      ask: 'yes',
    })
    expect(closed.status).toBe(303)
    const { rows } = await owner.query<{ body: string }>(
      `select body from platform.mails where subject_id = $1 and purpose = 'referrals.visitor'`,
      [id],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.body).toMatch(/\[\[\/mijn-doorverwijzing [\da-f-]{36}\]\]/)
    const [, link = ''] = /doorverwijzing ([\da-f-]{36})/.exec(rows[0]?.body ?? '') ?? []
    const address = `/mijn-doorverwijzing/${testKeys.tokenOf(link)}`
    await anonymous().get(address)
    expect(await rowOf(id)).toMatchObject({ visitor_said: null })
    await anonymous().post(address, { action: 'no' })
    expect(await (await browser.get('/balie/doorverwijzingen')).text()).toContain(
      'Bezoeker zegt: niet geholpen',
    )
    await browser.post(`/balie/doorverwijzingen/${id}/bezoeker`, { said: 'settled' })
    expect(await rowOf(id)).toMatchObject({ visitor_said: 'no', acts_again: false, state: 'closed' })
  })

  test('who tries many codes waits, also with a right one', async () => {
    const { visitorCode } = await sent()
    const browser = anonymous()
    let status = 0
    for (let tries = 0; tries < 60 && status !== 429; tries += 1)
      status = (await browser.post('/mijn-doorverwijzing', { code: 'BCDF-GHJK' })).status
    expect(status).toBe(429)
    expect((await browser.post('/mijn-doorverwijzing', { code: visitorCode })).status).toBe(429)
    clock.moveTo('2026-11-24T09:20:00Z')
    expect((await browser.post('/mijn-doorverwijzing', { code: visitorCode })).status).toBe(200)
  })

  test.each([
    ['/mijn-doorverwijzing/', 'GET', '12'],
    ['/antwoord/', 'POST', '14'],
    ['/agenda/', 'GET', '16'],
  ])('who tries many links under %s waits', async (path, method, hour) => {
    clock.moveTo(`2026-11-24T${hour}:00:00Z`)
    const browser = anonymous()
    const statuses = []
    for (let tries = 0; tries < 31; tries += 1)
      statuses.push(
        (
          await (method === 'GET'
            ? browser.get(`${path}nep${tries}`)
            : browser.post(`${path}nep${tries}`, {}))
        ).status,
      )
    expect([statuses[0], statuses[30]]).toEqual([404, 429])
  })
})

test('the desk sees that the mail to the partner did not arrive, and with which code', async () => {
  const { id } = await sent()
  const page = `/balie/doorverwijzingen/${id}`
  const volunteer = await as('volunteer')
  expect(await (await volunteer.get(page)).text()).not.toContain('kwam niet aan')
  await owner.query(
    `update platform.mails set refused_at = now(), refusal = '5.1.1', subject = null, body = null where subject_id = $1 and purpose = 'referrals.sent'`,
    [id],
  )
  const html = await (await volunteer.get(page)).text()
  expect(html).toContain('aan de partner kwam niet aan')
  expect(html).toContain('5.1.1')
})
