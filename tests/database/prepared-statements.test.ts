import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { proveDesk, proveNation } from '../../src/platform/auth/scope.ts'
import { ApplicationDatabase } from '../../src/platform/database/application-database.ts'
import { connectAs } from '../../src/platform/database/connect.ts'
import { cloneDatabase } from '../support/test-database.ts'
import { makeWorld } from '../support/world.ts'

const { owner, url } = await cloneDatabase()
const world = await makeWorld(owner)
// One connection, so that every statement meets what was prepared before.
const database = new ApplicationDatabase(connectAs('balie_app', url, 1))
const nation = proveNation(world.accounts.analyst)
const prepared = async (part: string): Promise<number> => {
  const { rows } = await database.read(nation, (db) =>
    sql<{
      count: number
    }>`select count(*)::int as count from pg_prepared_statements where statement like ${`%${part}%`}`.execute(
      db,
    ),
  )
  return rows[0]?.count ?? Number.NaN
}

test('a statement that comes again is prepared, and one without values is not', async () => {
  const ask = () => database.read(nation, (db) => sql`select ${1}::int as once_more`.execute(db))
  await ask()
  expect(await prepared('once_more')).toBe(0)
  await ask()
  await ask()
  expect(await prepared('once_more')).toBe(1)
  expect(await prepared('set local')).toBe(0)
})

test('what one scope prepared shows another scope its own rows only', async () => {
  await owner.query(
    `insert into contacts.tallies (id, library_id, desk_id, counted_on, received_at, author_account_id, sender_account_id, content_hash)
     select gen_random_uuid(), $1, desk, '2026-11-24', now(), $3, $3, '' from unnest($2::uuid[]) as desk`,
    [world.library, [world.desk, world.secondDesk, world.secondDesk], world.accounts.manager],
  )
  const seenAt = (desk: string) => {
    const scope = proveDesk(world.accounts.employee, world.library, desk)
    return database.read(scope, async (db) =>
      db.selectFrom('contacts.tallies').select('desk_id').where('counted_on', '=', '2026-11-24').execute(),
    )
  }
  for (let round = 0; round < 8; round += 1) {
    expect(await seenAt(world.desk)).toEqual([{ desk_id: world.desk }])
    expect(await seenAt(world.secondDesk)).toHaveLength(2)
    expect(await seenAt(world.otherDesk)).toEqual([])
  }
})

test('lists of every length do not fill the server’s memory', async () => {
  for (let round = 0; round < 2; round += 1)
    for (let length = 1; length <= 400; length += 1)
      await database.read(nation, (db) =>
        db
          .selectFrom('lists.topics')
          .select('code')
          .where('code', 'in', Array(length).fill('digid'))
          .execute(),
      )
  expect(await prepared('select')).toBeLessThanOrEqual(300)
  await database.close()
}, 30_000)
