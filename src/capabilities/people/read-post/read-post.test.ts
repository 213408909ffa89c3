import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { testKeys } from '../../../../tests/support/keys.ts'
import { testApp } from '../../../../tests/support/test-app.ts'

const off = await testApp()
const on = await testApp({ sendsMail: true })
const link = randomUUID()

async function queue({ owner }: typeof off, accountId: string | null = null): Promise<string> {
  const id = randomUUID()
  await owner.query(
    `insert into platform.mails (id, account_id, purpose, subject_id, queued_at, next_attempt_at, subject, body, receiver_kind, receiver_name)
     values ($1, $2, 'referrals.sent', $3, '2026-11-24T08:00:00Z', '2026-11-24T08:00:00Z', 'Doorverwijzing BCDF-GHJK', $4, 'organisation', 'Raadslieden Eemdal')`,
    [id, accountId, randomUUID(), `Beste collega,\n\nGeef antwoord: [[/antwoord ${link}]]\n`],
  )
  return id
}
afterEach(async () => {
  for (const { owner } of [off, on]) await owner.query('delete from platform.mails')
})

test('where mail is off an administrator reads what waits, with its links; and that is written down', async () => {
  const id = await queue(off)
  const administrator = await off.as('administrator')
  const list = await (await administrator.get('/beheer/post')).text()
  expect(list).toContain('24-11-2026 09:00')
  expect(list).toContain('1 mail wacht')
  for (const told of ['Raadslieden Eemdal', 'Doorverwijzing BCDF-GHJK']) expect(list).toContain(told)
  expect(list).not.toContain('Beste collega')
  await off.owner.query("update platform.mails set receiver_kind = 'visitor', receiver_name = 'Balie Zuid'")
  expect(await (await administrator.get('/beheer/post')).text()).toContain('een bezoeker van Balie Zuid')
  const page = await (await administrator.post(`/beheer/post/${id}`, {})).text()
  expect(page).toContain('Doorverwijzing BCDF-GHJK')
  expect(page).toContain(`http://balie.test/antwoord/${testKeys.tokenOf(link)}`)
  const { rows } = await off.owner.query(
    `select account_id, subject_id, details from platform.audit_lines where action = 'people.read-mail'`,
  )
  expect(rows).toEqual([
    { account_id: off.world.accounts.administrator, subject_id: id, details: { purpose: 'referrals.sent' } },
  ])
})

test('where mail goes by itself nobody opens it; one sees that it waits', async () => {
  const id = await queue(on, on.world.accounts.manager)
  const administrator = await on.as('administrator')
  const list = await (await administrator.get('/beheer/post')).text()
  expect(list).toContain('Test manager')
  expect(list).not.toContain('Openen')
  expect((await administrator.post(`/beheer/post/${id}`, {})).status).toBe(403)
})

test('what was refused stands there with its code, and nothing of it is left to read', async () => {
  const id = await queue(off)
  await off.owner.query(
    `update platform.mails set refused_at = '2026-11-24T08:05:00Z', refusal = '5.1.1', subject = null, body = null where id = $1`,
    [id],
  )
  const administrator = await off.as('administrator')
  expect(await (await administrator.get('/beheer/post')).text()).toContain('Er wacht geen mail')
  const list = await (await administrator.get('/beheer/post?toon=geweigerd')).text()
  expect(list).toContain('5.1.1')
  expect((await administrator.post(`/beheer/post/${id}`, {})).status).toBe(404)
})
