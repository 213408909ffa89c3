import { beforeEach, describe, expect, test } from 'vitest'
import { keepSomeone, someone } from '../../../../tests/support/kept-people.ts'
import { testKeys } from '../../../../tests/support/keys.ts'
import { makeReferralWorld, referVisitor } from '../../../../tests/support/referral-world.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import { createLog } from '../../../platform/logging/log.ts'
import { rotateKeys } from '../rotate-keys/rotate-keys.command.ts'

const app = await testApp()
const { as, clock, owner, workerDatabase, world } = app
const address = '/beheer/privacy/inzage'
const phone = { ...someone, contact: { kind: 'phone', value: '06 12345678' } } as const

const keep = (what: Partial<Parameters<typeof keepSomeone>[3]> = {}) =>
  keepSomeone(owner, workerDatabase, world, { kind: 'call-back', now: clock.now(), ...what })
const sign = () =>
  owner.query(
    `insert into people.confidentiality_statements (account_id, library_id, signed_on, seen_by, recorded_at)
     values ($1, $2, '2026-01-05', $3, now()) on conflict do nothing`,
    [world.accounts.privacyOfficer, world.library, world.accounts.manager],
  )
const find = async (who: string): Promise<string> =>
  (await (await as('privacyOfficer')).post(address, { who })).text()

beforeEach(async () => {
  await owner.query(
    'delete from referrals.persons; delete from referrals.consents; delete from referrals.readings; delete from referrals.erasures',
  )
  await sign()
})

describe('somebody is found', () => {
  test('by an e-mail address, in everything that bears it, and nothing is opened by that', async () => {
    await keep()
    await keep({ kind: 'referral' })
    await keep({ person: phone })
    const html = await find(' Zaynab@Verzonnen.TEST ')
    expect(html).toContain('2 keer gevonden')
    expect(html).not.toContain('Zaynab Verzonnen')
    expect((await owner.query('select id from referrals.readings')).rows).toEqual([])
  })

  test('by a telephone number, however it is written', async () => {
    await keep({ person: phone })
    for (const who of ['0612345678', '06-12345678', '06 12 34 56 78'])
      expect(await find(who), who).toContain('1 keer gevonden')
  })

  test('by a code that one thing alone: others may share the number', async () => {
    const code = 'BCDF-GHJK'
    await keep({ kind: 'appointment', codeHash: testKeys.hashOfCode(code) })
    await keep({ kind: 'referral' })
    const html = await find('bcdf ghjk')
    expect(html).toContain('1 keer gevonden')
    expect(html).toContain('alleen wat bij deze code hoort')
    expect(await find('zaynab@verzonnen.test')).toContain('Meer mensen kunnen één nummer')
    expect(await find('BCDF-GHJL')).toContain('Niets gevonden')
  })

  test('while the keys are being replaced', async () => {
    await keep()
    clock.moveTo('2026-11-24T09:01:00Z')
    const parts = [workerDatabase, testKeys, clock.now(), createLog('silent'), { renewAll: true }] as const
    await rotateKeys(...parts)
    await keep()
    expect(await find('zaynab@verzonnen.test')).toContain('2 keer gevonden')
  })

  test('not in another library', async () => {
    await keep({ libraryId: world.otherLibrary, deskId: world.otherDesk })
    expect(await find('zaynab@verzonnen.test')).toContain('Niets gevonden')
  })

  test.each(['', 'Zaynab', '123'])('not by %j: what to fill in is told', async (who) => {
    const response = await (await as('privacyOfficer')).post(address, { who })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('href="#who"')
  })
})

test('all of it comes as a page and as a file; both are logged as read, and in the audit log without the data', async () => {
  const { id, code } = await keep({ kind: 'referral' })
  const officer = await as('privacyOfficer')
  const html = await (await officer.post(`${address}/overzicht`, { who: 'zaynab@verzonnen.test' })).text()
  for (const part of ['Zaynab Verzonnen', 'zaynab@verzonnen.test', 'Raadslieden Eemdal', code])
    expect(html).toContain(part)
  const file = await officer.post(`${address}/bestand`, { who: 'zaynab@verzonnen.test' })
  expect(file.headers.get('content-disposition')).toContain('inzage-2026-11-24.json')
  const { kept } = (await file.json()) as { kept: Record<string, unknown>[] }
  expect(kept).toMatchObject([
    {
      kind: 'referral',
      code,
      person: someone,
      consents: [{ passedTo: 'Raadslieden Eemdal', passed: ['name', 'email'] }],
      readings: [
        { by: 'officer', why: 'access-request' },
        { by: 'officer', why: 'access-request' },
      ],
    },
  ])
  const readings = await owner.query('select about_id, account_id, by_kind, why from referrals.readings')
  expect(readings.rows).toEqual(
    Array(2).fill({
      about_id: id,
      account_id: world.accounts.privacyOfficer,
      by_kind: 'officer',
      why: 'access-request',
    }),
  )
  const audit = await owner.query(
    `select details, subject_id from platform.audit_lines where action = 'referrals.answer-access-request'`,
  )
  expect(audit.rows).toEqual(Array(2).fill({ details: { items: 1 }, subject_id: world.library }))
})

