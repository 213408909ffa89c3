import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testKeys } from '../../../../tests/support/keys.ts'
import {
  makeReferralWorld,
  type ReferralWorld,
  referVisitor,
} from '../../../../tests/support/referral-world.ts'
import { testApp } from '../../../../tests/support/test-app.ts'

const app = await testApp()
const { as, anonymous, owner, world, clock } = app
let made: ReferralWorld
beforeAll(async () => {
  made = await makeReferralWorld(app)
})
beforeEach(() => clock.moveTo('2026-11-24T09:00:00Z'))

/** The address in the mail to the partner. */
async function addressInMail(id: string): Promise<string> {
  const { rows } = await owner.query<{ body: string }>(
    `select body from platform.mails where subject_id = $1 and purpose = 'referrals.sent'`,
    [id],
  )
  const [, link = ''] = /\[\[\/antwoord ([\da-f-]{36})\]\]/.exec(rows[0]?.body ?? '') ?? []
  return `/antwoord/${testKeys.tokenOf(link)}`
}

async function sent(typed = {}): Promise<{ id: string; code: string; address: string; visitorCode: string }> {
  const { id, code, visitorCode } = await referVisitor(await as('volunteer'), made, world.desk, typed)
  return { id, code, visitorCode, address: await addressInMail(id) }
}

const stateOf = async (id: string): Promise<Record<string, unknown>> =>
  (
    await owner.query(
      'select state, version, answered_in, reason, better_place from referrals.referrals where id = $1',
      [id],
    )
  ).rows[0]

