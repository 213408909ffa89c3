import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { proveDesk, proveLibrary, publicScope, signInScope } from '../../src/platform/auth/scope.ts'
import { assertRoleOwnsNothing } from '../../src/platform/database/connect.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { cloneDatabase } from '../support/test-database.ts'
import { makeWorld } from '../support/world.ts'

const { owner, database, url } = await cloneDatabase()
const world = await makeWorld(owner)
const contact = '0193a1b2-0000-7000-8000-000000000001'
await owner.query(
  `insert into contacts.contacts (id, library_id, desk_id, municipality_code, form_code, counted_as, channel, occurred_at, occurred_on, received_at, author_account_id, sender_account_id, content_hash)
   values ($1, $2, $3, 'GM0307', 'guide', 'rush', 'channel-desk', now(), '2026-11-24', now(), $4, $4, '')`,
  [contact, world.library, world.desk, world.accounts.volunteer],
)
await owner.query(
  `insert into platform.audit_lines (at, action, subject_kind, subject_id, library_id, scope_kind) values (now(), 'contacts.register', 'contact', $1, $2, 'desk')`,
  [contact, world.library],
)

const ownSchemas = readdirSync('src/capabilities')
  .map((name) => name.replace('-', '_'))
  .concat('platform')
const tables = (
  await owner.query<{ name: string; schema: string; protected: boolean; columns: string[]; hasKey: boolean }>(
    `select n.nspname || '.' || c.relname as name, n.nspname as schema, c.relrowsecurity as protected,
       exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary) as "hasKey",
       array(select attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss') order by 1`,
  )
).rows

/** Public reference, or of one browser: nothing here belongs to an organisation. */
const ofNobody =
  /^(organisations\.(municipalit|postcode_areas|towns)|lists\.(topics|topic_service_providers|service_providers|answer_options|forms)$|platform\.(migrations|reference_loads|sessions|sign_in_failures)$)/

describe('5. every table', () => {
  test.each(tables)('$name has an owner and a key', ({ schema, hasKey }) => {
    expect(ownSchemas).toContain(schema)
    expect(hasKey).toBe(true)
  })

  test('keeps moments with their zone, days as days, text without a length', async () => {
    const { rows } = await owner.query(
      `select table_schema || '.' || table_name || '.' || column_name as column, data_type from information_schema.columns
       where table_schema = any ($1) and data_type in ('timestamp without time zone', 'time with time zone', 'character varying', 'character', 'money', 'real')`,
      [ownSchemas],
    )
    expect(rows).toEqual([])
  })

  test('names another schema only to the left of its own', async () => {
    const order = [
      'platform',
      'organisations',
      'lists',
      'desks',
      'people',
      'directory',
      'courses',
      'notices',
      'referrals',
      'contacts',
      'triage',
      'reports',
      'open_data',
      'signals',
      'funding',
      'goals',
      'agreements',
      'municipal_roles',
    ]
    const { rows } = await owner.query<{ from: string; to: string }>(
      `select distinct conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint where contype = 'f'`,
    )
    const wrong = rows.filter(
      ({ from, to }) => order.indexOf(to.split('.')[0] ?? '') > order.indexOf(from.split('.')[0] ?? ''),
    )
    expect(wrong).toEqual([])
  })

  test('types in the code are those of the database', () => {
    const file = join(tmpdir(), `balie-schema-${process.pid}.ts`)
    execFileSync('node', ['script/generate-schema.mjs', file], { env: { ...process.env, DATABASE_URL: url } })
    const fresh = readFileSync(file, 'utf8').replaceAll(/\s+/g, ' ')
    expect(readFileSync('src/platform/database/schema.generated.ts', 'utf8').replaceAll(/\s+/g, ' ')).toBe(
      fresh,
    )
  })
})