test('that somebody looked is in the audit log, without what he typed', async () => {
  await keep()
  await find('zaynab@verzonnen.test')
  await find('06 12 34 56 78')
  const { rows } = await owner.query(
    `select details, subject_id, account_id from platform.audit_lines where action = 'referrals.look-up-person' order by id desc limit 2`,
  )
  const line = { subject_id: world.library, account_id: world.accounts.privacyOfficer }
  expect(rows).toEqual([
    { ...line, details: { items: 0 } },
    { ...line, details: { items: 1 } },
  ])
})

test('without a signed statement on confidentiality nothing opens', async () => {
  await keep()
  await owner.query('delete from people.confidentiality_statements where account_id = $1', [
    world.accounts.privacyOfficer,
  ])
  const officer = await as('privacyOfficer')
  expect(await (await officer.get(address)).text()).toContain('nog geen getekende geheimhouding')
  for (const part of ['', '/overzicht', '/bestand', '/wissen']) {
    const fields = { who: 'zaynab@verzonnen.test', sure: 'yes' }
    const html = await (await officer.post(`${address}${part}`, fields)).text()
    expect(html).toContain('nog geen getekende geheimhouding')
    expect(html).not.toContain('gevonden')
    expect(html).not.toContain('Zaynab Verzonnen')
  }
  expect((await owner.query('select id from referrals.persons')).rowCount).toBe(1)
  expect((await owner.query('select id from referrals.readings')).rows).toEqual([])
})

test('who asks for it is erased everywhere, after one said that one is sure', async () => {
  await keep()
  await keep({ kind: 'appointment' })
  const other = await keep({ person: phone })
  const officer = await as('privacyOfficer')
  const who = 'zaynab@verzonnen.test'
  const unsure = await officer.post(`${address}/wissen`, { who })
  expect(unsure.status).toBe(422)
  const found = await unsure.text()
  for (const field of ['sure', 'item']) expect(found).toContain(`href="#${field}"`)
  // A number that more people share: what is erased is chosen one by one.
  const items = [...found.matchAll(/name="item" value="([\da-f-]{36})"/g)].map(([, id = '']) => id)
  expect(items).toHaveLength(2)
  const none = await officer.post(`${address}/wissen`, { who, sure: 'yes', item: other.id })
  expect(none.status).toBe(422)
  const html = await (await officer.post(`${address}/wissen`, { who, sure: 'yes', item: items })).text()
  expect(html).toContain('Gewist op 2 plekken')
  const { rows } = await owner.query('select about_id from referrals.persons')
  expect(rows).toEqual([{ about_id: other.id }])
  const erasures = await owner.query('select about_kind, cause from referrals.erasures order by 1')
  expect(erasures.rows).toEqual([
    { about_kind: 'appointment', cause: 'asked' },
    { about_kind: 'call-back', cause: 'asked' },
  ])
  expect(await (await officer.get('/beheer/privacy')).text()).toContain('Van 2 bezoekers op verzoek')
})

test('what was still open for who is erased, ends: a partner is told to forget, nobody waits for a call or a visit', async () => {
  const made = await makeReferralWorld(app)
  const contact = 'zaynab@verzonnen.test'
  const { id } = await referVisitor(await as('volunteer'), made, world.desk, { contact })
  const sentHere = await keep({ kind: 'referral' })
  const callBack = await keep()
  const appointment = await keep({ kind: 'appointment' })
  await owner.query(
    `update referrals.appointments set starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day' where id = $1`,
    [appointment.id],
  )
  await (await as('privacyOfficer')).post(`${address}/wissen`, {
    who: contact,
    sure: 'yes',
    item: [id, sentHere.id, callBack.id, appointment.id],
  })
  const { rows } = await owner.query(
    `select state from referrals.referrals where id = $1 union all select state from referrals.call_backs where id = $2
     union all select state from referrals.appointments where id = $3 union all select state from referrals.referrals where id = $4`,
    [id, callBack.id, appointment.id, sentHere.id],
  )
  expect(rows.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn', 'cancelled', 'withdrawn'])
  const mails = await owner.query(
    'select purpose from platform.mails where subject_id = $1 order by queued_at, id',
    [id],
  )
  expect(mails.rows).toEqual([{ purpose: 'referrals.sent' }, { purpose: 'referrals.withdrawn' }])
  const erasures = await owner.query('select cause, count(*)::int from referrals.erasures group by 1')
  expect(erasures.rows).toEqual([{ cause: 'asked', count: 4 }])
})
