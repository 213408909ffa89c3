import { beforeEach, expect, test } from 'vitest'
import { keepSomeone } from '../../../../tests/support/kept-people.ts'
import { testKeys } from '../../../../tests/support/keys.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import { jobScope, proveDesk } from '../../../platform/auth/scope.ts'
import { readPerson } from '../read-person/read-person.command.ts'

const { as, clock, database, owner, workerDatabase, world } = await testApp()
const scope = proveDesk(world.accounts.volunteer, world.library, world.desk)

beforeEach(async () => {
  clock.moveTo('2026-11-24T09:00:00Z')
  await owner.query('delete from referrals.readings')
})

async function open(at: string): Promise<string> {
  clock.moveTo(at)
  const { id, code } = await keepSomeone(owner, workerDatabase, world, {
    kind: 'call-back',
    now: clock.now(),
  })
  await database.keep(scope, (tx) =>
    readPerson(tx, scope, testKeys, { kind: 'call-back', id, why: 'call' }, clock.now()),
  )
  return code
}

test('a privacy officer sees who opened what, when and why, and never what stood in it', async () => {
  const code = await open('2026-11-24T09:00:00Z')
  const html = await (await (await as('privacyOfficer')).get('/beheer/privacy')).text()
  for (const part of ['24-11-2026 10:00', 'Test volunteer', 'Terugbelverzoek', code, 'bellen'])
    expect(html).toContain(part)
  expect(html).not.toMatch(/zaynab|verzonnen/i)
})

test('what the worker reads stands there as read by Balie', async () => {
  const { id } = await keepSomeone(owner, workerDatabase, world, { kind: 'referral', now: clock.now() })
  const job = jobScope('test')
  await workerDatabase.keep(job, (tx) =>
    readPerson(tx, job, testKeys, { kind: 'referral', id, why: 'mail' }, clock.now()),
  )
  const html = await (await (await as('privacyOfficer')).get('/beheer/privacy')).text()
  expect(html).toContain('Balie zelf')
  expect(html).toContain('mail versturen')
})

test('what a partner reads stands there with the name of the organisation', async () => {
  const { id } = await keepSomeone(owner, workerDatabase, world, { kind: 'referral', now: clock.now() })
  await owner.query(
    `insert into referrals.readings (at, library_id, about_kind, about_id, by_kind, why) values (now(), $1, 'referral', $2, 'partner', 'handle')`,
    [world.library, id],
  )
  const html = await (await (await as('privacyOfficer')).get('/beheer/privacy')).text()
  expect(html).toContain('Raadslieden Eemdal')
  expect(html).toContain('helpen met de vraag')
})

test('one chooses the days, on the page and in the file', async () => {
  const codes = [
    await open('2026-11-22T22:59:00Z'),
    await open('2026-11-22T23:01:00Z'),
    await open('2026-11-24T09:00:00Z'),
  ]
  const days = 'van.day=23&van.month=11&van.year=2026&tot.day=23&tot.month=11&tot.year=2026'
  const officer = await as('privacyOfficer')
  const html = await (await officer.get(`/beheer/privacy?${days}`)).text()
  expect(codes.map((code) => html.includes(code))).toEqual([false, true, false])
  const file = await officer.get(`/beheer/privacy/gelezen.csv?${days}`)
  expect(file.headers.get('content-disposition')).toContain('gelezen-2026-11-24.csv')
  const csv = await file.text()
  expect(csv.trim().split('\r\n')).toHaveLength(2)
  expect(csv).toContain(codes[1])
  const wrong = await officer.get('/beheer/privacy?van.day=31&van.month=2&van.year=2026')
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('href="#van"')
})

test('a long log goes on where the page ended, also when lines were added meanwhile', async () => {
  await owner.query(
    `insert into referrals.readings (at, library_id, about_kind, about_id, by_kind, why)
     select now(), $1, 'referral', gen_random_uuid(), 'link', 'answer' from generate_series(1, 60)`,
    [world.library],
  )
  const officer = await as('privacyOfficer')
  const first = await (await officer.get('/beheer/privacy')).text()
  const [, older = ''] = /href="(\/beheer\/privacy\?na=\d+)"/.exec(first) ?? []
  await open('2026-11-24T09:00:00Z')
  const second = await (await officer.get(older)).text()
  expect(second.match(/wie de link uit de mail had/g)).toHaveLength(10)
})

test('another library’s log is not seen', async () => {
  await owner.query(
    `insert into referrals.readings (at, library_id, about_kind, about_id, by_kind, why) values (now(), $1, 'referral', gen_random_uuid(), 'desk', 'handle')`,
    [world.otherLibrary],
  )
  expect(await (await (await as('privacyOfficer')).get('/beheer/privacy')).text()).toContain(
    'opende niemand gegevens',
  )
})
