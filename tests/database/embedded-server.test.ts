import { appendFile, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type EmbeddedServer,
  startEmbeddedServer,
} from '../../src/platform/database/embedded/embedded-server.ts'
import { createLog } from '../../src/platform/logging/log.ts'
import { hasEnded, makeDataFolder, newDataFolder, postmasterPid, removeDataFolder } from './data-folder.ts'

const log = createLog('silent')

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

async function timed<Result>(work: () => Promise<Result>): Promise<[Result, number]> {
  const start = performance.now()
  return [await work(), performance.now() - start]
}

test('makes a database, stops it without a trace, and finds the data again', async () => {
  const folder = await newDataFolder()
  const [first, cold] = await timed(() => startEmbeddedServer({ folder, log }))
  await ask(first.url, `create table kept as select 'Zoë' as name`)
  const pid = await postmasterPid(folder)
  await first.stop()
  expect(await hasEnded(pid)).toBe(true)
  expect(await postmasterPid(folder)).toBeUndefined()

  const [second, warm] = await timed(() => startEmbeddedServer({ folder, log }))
  expect(await ask(second.url, 'select name from kept')).toEqual([{ name: 'Zoë' }])
  await second.stop()
  // Loose bounds, for a machine that does other work as well.
  expect(cold).toBeLessThan(15_000)
  expect(warm).toBeLessThan(5_000)
})

describe('a server that runs', () => {
  let folder: string
  let server: EmbeddedServer
  beforeAll(async () => {
    folder = await makeDataFolder()
    server = await startEmbeddedServer({ folder, log })
  })
  afterAll(async () => {
    await server.stop()
    await removeDataFolder(folder)
  })

  test('keeps what is acknowledged, lets in nobody without the password, and listens on a socket only', async () => {
    const rows = await ask<{ name: string; setting: string }>(
      server.url,
      `select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'listen_addresses', 'server_encoding', 'jit')`,
    )
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      listen_addresses: '',
      server_encoding: 'UTF8',
      jit: 'off',
    })
    expect(
      await ask(
        server.url,
        'select current_user, current_database(), rolsuper from pg_roles where rolname = current_user',
      ),
    ).toEqual([{ current_user: 'balie', current_database: 'balie', rolsuper: true }])
    const wrong = new URL(server.url)
    wrong.password = 'password'
    await expect(ask(wrong.href, 'select 1')).rejects.toThrow('password authentication failed')
    expect((await stat(join(folder, 'postgresql/password'))).mode & 0o777).toBe(0o600)
    expect((await stat(join(folder, 'postgresql'))).mode & 0o777).toBe(0o700)
  })

  test('orders Dutch names for people, and by code point where nothing is asked', async () => {
    const names = `unnest('{Zwolle,Épe,Emmen,assen}'::text[]) as name`
    expect(
      await ask(
        server.url,
        `select string_agg(name, ' ' order by name collate "nl-NL-x-icu") as people, string_agg(name, ' ' order by name) as plain from ${names}`,
      ),
    ).toEqual([{ people: 'assen Emmen Épe Zwolle', plain: 'Emmen Zwolle assen Épe' }])
  })

  test('writes no value of a refused row to its log', async () => {
    await ask(server.url, `create table secrets (name text primary key)`)
    await ask(server.url, `insert into secrets values ('geheim')`)
    await expect(ask(server.url, `insert into secrets values ('geheim')`)).rejects.toThrow('duplicate key')
    const lines = await readFile(join(folder, 'postgresql/server.log'), 'utf8')
    expect(lines).toContain('ready to accept connections')
    expect(lines).not.toContain('geheim')
  })
})

test('listens on this machine alone when the path is too long for a socket, and takes such a server over', async () => {
  const folder = join(await newDataFolder(), 'long-'.repeat(20))
  const server = await startEmbeddedServer({ folder, log })
  expect(new URL(server.url).hostname).toBe('127.0.0.1')
  expect(await ask(server.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
  const other = await startEmbeddedServer({ folder, log })
  expect(other.url).toBe(server.url)
  await server.stop()
  expect(await ask(other.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await other.stop()
  expect(await postmasterPid(folder)).toBeUndefined()
})

test('one that does not start says why, and starts when that is mended; a grown log is put aside', async () => {
  const folder = await newDataFolder()
  await (await startEmbeddedServer({ folder, log })).stop()
  const settings = join(folder, 'postgresql/cluster/postgresql.conf')
  const before = await readFile(settings)
  await appendFile(settings, '\nno_such_setting = on\n')
  await expect(startEmbeddedServer({ folder, log })).rejects.toThrow(
    /did not start.*\n(.*\n)*.*no_such_setting/,
  )
  await writeFile(settings, before)
  const file = join(folder, 'postgresql/server.log')
  await appendFile(file, 'x'.repeat(1_000_001))
  await (await startEmbeddedServer({ folder, log })).stop()
  expect((await stat(`${file}.1`)).size).toBeGreaterThan(1_000_000)
  expect((await stat(file)).size).toBeLessThan(10_000)
})

test('refuses a folder of another major version, and says how to move the data', async () => {
  const folder = await newDataFolder()
  await (await startEmbeddedServer({ folder, log })).stop()
  await writeFile(join(folder, 'postgresql/cluster/PG_VERSION'), '17\n')
  const refusal = await startEmbeddedServer({ folder, log }).catch((error: Error) => error.message)
  for (const part of [
    'PostgreSQL 17',
    'PostgreSQL 18',
    folder,
    'script/export',
    'script/import',
    'De database',
    'The database',
  ]) {
    expect(refusal).toContain(part)
  }
})