describe('row-level security', () => {
  const guarded = tables.filter(({ name }) => !ofNobody.test(name))

  test.each(guarded)('is on for $name', ({ protected: on }) => expect(on).toBe(true))

  test.each(guarded)('shows no row of $name without the actor’s settings', async ({ name }) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query('set role balie_app')
    const { rows } = await client.query(`select count(*)::int as rows from ${name}`).catch((error: Error) => {
      // A role that may not even ask is as good.
      if (/permission denied/.test(error.message)) return { rows: [{ rows: 0 }] }
      throw error
    })
    await client.end()
    expect(rows).toEqual([{ rows: 0 }])
  })

  test('shows a desk its own contacts, another library none, the public none', async () => {
    const seen = (scope: Parameters<typeof database.read>[0]) =>
      database.read(
        scope,
        async (db) => (await db.selectFrom('contacts.contacts').select('id').execute()).length,
      )
    expect(await seen(proveDesk(world.accounts.volunteer, world.library, world.desk))).toBe(1)
    expect(await seen(proveDesk(world.accounts.employee, world.library, world.secondDesk))).toBe(0)
    expect(await seen(proveLibrary(world.accounts.manager, world.library, [world.desk]))).toBe(1)
    expect(await seen(proveLibrary(world.accounts.otherManager, world.otherLibrary, [world.otherDesk]))).toBe(
      0,
    )
    for (const scope of [publicScope, signInScope]) expect(await seen(scope)).toBe(0)
  })

  test('holds below a command that forgets its scope', async () => {
    const scope = proveDesk(world.accounts.otherEmployee, world.otherLibrary, world.otherDesk)
    const changed = await database.keep(scope, (tx) =>
      sql`update contacts.contacts set deleted_at = now() returning id`.execute(tx),
    )
    expect(changed.rows).toEqual([])
    await expect(
      database.keep(scope, (tx) =>
        sql`insert into contacts.tallies (id, library_id, desk_id, counted_on, received_at, author_account_id, sender_account_id, content_hash)
        values (gen_random_uuid(), ${world.library}, ${world.desk}, '2026-11-24', now(), ${world.accounts.otherEmployee}, ${world.accounts.otherEmployee}, '')`.execute(
          tx,
        ),
      ),
    ).rejects.toThrow(/row-level security/)
  })

  test('the settings end with their transaction', async () => {
    const scope = proveDesk(world.accounts.volunteer, world.library, world.desk)
    await database.read(scope, async () => undefined)
    const after = await database.read(
      publicScope,
      async (db) =>
        (await sql<{ desks: string }>`select current_setting('balie.desk_ids', true) as desks`.execute(db))
          .rows[0]?.desks,
    )
    expect(after ?? '').toBe('')
  })
})

describe('the application’s role', () => {
  test('owns nothing and is not above the rules; one that is stops the start', async () => {
    const pool = new pg.Pool({ connectionString: url, max: 1 })
    await pool.query('set role balie_app')
    await expect(assertRoleOwnsNothing(pool, 'balie_app')).resolves.toBeUndefined()
    await pool.query('reset role')
    await expect(assertRoleOwnsNothing(pool, 'balie_app')).rejects.toThrow(/own nothing/)
    await pool.end()
  })

  test('a change without an audit line is undone', async () => {
    const scope = proveDesk(world.accounts.volunteer, world.library, world.desk)
    await expect(
      database.write(scope, (tx) =>
        tx.updateTable('contacts.contacts').set({ deleted_at: '2026-11-24T00:00:00Z' }).execute(),
      ),
    ).rejects.toThrow(/audit/)
    expect((await owner.query('select deleted_at from contacts.contacts')).rows).toEqual([
      { deleted_at: null },
    ])
  })

  test('never changes or removes an audit line', async () => {
    const scope = proveLibrary(world.accounts.manager, world.library, [world.desk])
    for (const attempt of [
      'update platform.audit_lines set action = action',
      'delete from platform.audit_lines',
    ]) {
      await expect(database.keep(scope, (tx) => sql.raw(attempt).execute(tx))).rejects.toThrow(
        /permission denied/,
      )
    }
  })
})

describe('10. migrations', () => {
  test('are named by time and capability, and run a second time without a change', async () => {
    const names = readdirSync('db/migrations')
    const known = new RegExp(
      `^20\\d{6}T\\d{4}-(platform|${readdirSync('src/capabilities').join('|')})-[a-z-]+\\.sql$`,
    )
    expect(names.filter((name) => !known.test(name))).toEqual([])
    expect(new Set(names.map((name) => name.slice(0, 13))).size).toBe(names.length)
    expect(await migrate(owner, 'db/migrations')).toEqual([])
  })

  test('a program older than its database says so and does not start', async () => {
    await owner.query("insert into platform.migrations (name) values ('29990101T0000-contacts-later.sql')")
    await expect(migrate(owner, 'db/migrations')).rejects.toThrow(/newer/)
    await owner.query("delete from platform.migrations where name like '2999%'")
  })
})
