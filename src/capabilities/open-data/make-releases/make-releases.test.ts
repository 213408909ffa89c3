import { describe, expect, test } from 'vitest'
import { addHistory } from '../../../../tests/support/history.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import { publicScope } from '../../../platform/auth/scope.ts'
import { parseInstant } from '../../../platform/time/local-time.ts'
import { nextRelease, quartersDue, releaseDay } from '../release-day.ts'
import { makeReleases } from './make-releases.command.ts'

const { owner, world, runJobs, workerDatabase, database } = await testApp()
await addHistory(owner, world)
const release = (day: string, from?: string) => {
  const now = parseInstant(`${day}T09:00:00Z`)
  if (!now) throw new Error(day)
  return makeReleases(workerDatabase, now, { smallest: 10, from })
}
const numbers = async (where: string): Promise<Record<string, number | null>> => {
  const { rows } = await owner.query<{ name: string; number: number | null }>(
    `select concat_ws(' ', region, period, code) as name, number from open_data.cells where ${where}`,
  )
  return Object.fromEntries(rows.map(({ name, number }) => [name, number]))
}

describe('the day of a release', () => {
  test('is the fifteenth of the second month after the quarter', () => {
    expect(releaseDay('2025-Q4')).toBe('2026-02-15')
    expect(quartersDue('2025-05', '2026-02-14')).toEqual(['2025-Q2', '2025-Q3'])
    expect(quartersDue('2025-05', '2026-02-15')).toEqual(['2025-Q2', '2025-Q3', '2025-Q4'])
    expect(nextRelease('2026-02-14')).toEqual({ quarter: '2025-Q4', day: '2026-02-15' })
    expect(nextRelease('2026-02-15')).toEqual({ quarter: '2026-Q1', day: '2026-05-15' })
  })
})

describe('a release', () => {
  test('waits until all is added up, and is then of whole numbers', async () => {
    // A third waits to be added up, as after a file with history.
    await owner.query(
      `create temporary table waiting as select * from contacts.figure_changes where id % 3 = 0;
       delete from contacts.figure_changes where id % 3 = 0`,
    )
    await runJobs()
    await owner.query(`insert into contacts.figure_changes overriding system value select * from waiting`)
    expect(await release('2025-11-20', '2025-Q1')).toEqual([])
    await runJobs()
  })

  test('is made the first time of all quarters before, from the one that is set, with the year when that is whole', async () => {
    expect(await release('2025-11-20', '2025-Q1')).toEqual(['2025-Q1', '2025-Q2', '2025-Q3'])
    expect(await release('2026-02-14', '2025-Q1')).toEqual([])
    expect(await release('2026-02-15', '2025-Q1')).toEqual(['2025-Q4', '2025'])
    expect(await release('2026-02-15', '2025-Q1')).toEqual([])
  })

  test('tells the nation whole, and hides two municipalities of which one is small', async () => {
    const nation = await numbers(`table_name = 'landelijk-per-maand' and part = 'totaal'`)
    const counted = await owner.query<{ contacts: number }>(
      `select count(*)::int as contacts from contacts.contacts where to_char(occurred_on, 'YYYY-MM') = '2025-10'`,
    )
    expect(nation['NL 2025-10 contacts']).toBe(counted.rows[0]?.contacts)
    const quarters = await numbers(`table_name = 'gemeenten-per-kwartaal' and code = 'contacts'`)
    // Utrecht began on the first of March, with some contacts a week.
    expect(quarters['GM0344 2025-Q4 contacts']).toBeGreaterThan(10)
    expect(Object.keys(quarters)).toHaveLength(8)
    const small = await owner.query<{ count: number }>(
      'select count(*)::int as count from open_data.cells where number < 10',
    )
    expect(small.rows).toEqual([{ count: 0 }])
  })

  test('stays as it was, and so does the year that is made of it, whatever is corrected later', async () => {
    expect(await release('2026-05-15')).toEqual(['2026-Q1'])
    const before = await numbers('true')
    await owner.query(
      `update reports.figures set cells = cells || jsonb_build_object('contacts', 999) where starts_on < '2026-07-01'`,
    )
    expect(await release('2026-11-15')).toEqual(['2026-Q2', '2026-Q3'])
    expect(await numbers(`release < '2026-Q2' or release = '2025'`)).toEqual(before)
    await owner.query(
      `insert into reports.figures select level, key, grain, '2026-12-01', cells from reports.figures
       where grain = 'month' and starts_on = '2026-10-01';
       update reports.figures set cells = cells || jsonb_build_object('contacts', 5000) where starts_on < '2026-10-01'`,
    )
    expect(await release('2027-02-15')).toEqual(['2026-Q4', '2026'])
    const sum = (rows: Record<string, number | null>): number =>
      Object.values(rows).reduce<number>((all, number) => all + (number ?? Number.NaN), 0)
    const year = sum(await numbers(`period = '2026' and code = 'contacts'`))
    expect(year).toBe(
      sum(
        await numbers(
          `table_name = 'gemeenten-per-kwartaal' and period like '2026-Q%' and code = 'contacts'`,
        ),
      ),
    )
  })

  test('cannot be changed by anybody, and what it was made of cannot be read by the application', async () => {
    const { rows } = await owner.query<{ table: string; privilege: string }>(
      `select table_name as table, privilege_type as privilege from information_schema.role_table_grants
       where table_schema = 'open_data' and grantee in ('balie_app', 'balie_worker') and privilege_type not in ('SELECT', 'INSERT')`,
    )
    expect(rows).toEqual([])
    await expect(
      database.read(publicScope, (db) => db.selectFrom('open_data.counts').selectAll().execute()),
    ).rejects.toThrow(/permission denied/)
  })
})
