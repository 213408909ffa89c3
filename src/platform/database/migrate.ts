import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'

/** Any number, the same for everybody who migrates. */
const migrationLock = 7_402_119

/**
 * Brings the database up to date: every file of `folder` that it does not know yet, in the order of its name, all
 * in one transaction, under a lock so that two starts do not meet. Returns the names that were applied.
 * @param only the names to apply, of those in `folder`; an import goes as far as its file was
 * @throws when a migration that was applied before is no longer there: an older program on a newer database.
 */
export async function migrate(client: pg.Client, folder: string, only?: string[]): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  await client.query('begin')
  try {
    await client.query('select pg_advisory_xact_lock($1)', [migrationLock])
    await client.query('create schema if not exists platform')
    await client.query(
      'create table if not exists platform.migrations (name text primary key, applied_at timestamptz not null default now())',
    )
    const { rows } = await client.query<{ name: string }>('select name from platform.migrations')
    const applied = new Set(rows.map((row) => row.name))
    const unknown = [...applied].filter((name) => !names.includes(name))
    if (unknown.length > 0) {
      throw new Error(
        `This database is newer than this program: it knows ${unknown.join(', ')}. Start the newer version.`,
      )
    }
    const due = names.filter((name) => !applied.has(name) && (!only || only.includes(name)))
    for (const name of due) {
      await client.query(await readFile(join(folder, name), 'utf8')).catch((error: Error) => {
        throw new Error(`Migration ${name} failed: ${error.message}`, { cause: error })
      })
      await client.query('insert into platform.migrations (name) values ($1)', [name])
    }
    await client.query('commit')
    return due
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