describe('by the link in his mail a partner', () => {
  test('sees what it is about without a name, and the name after a tap that is logged', async () => {
    const { id, address } = await sent({ name: 'Zichtbaar' })
    const browser = anonymous()
    const page = await (await browser.get(address)).text()
    expect(page).toContain('Eemdal Centrum')
    expect(page).toContain('Toeslagen')
    expect(page).not.toContain('Zichtbaar')
    const opened = await (await browser.post(`${address}/tonen`, {})).text()
    expect(opened).toContain('Zichtbaar')
    expect(opened).toContain('06 12 34 56 78')
    const { rows } = await owner.query(
      'select by_kind, why, account_id from referrals.readings where about_id = $1',
      [id],
    )
    expect(rows).toEqual([{ by_kind: 'link', why: 'answer', account_id: null }])
  })

  test('changes nothing by opening it, answers in one tap, and twice is once', async () => {
    const { id, address } = await sent()
    const browser = anonymous()
    for (const _ of [1, 2, 3]) await browser.get(address)
    expect(await stateOf(id)).toMatchObject({ state: 'sent', version: 1 })
    clock.moveTo('2026-11-26T09:00:00Z')
    const first = await browser.post(address, { event: 'receive' })
    expect(await (await browser.get(first.headers.get('location') ?? '')).text()).toContain(
      'Je antwoord is bewaard',
    )
    const again = await browser.post(address, { event: 'receive' })
    expect(await (await browser.get(again.headers.get('location') ?? '')).text()).toContain('al gegeven')
    expect(await stateOf(id)).toMatchObject({ state: 'received', version: 2, answered_in: 2 })
    const { rows } = await owner.query(
      'select event, by_kind from referrals.transitions where referral_id = $1 order by id',
      [id],
    )
    expect(rows).toEqual([
      { event: 'send', by_kind: 'desk' },
      { event: 'receive', by_kind: 'partner' },
    ])
    expect(
      (
        await owner.query(
          `select from platform.audit_lines where subject_id = $1 and action = 'referrals.receive'`,
          [id],
        )
      ).rowCount,
    ).toBe(1)
  })

  test.each([
    [{ event: 'plan', 'day.day': '31', 'day.month': '2', 'day.year': '2027', time: '9.30' }, '#day'],
    [{ event: 'plan', 'day.day': '1', 'day.month': '12', 'day.year': '2026', time: 'ochtend' }, '#time'],
    [{ event: 'plan', 'day.day': '23', 'day.month': '11', 'day.year': '2026', time: '9.30' }, '#day'],
    [{ event: 'plan', 'day.day': '25', 'day.month': '11', 'day.year': '2027', time: '9.30' }, '#day'],
    [{ event: 'decline', reason: '', 'better-place': '' }, '#reason'],
    [{ event: 'decline', reason: 'Bel 06 12345678', 'better-place': '' }, '#reason'],
  ])('is told what is wrong in %o', async (fields, link) => {
    const { address } = await sent()
    const response = await anonymous().post(address, fields)
    expect(response.status).toBe(422)
    expect(await response.text()).toContain(`href="${link}"`)
  })

  test('makes an appointment, mends an answer, and says that it is not for him', async () => {
    const { id, address } = await sent()
    const browser = anonymous()
    await browser.post(address, {
      event: 'plan',
      'day.day': '1',
      'day.month': '12',
      'day.year': '2026',
      time: '9.30',
    })
    expect(await (await browser.get(address)).text()).toContain('dinsdag 1 december, 09:30')
    // Whether he came nobody knows before the day.
    const planned = await (await browser.get(address)).text()
    expect(planned).not.toMatch(/value="(come|stay-away|help)"/)
    expect(planned).toContain('De afspraak is nog niet geweest')
    for (const event of ['come', 'stay-away', 'help']) {
      const early = await browser.post(address, { event })
      expect(early.status).toBe(409)
      expect(await early.text()).toContain('Dat kan pas vanaf de dag van de afspraak')
    }
    expect(await stateOf(id)).toMatchObject({ state: 'appointment' })
    clock.moveTo('2026-12-01T08:00:00Z')
    await browser.post(address, { event: 'stay-away' })
    await browser.post(address, { event: 'come' })
    expect(await stateOf(id)).toMatchObject({ state: 'came' })
    await browser.post(address, {
      event: 'decline',
      reason: 'Wij doen geen toeslagen',
      'better-place': 'Belastingdienst',
    })
    expect(await stateOf(id)).toMatchObject({
      state: 'not-for-us',
      reason: 'Wij doen geen toeslagen',
      better_place: 'Belastingdienst',
    })
  })

  test('says that there is no room, and the next desk sees it before it sends', async () => {
    await owner.query(`update directory.services set capacity = 'unknown', capacity_on = null`)
    const { address } = await sent()
    for (const event of ['receive', 'lack-room', 'receive', 'come'])
      await anonymous().post(address, { event })
    const still = await owner.query('select capacity from directory.services where id = $1', [made.service])
    expect(still.rows).toEqual([{ capacity: 'unknown' }])
    const second = await sent()
    await anonymous().post(second.address, { event: 'lack-room' })
    const page = await (
      await (await as('employee')).get(`/balie/doorverwijzen?onderwerp=${made.topic}`)
    ).text()
    expect(page).toContain('Geen plek, gemeld op 24 november 2026')
    await owner.query(`update directory.services set capacity = 'unknown', capacity_on = null`)
  })

  test('sees who it is only while he can help, and is logged only when he saw', async () => {
    const { id, address } = await sent({ name: 'Zichtbaar' })
    const browser = anonymous()
    const cannotSee = async (): Promise<void> => {
      expect(await (await browser.get(address)).text()).not.toContain('Wie is het?')
      const refused = await browser.post(`${address}/tonen`, {})
      expect(refused.status).toBe(409)
      expect(await refused.text()).not.toContain('Zichtbaar')
    }
    await browser.post(address, { event: 'decline', reason: 'Wij doen geen toeslagen' })
    await cannotSee()
    await browser.post(address, { event: 'lack-room' })
    await browser.post(address, { event: 'receive' })
    expect(await (await browser.post(`${address}/tonen`, {})).text()).toContain('Zichtbaar')
    // Consent ran out, and the worker did not erase yet.
    await owner.query(`update referrals.consents set valid_until = '2026-11-23' where about_id = $1`, [id])
    expect((await browser.post(`${address}/tonen`, {})).status).toBe(409)
    await owner.query(`update referrals.consents set valid_until = '2027-02-22' where about_id = $1`, [id])
    const volunteer = await as('volunteer')
    await volunteer.post(`/balie/doorverwijzingen/${id}/antwoord`, { event: 'help' })
    const { version } = await stateOf(id)
    await volunteer.post(`/balie/doorverwijzingen/${id}/afronden`, {
      outcome: 'helped',
      version: String(version),
    })
    await cannotSee()
    const { rows } = await owner.query('select by_kind from referrals.readings where about_id = $1', [id])
    expect(rows).toEqual([{ by_kind: 'link' }])
  })

  test('cannot do what the desk does', async () => {
    const { id, address } = await sent()
    for (const event of ['close', 'withdraw', 'send-on', 'lapse', 'nep'])
      expect((await anonymous().post(address, { event })).status).toBe(422)
    expect(await stateOf(id)).toMatchObject({ state: 'sent' })
  })

  test('sees no difference between a link that is wrong and one that has run out', async () => {
    const { id, address } = await sent()
    clock.moveTo('2027-01-24T09:00:00Z')
    const old = await anonymous().get(address)
    const wrong = await anonymous().get('/antwoord/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')
    const plain = async (response: Response) =>
      (await response.text()).replace(/nonce="[^"]+"|\/antwoord\/[\w-]+/g, '')
    expect([old.status, wrong.status]).toEqual([404, 404])
    expect(await plain(old)).toBe(await plain(wrong))
    expect((await anonymous().post(address, { event: 'receive' })).status).toBe(404)
    expect(await stateOf(id)).toMatchObject({ state: 'sent' })
  })
})

