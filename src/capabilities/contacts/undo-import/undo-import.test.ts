import { expect, test } from 'vitest'
import { csvOf, importSteps } from '../../../../tests/support/import-history.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import { eraseOldImports } from '../erase-imports/erase-imports.command.ts'

const balie = await testApp()
const { owner, as, clock, runJobs, workerDatabase, world } = balie
const manager = await as('manager')
const steps = importSteps(balie, manager)
const header = ['Datum', 'Informatiepunt', 'Vraag', 'Wijze van hulp']
const row = ['4-3-2022', 'Eemdal Centrum', 'DigiD', 'Samen gedaan']
const idOf = (address: string): string => address.split('/').at(-1) ?? ''
const standing = async (): Promise<number> =>
  (await owner.query('select count(*)::int as number from contacts.contacts where deleted_at is null'))
    .rows[0].number
const counted = async (): Promise<number> =>
  (
    await owner.query(
      "select coalesce(sum((cells ->> 'contacts')::int), 0)::int as number from reports.figures where level = 'nation' and grain = 'day'",
    )
  ).rows[0].number

test('asks first, takes everything out of every count, and lets the same file come in again', async () => {
  const file = csvOf([header, row, row, ['5-3-2022', ...row.slice(1)]])
  const address = await steps.run(file)
  expect([await standing(), await counted()]).toEqual([3, 3])
  const { rows } = await owner.query('select id from contacts.contacts limit 1')
  await owner.query('update contacts.contacts set revision = 2 where id = $1', [rows[0].id])
  const asked = await (await manager.get(`${address}/ongedaan`)).text()
  expect(asked).toContain('3 hulpcontacten verdwijnen uit alle tellingen')
  expect(asked).toContain('is er 1 na het inlezen verbeterd')
  expect(await standing()).toBe(3)
  await manager.post(`${address}/ongedaan`, {})
  await runJobs()
  expect([await standing(), await counted()]).toEqual([0, 0])
  const below = ['questions', 'question_service_providers', 'help_given', 'import_keys']
  for (const table of below)
    expect((await owner.query(`select count(*)::int as rows from contacts.${table}`)).rows, table).toEqual([
      { rows: 0 },
    ])
  expect(await (await manager.get(address)).text()).toContain('Inlezen ongedaan gemaakt')
  const { rows: lines } = await owner.query(
    "select action, account_id, details from platform.audit_lines where subject_id = $1 and action in ('contacts.import', 'contacts.undo-import', 'contacts.ask-undo-import') order by id",
    [idOf(address)],
  )
  expect(lines).toEqual([
    { action: 'contacts.import', account_id: null, details: { registered: 3, known: 0, leftOut: 0 } },
    { action: 'contacts.ask-undo-import', account_id: world.accounts.manager, details: { asked: true } },
    { action: 'contacts.undo-import', account_id: null, details: { removed: 3 } },
  ])

  await steps.run(file)
  expect([await standing(), await counted()]).toEqual([3, 3])
})

test('an imported contact is corrected as any other, keeps its day, and gets a time when somebody says it', async () => {
  const address = await steps.run(csvOf([header, ['6-3-2022', ...row.slice(1)]]))
  const stored = async () =>
    (
      await owner.query(
        `select id, revision, gender, occurred_on::text, time_known from contacts.contacts where import_id = $1`,
        [idOf(address)],
      )
    ).rows[0]
  const { id } = await stored()
  const fields = {
    id,
    desk: world.desk,
    channel: 'channel-desk',
    'counted-as': 'contact',
    'occurred-at': '2022-03-06T11:00:00Z',
    'day.day': '6',
    'day.month': '3',
    'day.year': '2022',
    time: '12:00',
    'topic-0': 'digid',
    help: 'help-done-together',
    gender: 'gender-woman',
  }
  expect((await manager.get(`/balie/contacten/${id}`)).status).toBe(200)
  expect((await manager.post(`/balie/contacten/${id}`, { ...fields, revision: '1' })).status).toBe(303)
  expect(await stored()).toMatchObject({
    revision: 2,
    gender: 'gender-woman',
    occurred_on: '2022-03-06',
    time_known: false,
  })
  await manager.post(`/balie/contacten/${id}`, { ...fields, revision: '2', time: '15:20' })
  expect(await stored()).toMatchObject({ revision: 3, time_known: true })
  await runJobs()
  expect(await counted()).toBe(await standing())
})

