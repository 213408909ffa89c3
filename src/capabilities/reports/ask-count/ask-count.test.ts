import { beforeEach, describe, expect, test } from 'vitest'
import { addHistory } from '../../../../tests/support/history.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import { proveNation } from '../../../platform/auth/scope.ts'
import { countCells } from '../../contacts/public.ts'
import type { Narrowing } from '../narrowing.ts'
import { readAskedCount } from '../read-narrowed/read-narrowed.query.ts'
import { askCount } from './ask-count.command.ts'

const { database, owner, world, clock, runJobs, as } = await testApp()
await addHistory(owner, world)
await runJobs()

const scope = proveNation(world.accounts.analyst)
const areas = { level: 'nation', keys: ['NL'] } as const
const period = { from: '2025-01-01', until: '2026-11-24' }
const both: Narrowing = { topic: 'digid', channel: 'channel-desk' }
const ask = (narrowing: Narrowing = both) =>
  database.write(scope, (tx) => askCount(tx, scope, { areas, period, narrowing }, clock.now()))
const read = (narrowing: Narrowing = both) =>
  database.read(scope, (db) => readAskedCount(db, areas, { period, narrowing }))
const jobs = async (): Promise<number> =>
  (await owner.query(`select from pgboss.job where name = 'reports.count-many' and state = 'created'`))
    .rowCount ?? 0

beforeEach(async () => {
  await owner.query(`delete from reports.counts; delete from pgboss.job where name = 'reports.count-many'`)
})

describe('a count that is asked for', () => {
  test('comes to what a count over the contacts comes to, month by month', async () => {
    expect(await ask()).toBe(true)
    expect(await read()).toEqual({ state: 'counting', done: 0, months: 23 })
    await runJobs()
    const found = await read()
    const counted = await database.read(scope, (db) =>
      countCells(db, scope, areas, period, { topics: ['digid'], channel: 'channel-desk' }, true),
    )
    expect(counted.size).toBeGreaterThan(6)
    expect(found?.state === 'counted' && new Map(found.byMonth)).toEqual(counted)
  })

  test('is made once, however often it is asked', async () => {
    await Promise.all([ask(), ask(), ask()])
    await ask()
    expect(await jobs()).toBe(1)
  })

  test('can be asked again when the worker gave it up', async () => {
    await ask()
    await owner.query(`update pgboss.job set state = 'failed' where name = 'reports.count-many'`)
    expect(await ask()).toBe(true)
    await runJobs()
    expect((await read())?.state).toBe('counted')
  })

  test('goes on where it was when the worker was killed', async () => {
    await ask()
    await owner.query(`update reports.counts set months_done = 20, cells = '{"2025-01": {"contacts": 7}}'`)
    await runJobs()
    const found = await read()
    expect(found?.state === 'counted' && found.byMonth.get('2025-01')).toEqual({ contacts: 7 })
  })

  test('waits its turn when three of one person wait', async () => {
    for (const code of ['allowances', 'passport', 'digid'])
      expect(await ask({ topic: code, form: 'guide' })).toBe(true)
    expect(await ask()).toBe(false)
    await runJobs()
    expect(await ask()).toBe(true)
  })

  test('is for who asked: nobody else reads it, nor who may not see the area', async () => {
    await ask()
    await runJobs()
    const other = proveNation(world.accounts.administrator)
    expect(
      await database.read(other, (db) => readAskedCount(db, areas, { period, narrowing: both })),
    ).toBeUndefined()
    const query = 'gebied=nederland&onderwerp=digid&kanaal=channel-desk'
    expect((await (await as('official')).post(`/sturing/tellen?${query}`, {})).status).toBe(403)
    const back = await (await as('analyst')).post(`/sturing/tellen?${query}`, {})
    expect(back.headers.get('location')).toContain('/sturing?gebied=nederland')
  })
})
