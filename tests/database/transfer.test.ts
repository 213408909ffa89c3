import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type EmbeddedServer,
  startEmbeddedServer,
} from '../../src/platform/database/embedded/embedded-server.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { exportDatabase } from '../../src/platform/database/transfer/export-database.ts'
import { importDatabase } from '../../src/platform/database/transfer/import-database.ts'
import { createLog } from '../../src/platform/logging/log.ts'
import { makeDataFolder, removeDataFolder } from './data-folder.ts'

// A small program with a database of every kind of thing that is hard to move.
const firstMigration = `
  create table platform.audit_lines (id bigint generated always as identity primary key, what text not null);
  create schema zoo;
  create table zoo.animals (
    id int generated always as identity primary key,
    name text not null unique,
    parent_id int references zoo.animals (id),
    keeper_id int not null,
    born_at timestamptz, born_on date, weight numeric, shape float8, tags text[], counts int[][], facts jsonb, photo bytea,
    shouted text generated always as (upper(name)) stored
  );
  -- Each needs the other: no order of tables satisfies both.
  create table zoo.keepers (id int primary key, favourite_id int references zoo.animals (id) deferrable initially deferred);
  alter table zoo.animals add constraint animals_keeper foreign key (keeper_id) references zoo.keepers (id);
  create table zoo."Odd ""name""" ("select" text);
  create table zoo.visits (day date not null, number int) partition by range (day);
  create table zoo.visits_2026 partition of zoo.visits for values from ('2026-01-01') to ('2027-01-01');
  create table zoo.kinds (code text primary key);
  insert into zoo.kinds values ('mammal'), ('bird');
  create sequence zoo.tickets start 100;
  alter table zoo.visits enable row level security;
  create function zoo.count_animals() returns trigger language plpgsql as $$
    begin insert into zoo.kinds values ('made by a trigger: ' || new.name); return new; end $$;
  create trigger animals_count after insert on zoo.animals for each row execute function zoo.count_animals();`
const secondMigration = `alter table zoo.kinds add column label text; update zoo.kinds set label = 'label of ' || code;`

const content = `
  set constraints all deferred;
  insert into zoo.keepers values (1, 2);
  insert into zoo.animals (name, parent_id, keeper_id, born_at, born_on, weight, shape, tags, counts, facts, photo) values
    (E'tab\\there, line\\nthere, back\\\\slash, \\\\N', 2, 1, '2026-10-25 02:30:00.123456+02', '2024-02-29', 12345678901234567890.123, 0.1::float8 + 0.2::float8, '{"a,b",NULL,""}', '{{1,2},{3,4}}', '{"é": [1, null, "🦊"]}', '\\x00ff5c2e0a'),
    ('', null, 1, null, 'infinity', 'NaN', '-Infinity', '{}', null, 'null', ''),
    (E'\\\\.', 1, 1, '0001-01-01 00:00:00+00 BC', null, null, null, null, null, '"\\u20ac"', null);
  insert into zoo."Odd ""name""" values (E'\\\\.'), (null), (E'\\n\\\\.\\n');
  insert into zoo.visits select '2026-01-01'::date + n % 365, n from generate_series(1, 50000) n;
  select nextval('zoo.tickets'), nextval('zoo.tickets');
  insert into platform.audit_lines (what) values ('animals arrived')`

const tables = [
  'zoo.animals',
  'zoo.keepers',
  'zoo."Odd ""name"""',
  'zoo.visits',
  'zoo.kinds',
  'platform.audit_lines',
]

let folder: string
let server: EmbeddedServer
let admin: pg.Client
beforeAll(async () => {
  folder = await makeDataFolder()
  server = await startEmbeddedServer({ folder, log: createLog('silent') })
  admin = new pg.Client(server.url)
  await admin.connect()
  // As on a server of an organisation: a migration role that is no superuser.
  await admin.query(`create role mover login password 'mover'`)
  for (const [version, files] of [
    ['old', [firstMigration]],
    ['new', [firstMigration, secondMigration]],
  ] as const) {
    await mkdir(join(folder, version))
    for (const [index, sql] of files.entries()) await writeFile(join(folder, version, `${index}.sql`), sql)
  }
})
afterAll(async () => {
  await admin.end()
  await server.stop()
  await removeDataFolder(folder)
})

/** Works as the mover in a new database. */
async function inDatabase<Result>(
  name: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [name])
  if (!rowCount) await admin.query(`create database ${name} owner mover`)
  const url = new URL(server.url)
  url.username = url.password = 'mover'
  url.pathname = name
  const client = new pg.Client(url.href)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function everything(client: pg.Client): Promise<unknown[]> {
  const found: unknown[] = []
  for (const table of tables) {
    const { rows } = await client.query(
      `select md5(t::text), count(*)::int from ${table} t group by t::text order by 1`,
    )
    found.push(table, rows)
  }
  const { rows } = await client.query(`
    select conrelid::regclass::text, conname, pg_get_constraintdef(oid), convalidated from pg_constraint where connamespace = 'zoo'::regnamespace
    union all select tgrelid::regclass::text, tgname, tgenabled::text, null from pg_trigger where not tgisinternal order by 1, 2`)
  return [...found, rows]
}

