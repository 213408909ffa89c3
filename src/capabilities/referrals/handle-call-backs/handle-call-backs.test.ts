import { beforeEach, describe, expect, test } from 'vitest'
import { codeIn, giveHours, hiddenIn, pathOfDesk } from '../../../../tests/support/booking-world.ts'
import { type TestApp, type TestBrowser, testApp } from '../../../../tests/support/test-app.ts'

let app: TestApp
let path: string
let desk: TestBrowser

beforeEach(async () => {
  app = await testApp()
  await giveHours(app.owner, app.world.desk, [{ weekday: 2, opens: 600, closes: 1020, kind: 'telephone' }])
  await app.owner.query('insert into desks.online_requests values ($1, false, true)', [app.world.desk])
  path = `${await pathOfDesk(app.owner, app.world.desk)}/bel-mij-terug`
  desk = await app.as('volunteer')
})

async function ask(fields: Record<string, string>, visitor = app.anonymous()): Promise<Response> {
  const key = hiddenIn(await (await visitor.get(path)).text(), 'key')
  return visitor.post(path, { key, ...fields })
}
const list = async (): Promise<string> =>
  (await desk.get(`/balie/terugbellen?informatiepunt=${app.world.desk}`)).text()
const idIn = (html: string): string => /\/balie\/terugbellen\/([\da-f-]{36})\/poging/.exec(html)?.[1] ?? ''
const states = async () =>
  (await app.owner.query('select state, closed_at is not null as closed from referrals.call_backs')).rows

describe('a visitor', () => {
  test('asks to be called, hears when, and gets a code', async () => {
    const made = await ask({ contact: '06-12345678', suits: 'afternoon', name: '' })
    expect(made.status).toBe(200)
    const html = await made.text()
    expect(html).toContain('dinsdag 24 november om 12.00 uur of kort daarna')
    expect(codeIn(html)).not.toBe('')
    expect(await states()).toEqual([{ state: 'waiting', closed: false }])
  })

  test('is told to give a number; an e-mail address does not ring', async () => {
    for (const contact of ['', 'naam@voorbeeld.test', '12345']) {
      const again = await ask({ contact, suits: 'any' })
      expect(again.status).toBe(422)
      expect(await again.text()).toContain('Vul uw telefoonnummer zo in')
    }
    expect(await states()).toEqual([])
  })

  test('who presses twice asks once', async () => {
    const visitor = app.anonymous()
    const key = hiddenIn(await (await visitor.get(path)).text(), 'key')
    const fields = { key, contact: '0612345678', suits: 'any' }
    const codes = await Promise.all(
      [1, 2, 3].map(async () => codeIn(await (await visitor.post(path, fields)).text())),
    )
    expect(new Set(codes).size).toBe(1)
    expect(await states()).toHaveLength(1)
  })

  test('takes it back by his code, and his number is erased at once', async () => {
    const code = codeIn(await (await ask({ contact: '0612345678', suits: 'any' })).text())
    const visitor = app.anonymous()
    expect(await (await visitor.post('/afspraak', { code })).text()).toContain('Bel mij niet meer terug')
    expect(await (await visitor.post('/afspraak/niet-bellen', { code })).text()).toContain(
      'Uw nummer is gewist',
    )
    expect(await states()).toEqual([{ state: 'withdrawn', closed: true }])
    expect((await app.owner.query('select from referrals.persons')).rows).toHaveLength(0)
  })

  test('who was not reached takes it back all the same: his number is erased then', async () => {
    const code = codeIn(await (await ask({ contact: '0612345678', suits: 'any' })).text())
    await desk.post(`/balie/terugbellen/${idIn(await list())}/poging`, {
      outcome: 'wrong-number',
      tried: '0',
    })
    const visitor = app.anonymous()
    expect(await (await visitor.post('/afspraak', { code })).text()).toContain('Bel mij niet meer terug')
    const html = await (await visitor.post('/afspraak/niet-bellen', { code })).text()
    expect(html).toContain('Uw nummer is gewist')
    expect(html).not.toContain('Bel mij niet meer terug')
    expect(await states()).toEqual([{ state: 'not-reached', closed: true }])
    expect((await app.owner.query('select from referrals.persons')).rows).toHaveLength(0)
  })

  test('finds no form where the desk does not call back', async () => {
    await app.owner.query('update desks.online_requests set call_backs = false')
    expect(await (await app.anonymous().get(path)).text()).toContain('Hier kunt u niet om terugbellen vragen')
    const key = 'a'.repeat(22)
    expect((await app.anonymous().post(path, { key, contact: '0612345678' })).status).toBe(404)
  })
})

