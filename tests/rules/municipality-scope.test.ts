import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { proveDesk, proveMunicipality, proveRegion, type Scope } from '../../src/platform/auth/scope.ts'
import { cloneDatabase } from '../support/test-database.ts'
import { makeWorld } from '../support/world.ts'

/**
 * A support institution has municipalities in its scope, and sees their guarded figures. What these municipalities keep and what their
 * desks tell them is not among those: one row in every table, and who may touch it.
 */
const { owner, database } = await cloneDatabase()
const world = await makeWorld(owner)
const schemas = ['notices', 'signals', 'funding', 'goals', 'agreements', 'municipal_roles']
/** What everybody who signs in may read: under which rules money is given. */
const readByAll = ['funding.schemes']
/** What only the work that is done later reads. */
const ofWork = ['agreements.reminders']

interface Column {
  readonly name: string
  readonly type: string
}
const { rows: tables } = await owner.query<{ name: string; columns: Column[] }>(
  `select n.nspname || '.' || c.relname as name,
     json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by a.attnum) as columns
   from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
   where c.relkind = 'r' and n.nspname = any ($1) and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
   group by 1 order by 1`,
  [schemas],
)

// The rows are bare: which values are allowed is proved elsewhere. Every id is the same, so that each row finds its parent.
const { rows: checks } = await owner.query<{ table: string; name: string }>(
  `select conrelid::regclass::text as table, quote_ident(conname) as name from pg_constraint
   where contype in ('c', 'x') and connamespace = any (select oid from pg_namespace where nspname = any ($1))`,
  [schemas],
)
for (const { table, name } of checks) await owner.query(`alter table ${table} drop constraint ${name}`)

const bareValue = ({ name, type }: Column, id: string): string => {
  if (name === 'library_id') return `'${world.library}'`
  if (name === 'desk_id') return `'${world.desk}'`
  if (/municipality|^made_by$/.test(name) && type === 'text') return `'GM0307'`
  if (/(withdrawn|removed|struck_out|ended)_(at|on)$/.test(name)) return 'null'
  if (type === 'uuid') return `'${id}'`
  if (type.endsWith('[]')) return `'{}'`
  if (type === 'jsonb') return `'{"GM0307": 1}'`
  if (type === 'boolean') return 'true'
  if (type === 'date' || type.startsWith('timestamp')) return `'2026-01-01'`
  if (type === 'bytea') return `''`
  return type === 'text' ? `'x'` : '1'
}
const insert = ({ name, columns }: (typeof tables)[number], id: string): string =>
  `insert into ${name} (${columns.map((column) => `"${column.name}"`).join(', ')})
   values (${columns.map((column) => bareValue(column, id)).join(', ')})`

await owner.query("set session_replication_role = 'replica'")
const id = randomUUID()
for (const table of tables) await owner.query(insert(table, id))
await owner.query("set session_replication_role = 'origin'")

const region = proveRegion(world.accounts.adviser, ['PV26'], ['GM0307', 'GM0344'])

/** How many rows a statement reaches; none where the role may not even ask. */
const reached = (scope: Scope, statement: string): Promise<number> =>
  database
    .keep(scope, async (tx) => {
      const { rows, numAffectedRows } = await sql.raw<object>(statement).execute(tx)
      return Number(numAffectedRows ?? rows.length)
    })
    .catch((error: Error) => {
      if (/permission denied|row-level security/.test(error.message)) return 0
      throw error
    })

test('the one row is there for those whom it is for', async () => {
  const unseen: string[] = []
  for (const { name } of tables) {
    const seen = await Promise.all(
      [
        proveMunicipality(world.accounts.official, ['GM0307']),
        proveDesk(world.accounts.coordinator, world.library, world.desk),
      ].map((scope) => reached(scope, `select 1 from ${name}`)),
    )
    if (!seen.some((rows) => rows > 0)) unseen.push(name)
  }
  expect(unseen).toEqual(ofWork)
})

describe('a support institution', () => {
  test.each(tables.filter(({ name }) => !readByAll.includes(name)))(
    'sees nothing of $name',
    async ({ name }) => expect(await reached(region, `select 1 from ${name}`)).toBe(0),
  )

  test.each(tables)('changes nothing of $name', async (table) => {
    const { name, columns } = table
    for (const column of columns)
      expect(await reached(region, `update ${name} set "${column.name}" = "${column.name}"`)).toBe(0)
    expect(await reached(region, `delete from ${name}`)).toBe(0)
    expect(await reached(region, insert(table, randomUUID()))).toBe(0)
  })
})
