import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world } = await testApp()

async function line(
  at: string,
  action: string,
  account: string | null,
  library: string | null,
): Promise<void> {
  await owner.query(
    `insert into platform.audit_lines (at, action, subject_kind, subject_id, account_id, library_id, scope_kind)
     values ($1, $2, 'desk', $3, $4, $5, 'library')`,
    [at, action, world.desk, account, library],
  )
}
const { manager, employee, otherManager } = world.accounts
await line('2026-11-20T22:59:00Z', 'desks.change', manager, world.library)
await line('2026-11-20T23:01:00Z', 'desks.add-place', employee, world.library)
await line('2026-11-20T12:00:00Z', 'desks.close-place', otherManager, world.otherLibrary)
await line('2026-11-19T12:00:00Z', 'something.new', manager, world.library)

async function page(person: 'manager' | 'privacyOfficer' | 'administrator', query = ''): Promise<string> {
  const html = await (await (await as(person)).get(`/beheer/logboek${query}`)).text()
  return /<tbody[\s\S]*<\/tbody>/.exec(html)?.[0] ?? ''
}

test('a library reads its own lines: who, what, when and about what', async () => {
  const html = await page('privacyOfficer')
  expect(html).toContain('20-11-2026 23:59')
  expect(html).toContain('Test manager')
  expect(html).toContain('Informatiepunt gewijzigd')
  expect(html).toContain('Eemdal Centrum')
  expect(html).not.toContain('Plaats gesloten')
})

test('an act without words shows its code', async () => {
  expect(await page('manager')).toContain('something.new')
})

test('the nation reads all', async () => {
  const html = await page('administrator')
  expect(html).toContain('Plaats gesloten')
  expect(html).toContain('Test otherManager')
})

test('a day is a local day', async () => {
  const html = await page('manager', '?dag.day=20&dag.month=11&dag.year=2026')
  expect(html).toContain('Informatiepunt gewijzigd')
  expect(html).not.toContain('Plaats toegevoegd')
})

test('one act, or one person', async () => {
  expect(await page('manager', '?actie=desks.add-place')).not.toContain('Informatiepunt gewijzigd')
  const html = await page('manager', '?wie=employee')
  expect(html).toContain('Plaats toegevoegd')
  expect(html).not.toContain('Informatiepunt gewijzigd')
  expect(await page('manager', '?wie=othermanager')).toBe('')
})

test('a sign-in stands in the log of the library of who signed in', async () => {
  await as('volunteer')
  expect(await page('manager', '?actie=people.sign-in&wie=volunteer')).toContain('Ingelogd')
})

test('a day that does not exist is asked again', async () => {
  const response = await (await as('manager')).get('/beheer/logboek?dag.day=31&dag.month=2&dag.year=2026')
  expect(response.status).toBe(422)
  expect(await response.text()).toContain('href="#dag"')
})

test('page by page every line comes once', async () => {
  await owner.query(
    `insert into platform.audit_lines (at, action, subject_kind, subject_id, account_id, library_id, scope_kind)
     select '2026-10-01T08:00:00Z', 'desks.change', 'desk', $1, $2, $3, 'library' from generate_series(1, 120)`,
    [world.desk, manager, world.library],
  )
  const browser = await as('manager')
  const seen: string[] = []
  let address: string | undefined = '/beheer/logboek?dag.day=1&dag.month=10&dag.year=2026'
  for (let pages = 0; address && pages < 10; pages++) {
    const html: string = await (await browser.get(address)).text()
    seen.push(...[...html.matchAll(/Regel (\d+)/g)].map(([, id]) => id ?? ''))
    address = /href="([^"]*)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  }
  expect(seen).toHaveLength(120)
  expect(new Set(seen).size).toBe(120)
})

test.each(['employee', 'coordinator', 'analyst', 'official'] as const)('a %s may not', async (person) => {
  expect((await (await as(person)).get('/beheer/logboek')).status).toBe(403)
})

test('what a visitor does himself stands there as done by a visitor, an answer by link as by who has no account', async () => {
  await owner.query(
    `insert into platform.audit_lines (at, action, subject_kind, subject_id, library_id, scope_kind)
     values ('2026-11-18T08:00:00Z', 'referrals.ask-call-back', 'desk', $1, $2, 'public'),
       ('2026-11-18T08:01:00Z', 'referrals.receive', 'desk', $1, $2, 'link')`,
    [world.desk, world.library],
  )
  const html = await page('privacyOfficer', '?dag.day=18&dag.month=11&dag.year=2026')
  expect(html).toContain('Een bezoeker')
  expect(html).toContain('Iemand zonder account')
  expect(html).not.toContain('andere organisatie')
})