/** A database with content, and its export. */
async function exported(name: string): Promise<{ file: string; before: unknown[] }> {
  const file = join(folder, `${name}.export`)
  const before = await inDatabase(name, async (client) => {
    await migrate(client, join(folder, 'old'))
    await client.query(content)
    await exportDatabase(client, file)
    return everything(client)
  })
  return { file, before }
}

test('all data arrive as they were, by a role that is no superuser, and what comes next goes on', async () => {
  const { file, before } = await exported('source')
  await inDatabase('target', async (client) => {
    // What migrations put there is replaced.
    await migrate(client, join(folder, 'old'))
    expect(await importDatabase(client, file, join(folder, 'old'))).toEqual({ tables: 6, rows: 50_013 })
    expect(await everything(client)).toEqual(before)
    const next = await client.query(
      `insert into zoo.animals (name, keeper_id) values ('next', 1) returning id, nextval('zoo.tickets')::int as ticket, shouted`,
    )
    expect(next.rows).toEqual([{ id: 4, ticket: 102, shouted: 'NEXT' }])
    const triggered = await client.query(
      `select count(*)::int as n from zoo.kinds where code = 'made by a trigger: next'`,
    )
    expect(triggered.rows).toEqual([{ n: 1 }])
    await expect(client.query(`update zoo.animals set parent_id = 99`)).rejects.toThrow('foreign key')
  })
})

test('an export of an older version is migrated after it is imported; one of a newer version is refused', async () => {
  const { file } = await exported('older')
  await inDatabase('newer', async (client) => {
    await importDatabase(client, file, join(folder, 'new'))
    const { rows } = await client.query(`select label from zoo.kinds where code = 'bird'`)
    expect(rows).toEqual([{ label: 'label of bird' }])
    await exportDatabase(client, join(folder, 'newer.export'))
  })
  await inDatabase('back', async (client) => {
    const refusal = importDatabase(client, join(folder, 'newer.export'), join(folder, 'old'))
    await expect(refusal).rejects.toThrow('newer version of Balie: it knows 1.sql')
  })
  await inDatabase('ahead', async (client) => {
    await migrate(client, join(folder, 'new'))
    await expect(importDatabase(client, file, join(folder, 'new'))).rejects.toThrow('migrated further')
  })
})

test('a database in which somebody did something, or with tables of another, is left as it is', async () => {
  const { file, before } = await exported('used')
  await inDatabase('used', async (client) => {
    await expect(importDatabase(client, file, join(folder, 'old'))).rejects.toThrow('is in use')
    expect(await everything(client)).toEqual(before)
  })
  await inDatabase('foreign_tables', async (client) => {
    await client.query('create table bookkeeping (id int)')
    await expect(importDatabase(client, file, join(folder, 'old'))).rejects.toThrow(
      'not empty: it holds "public"."bookkeeping"',
    )
    await expect(exportDatabase(client, join(folder, 'no.export'))).rejects.toThrow('no data of Balie')
  })
})

test('a file that is cut off, altered or something else changes nothing', async () => {
  const { file } = await exported('whole')
  const bytes = await readFile(file)
  const text = gunzipSync(bytes)
  const tail = text.lastIndexOf('\n', text.length - 2)
  const damaged: [string, Buffer, string][] = [
    ['cut', bytes.subarray(0, bytes.length / 2), 'damaged'],
    ['cut-between-lines', gzipSync(text.subarray(0, tail + 1)), 'damaged'],
    [
      'row-missing',
      gzipSync(Buffer.from(text.toString('latin1').replace(/^2026-05-05\t.*\n/m, ''), 'latin1')),
      'number of rows differs in "zoo"."visits"',
    ],
    ['other', Buffer.from('name;date'), 'damaged, or no export'],
  ]
  await inDatabase('spared', async (client) => {
    for (const [name, content, reason] of damaged) {
      await writeFile(join(folder, name), content)
      await expect(importDatabase(client, join(folder, name), join(folder, 'old'))).rejects.toThrow(reason)
    }
    // It can be tried again at once, with the right file.
    expect(await importDatabase(client, file, join(folder, 'old'))).toEqual({ tables: 6, rows: 50_013 })
  })
})

test('a file that exists is not overwritten, and what is written is for its owner only', async () => {
  const { file } = await exported('twice')
  const bytes = await readFile(file)
  await inDatabase('twice', async (client) => {
    await expect(exportDatabase(client, file)).rejects.toThrow('exists already')
  })
  expect(await readFile(file)).toEqual(bytes)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
})
