import { createWriteStream } from 'node:fs'
import { access, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { appliedMigrations, findTables, readSequences, sqlColumns, sqlName } from './database-structure.ts'
import { type ExportHeader, type ExportTrailer, endOfRows } from './export-file.ts'

export interface TransferSummary {
  readonly tables: number
  readonly rows: number
}

/**
 * Writes all data of the database, as it is at one moment, to one file that only its owner can read. Others may go on
 * working. `client` has the role that owns the tables: for that one row-level security hides nothing.
 * @throws when the file exists already or the database is not Balie's; no file is left then.
 */
export async function exportDatabase(client: pg.Client, file: string): Promise<TransferSummary> {
  const taken = await access(file).then(
    () => true,
    () => false,
  )
  if (taken) throw new Error(`${file} exists already`)
  const unfinished = `${file}.unfinished`
  await client.query(`
    begin isolation level repeatable read read only;
    set local row_security = off; set local statement_timeout = 0; set local search_path = '';
    set local client_encoding = 'UTF8'; set local timezone = 'UTC'; set local datestyle = 'ISO';
    set local intervalstyle = 'postgres'; set local bytea_output = 'hex'; set local extra_float_digits = 1`)
  const header = await describe(client)
  const rows: number[] = []
  try {
    const output = createWriteStream(unfinished, { mode: 0o600, flush: true })
    await pipeline(Readable.from(content(client, header, rows)), createGzip(), output)
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  await client.query('commit')
  return { tables: rows.length, rows: rows.reduce((sum, count) => sum + count, 0) }
}

async function describe(client: pg.Client): Promise<ExportHeader> {
  const migrations = await appliedMigrations(client)
  if (!migrations) throw new Error('This database holds no data of Balie')
  const { rows } = await client.query<{ server_version: string }>('show server_version')
  const postgresql = rows[0]?.server_version ?? ''
  return { format: 'balie-export', version: 1, postgresql, migrations, tables: await findTables(client) }
}

async function* content(client: pg.Client, header: ExportHeader, rows: number[]): AsyncGenerator<Buffer> {
  yield line(header)
  for (const table of header.tables) {
    const copy = client.query(copyTo(`copy (select ${sqlColumns(table)} from ${sqlName(table)}) to stdout`))
    yield* copy
    yield endOfRows
    rows.push(copy.rowCount)
  }
  const trailer: ExportTrailer = { rows, sequences: await readSequences(client) }
  yield line(trailer)
}

function line(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`)
}
