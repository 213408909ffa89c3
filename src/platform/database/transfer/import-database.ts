import { readdir } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { migrate } from '../migrate.ts'
import { appliedMigrations, findObstacles, findTables, sqlColumns, sqlName } from './database-structure.ts'
import type { TransferSummary } from './export-database.ts'
import { ExportFile, type ExportHeader } from './export-file.ts'

/**
 * Puts the data of an export in an empty database, or in one that holds nothing but what migrations and reference
 * data put there, which it replaces. The file may come from an older version of Balie: the database is migrated as
 * far as the file was, filled in one transaction, and then migrated further.
 * `client` has the migration role, which need not be a superuser. Holds a lock on every table while it works.
 * @param migrations folder of this program's migrations
 * @throws when the file is damaged or from a newer version, or when the database is in use; it is left empty then.
 */
export async function importDatabase(
  client: pg.Client,
  file: string,
  migrations: string,
): Promise<TransferSummary> {
  const source = new ExportFile(file)
  const header = await source.readHeader()
  await refuseNewerFile(header, migrations)
  await refuseUsedDatabase(client, header)
  await migrate(client, migrations, header.migrations)

  await client.query(`
    begin;
    set local row_security = off; set local statement_timeout = 0; set local lock_timeout = '10s';
    set local search_path = ''; set local client_encoding = 'UTF8'; set local timezone = 'UTC';
    set local datestyle = 'ISO'; set local intervalstyle = 'postgres'`)
  const rows = await replaceAll(client, header, source).catch(async (error: Error) => {
    await client.query('rollback')
    throw error
  })
  await client.query('commit')

  await migrate(client, migrations)
  await client.query('analyze')
  return { tables: header.tables.length, rows }
}

async function refuseNewerFile(header: ExportHeader, migrations: string): Promise<void> {
  const known = new Set(await readdir(migrations))
  const unknown = header.migrations.filter((name) => !known.has(name))
  if (unknown.length === 0) return
  throw new Error(
    `This export comes from a newer version of Balie: it knows ${unknown.join(', ')}. Import it with that version.`,
  )
}

/** Every command leaves an audit line, so without one nobody did anything here yet. */
async function refuseUsedDatabase(client: pg.Client, header: ExportHeader): Promise<void> {
  const applied = await appliedMigrations(client)
  if (!applied) {
    const [table] = await findTables(client)
    if (table)
      throw new Error(`This database is not empty: it holds ${sqlName(table)}. Import into an empty one.`)
    return
  }
  const { rows } = await client.query<{ used: boolean }>(
    'select exists (select from platform.audit_lines) as used',
  )
  if (rows[0]?.used)
    throw new Error('This database is in use: it holds audit lines. Import into an empty one.')
  const beyond = applied.filter((name) => !header.migrations.includes(name))
  if (beyond.length === 0) return
  throw new Error(
    `This database was migrated further than the export: it knows ${beyond.join(', ')}. Import into an empty one.`,
  )
}

async function replaceAll(client: pg.Client, header: ExportHeader, source: ExportFile): Promise<number> {
  const { tables } = header
  const obstacles = await findObstacles(client, tables)
  for (const statement of obstacles.remove) await client.query(statement)
  if (tables.length > 0) await client.query(`truncate ${tables.map(sqlName).join(', ')}`)
  const counts: number[] = []
  for (const table of tables) {
    const copy = client.query(copyFrom(`copy ${sqlName(table)} (${sqlColumns(table)}) from stdin`))
    await pipeline(Readable.from(source.readRows()), copy)
    counts.push(copy.rowCount)
  }
  const trailer = await source.readTrailer()
  const short = tables.filter((_, index) => counts[index] !== trailer.rows[index])
  if (short.length > 0) throw new Error(`The number of rows differs in ${short.map(sqlName).join(', ')}`)
  for (const sequence of trailer.sequences) {
    await client.query('select setval($1::regclass, $2, $3)', [
      sqlName(sequence),
      sequence.value,
      sequence.called,
    ])
  }
  for (const statement of obstacles.restore) await client.query(statement)
  return counts.reduce((sum, count) => sum + count, 0)
}