describe('the desk', () => {
  test('sees who waits without a number, and the number after a tap, which is logged', async () => {
    await ask({ contact: '0612345678', suits: 'any', name: 'Planted Name' })
    const html = await list()
    expect(html).not.toMatch(/Planted|0612345678|06.12/)
    const opened = await (await desk.post(`/balie/terugbellen/${idIn(html)}/nummer`, {})).text()
    expect(opened).toContain('tel:0612345678')
    const { rows } = await app.owner.query('select why, account_id from referrals.readings')
    expect(rows).toEqual([{ why: 'call', account_id: app.world.accounts.volunteer }])
  })

  test('tries three times and then stops; each try plans the next', async () => {
    await ask({ contact: '0612345678', suits: 'any' })
    const id = idIn(await list())
    let tried = 0
    const attempt = (outcome: string) =>
      desk.post(`/balie/terugbellen/${id}/poging`, { outcome, tried: `${tried++}` })
    await attempt('no-answer')
    await attempt('call-later')
    await attempt('no-answer')
    expect(await states()).toEqual([{ state: 'waiting', closed: false }])
    expect(await list()).toContain('3 keer geprobeerd')
    await attempt('no-answer')
    expect(await states()).toEqual([{ state: 'not-reached', closed: true }])
    await attempt('reached')
    expect(await states()).toEqual([{ state: 'not-reached', closed: true }])
    expect((await app.owner.query('select from referrals.call_attempts')).rows).toHaveLength(4)
  })

  test('who clicks three times on one page tried once', async () => {
    await ask({ contact: '0612345678', suits: 'any' })
    const html = await list()
    const fields = { outcome: 'no-answer', tried: hiddenIn(html, 'tried') }
    await Promise.all([1, 2, 3].map(() => desk.post(`/balie/terugbellen/${idIn(html)}/poging`, fields)))
    expect((await app.owner.query('select from referrals.call_attempts')).rows).toHaveLength(1)
    expect(await states()).toEqual([{ state: 'waiting', closed: false }])
  })

  test('the code that the list shows opens nothing, and the code of the visitor stands nowhere', async () => {
    const code = codeIn(await (await ask({ contact: '0612345678', suits: 'any' })).text())
    const html = await list()
    expect(html).not.toContain(code)
    const { rows } = await app.owner.query('select code from referrals.call_backs')
    expect(rows[0].code).not.toBe(code)
    expect(html).toContain(rows[0].code)
    expect((await app.anonymous().post('/afspraak', { code: rows[0].code })).status).toBe(422)
  })

  test('writes somebody down who stands there', async () => {
    const key = hiddenIn(await (await desk.get('/balie/terugbellen/nieuw')).text(), 'key')
    const fields = { key, desk: app.world.desk, suits: 'any', language: 'tr' }
    expect((await desk.post('/balie/terugbellen/nieuw', { ...fields, contact: '' })).status).toBe(422)
    const made = await desk.post('/balie/terugbellen/nieuw', { ...fields, contact: '033 123 45 67' })
    expect(await made.text()).toContain('Kodunuz')
    expect(await states()).toHaveLength(1)
  })
})