describe('in his own screen a partner', () => {
  test('has a list, answers in one tap, and opens who it is by name of his account', async () => {
    const { id, code } = await sent({ name: 'Schermnaam' })
    const partner = await as('partner')
    const list = await (await partner.get('/samenwerking')).text()
    expect(list).toContain(`/samenwerking/doorverwijzing/${id}`)
    expect(list).not.toContain('Schermnaam')
    for (const answer of ['Ontvangen', 'Gekomen', 'Niet gekomen', 'Geholpen', 'Geen plek'])
      expect(list).toContain(`aria-label="${answer}: ${code}"`)
    const address = `/samenwerking/doorverwijzing/${id}`
    expect(await (await partner.post(`${address}/tonen`, {})).text()).toContain('Schermnaam')
    expect((await partner.post(address, { event: 'help' })).status).toBe(303)
    expect(await stateOf(id)).toMatchObject({ state: 'helped' })
    const { rows } = await owner.query(
      'select by_kind, account_id from referrals.readings where about_id = $1',
      [id],
    )
    expect(rows).toEqual([{ by_kind: 'partner', account_id: world.accounts.partner }])
  })

  test('sees nothing of what was passed to others', async () => {
    const { id } = await sent()
    for (const person of ['serviceProvider', 'referrer'] as const) {
      const browser = await as(person)
      expect(await (await browser.get('/samenwerking')).text()).not.toContain(id)
      expect((await browser.get(`/samenwerking/doorverwijzing/${id}`)).status).toBe(404)
      expect((await browser.post(`/samenwerking/doorverwijzing/${id}`, { event: 'receive' })).status).toBe(
        404,
      )
      expect((await browser.post(`/samenwerking/doorverwijzing/${id}/tonen`, {})).status).toBe(404)
    }
  })

  test('finds what was sent back below what waits', async () => {
    const [first, second] = [await sent(), await sent()]
    const partner = await as('partner')
    await partner.post(`/samenwerking/doorverwijzing/${first.id}`, { event: 'lack-room' })
    const list = await (await partner.get('/samenwerking')).text()
    const below = list.indexOf('Teruggestuurd naar het Informatiepunt')
    expect(below).toBeGreaterThan(list.indexOf(second.id))
    expect(list.indexOf(first.id)).toBeGreaterThan(below)
  })
})