test('comes before an import of the same rows that is asked after it', async () => {
  const file = csvOf([header, ['10-3-2022', ...row.slice(1)]])
  const before = await standing()
  const old = await steps.run(file)
  const fresh = await steps.prepare(file)
  await manager.post(`${old}/ongedaan`, {})
  const refused = await manager.post(`${fresh}/inlezen`, {})
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Een ander bestand wordt nog ongedaan gemaakt')
  await runJobs()
  expect(await standing()).toBe(before)
  await manager.post(`${fresh}/inlezen`, {})
  await runJobs()
  expect([await standing(), await counted()]).toEqual([before + 1, before + 1])
})

test('waits for an import of the same rows that was asked before it', async () => {
  const file = csvOf([header, ['11-3-2022', ...row.slice(1)]])
  const before = await standing()
  const old = await steps.run(file)
  const fresh = await steps.prepare(file)
  await manager.post(`${fresh}/inlezen`, {})
  const refused = await manager.post(`${old}/ongedaan`, {})
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Er wordt nog een bestand ingelezen')
  await runJobs()
  expect([await standing(), await counted()]).toEqual([before + 1, before + 1])
  const asked = await (await manager.get(`${old}/ongedaan`)).text()
  expect(asked).toContain('Later ingelezen bestanden hadden regels die er al in stonden')
  expect(asked).toContain(`href="${fresh}"`)
})

test('asked at the same moment as an import of the same rows, one of the two is refused', async () => {
  const file = csvOf([header, ['12-3-2022', ...row.slice(1)]])
  const before = await standing()
  const old = await steps.run(file)
  const fresh = await steps.prepare(file)
  const answers = await Promise.all([
    manager.post(`${old}/ongedaan`, {}),
    manager.post(`${fresh}/inlezen`, {}),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  await runJobs()
  const undone = answers[0]?.status === 303
  expect(await standing()).toBe(before + (undone ? 0 : 1))
})

test('is asked twice and done once', async () => {
  const address = await steps.run(csvOf([header, ['7-3-2022', ...row.slice(1)]]))
  const before = await standing()
  await Promise.all([manager.post(`${address}/ongedaan`, {}), manager.post(`${address}/ongedaan`, {})])
  await runJobs()
  expect(await standing()).toBe(before - 1)
  expect(await counted()).toBe(before - 1)
})

test('what is not finished is erased after seven days, with its left-out rows; what was registered stays', async () => {
  const before = await standing()
  const unfinished = await steps.prepare(csvOf([header, ['8-3-2022', ...row.slice(1)]]))
  const done = await steps.run(csvOf([header, ['9-3-2022', ...row.slice(1)], ['morgen', ...row.slice(1)]]))
  const rowsLeft = async (): Promise<number> =>
    (
      await owner.query('select count(*)::int as rows from contacts.import_rows where import_id = any ($1)', [
        [idOf(unfinished), idOf(done)],
      ])
    ).rows[0].rows
  clock.moveTo('2026-11-30T09:00:00Z')
  await eraseOldImports(workerDatabase, clock.now())
  expect(await rowsLeft()).toBe(2)
  clock.moveTo('2026-12-02T09:00:00Z')
  await eraseOldImports(workerDatabase, clock.now())
  expect(await rowsLeft()).toBe(0)
  expect(await standing()).toBe(before + 1)
  const { rows } = await owner.query(
    'select status, header, columns, meanings from contacts.imports where id = any ($1) order by status',
    [[idOf(unfinished), idOf(done)]],
  )
  expect(rows[0]).toMatchObject({ status: 'done' })
  expect(rows[1]).toEqual({ status: 'removed', header: [], columns: [], meanings: {} })
})

test('what failed while it was read in, or whose job is gone, is erased after seven days; what still waits is not', async () => {
  clock.moveTo('2026-11-24T12:00:00Z')
  const before = await standing()
  const addresses = [
    await steps.prepare(csvOf([header, ['20-3-2022', ...row.slice(1)]])),
    await steps.prepare(csvOf([header, ['21-3-2022', ...row.slice(1)]])),
    await steps.prepare(csvOf([header, ['22-3-2022', ...row.slice(1)]])),
  ]
  for (const address of addresses) await manager.post(`${address}/inlezen`, {})
  const [failed, gone, waiting] = addresses.map(idOf)
  await owner.query('update contacts.imports set failed = true where id = $1', [failed])
  await owner.query("update pgboss.job set state = 'failed' where data ->> 'importId' = $1", [gone])
  clock.moveTo('2026-12-10T09:00:00Z')
  await eraseOldImports(workerDatabase, clock.now())
  const left = async (): Promise<string[]> =>
    (
      await owner.query('select distinct import_id from contacts.import_rows where import_id = any ($1)', [
        addresses.map(idOf),
      ])
    ).rows.map((one) => one.import_id)
  expect(await left()).toEqual([waiting])
  await runJobs()
  expect(await standing()).toBe(before + 1)
})
