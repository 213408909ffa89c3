import { sql } from 'kysely'
import { type JobScope, jobScope } from '../../../platform/auth/scope.ts'
import type { ApplicationDatabase } from '../../../platform/database/application-database.ts'
import type { ReadHandle, WriteHandle } from '../../../platform/database/handle.ts'
import { readTable, type TableRow } from '../../../platform/spreadsheet/read-table.ts'
import { TableProblem } from '../../../platform/spreadsheet/table-problem.ts'
import { keepProgress, workOnImport } from '../follow-import/follow-import.command.ts'
import { type HistoryImport, type ImportProblem, importLimits, jobOfStatus } from '../history-import.ts'
import { plainValue } from '../import-value.ts'

/** Rows that go to the database at once. */
const batchRows = 500

/** Reads the rows of a file that waits, and removes the file. The job `contacts.read-import`; nothing is registered yet. */
export function readImportFile(database: ApplicationDatabase, importId: string): Promise<void> {
  return workOnImport(database, importId, 'reading', async (found, scope) => {
    const content = await database.read(scope, (db) => readFile(db, importId))
    const problem = await readRows(database, found, content)
    await database.keep(scope, async (tx) => {
      await tx.deleteFrom('contacts.import_files').where('import_id', '=', importId).execute()
      await tx.deleteFrom('contacts.import_progress').where('import_id', '=', importId).execute()
      if (problem) await tx.deleteFrom('contacts.import_rows').where('import_id', '=', importId).execute()
      await tx
        .updateTable('contacts.imports')
        .set(problem ? { status: 'refused', problem: JSON.stringify(problem) } : { status: 'columns' })
        .where('id', '=', importId)
        .where('status', '=', 'reading')
        .execute()
    })
  })
}

async function readFile(db: ReadHandle, importId: string): Promise<Uint8Array> {
  const parts: Buffer[] = []
  for (;;) {
    const row = await db
      .selectFrom('contacts.import_files')
      .select('content')
      .where('import_id', '=', importId)
      .where('part', '=', parts.length)
      .executeTakeFirst()
    if (!row) return Buffer.concat(parts)
    parts.push(row.content)
  }
}

async function readRows(
  database: ApplicationDatabase,
  found: HistoryImport,
  content: Uint8Array,
): Promise<ImportProblem | undefined> {
  const scope = jobScope(jobOfStatus.reading)
  try {
    const table = await readTable(content, importLimits)
    if (!table.ok) return table.problem
    const { header, rows } = await belowTitle(table.header.map(tidy), table.rows)
    const doubled = header.find(
      (name, index) =>
        name !== '' && header.findIndex((other) => plainValue(other) === plainValue(name)) < index,
    )
    if (doubled !== undefined) return { kind: 'doubled-header', header: doubled }
    await database.keep(scope, async (tx) => {
      await tx.deleteFrom('contacts.import_rows').where('import_id', '=', found.id).execute()
      await tx
        .updateTable('contacts.imports')
        .set({
          header,
          sheet_name: table.sheet && tidy(table.sheet.name).slice(0, 100),
          sheets_left: table.sheet?.others ?? 0,
        })
        .where('id', '=', found.id)
        .execute()
    })
    let read = 0
    let batch: TableRow[] = []
    const keep = async (): Promise<void> => {
      read += batch.length
      await database.keep(scope, (tx) => keepRows(tx, scope, found, header.length, batch, read))
      batch = []
    }
    for await (const row of rows) {
      batch.push(row)
      if (batch.length === batchRows) await keep()
    }
    await keep()
    return undefined
  } catch (error) {
    if (error instanceof TableProblem) return error.problem
    throw error
  }
}

/** Lines above the names of the columns: as many as people put there. */
const mostTitleLines = 5

/**
 * The names of the columns and the rows below them, where lines with a title stand above the names: a line with one
 * filled cell is no row of names when a line with more comes soon.
 */
async function belowTitle(
  first: readonly string[],
  rows: AsyncIterable<TableRow>,
): Promise<{ header: string[]; rows: AsyncIterable<TableRow> }> {
  const filled = (values: readonly string[]): number => values.filter((value) => value !== '').length
  const iterator = rows[Symbol.asyncIterator]()
  const passed: TableRow[] = []
  let header: string[] | undefined
  while (!header && filled(first) < 2 && passed.length < mostTitleLines) {
    const next = await iterator.next()
    if (next.done) break
    const names = next.value.values.map(tidy)
    if (filled(names) < 2) passed.push(next.value)
    else header = names
  }
  return {
    header: header ?? [...first],
    rows: (async function* () {
      if (!header) yield* passed
      yield* { [Symbol.asyncIterator]: () => iterator }
    })(),
  }
}

async function keepRows(
  tx: WriteHandle,
  scope: JobScope,
  found: HistoryImport,
  width: number,
  rows: readonly TableRow[],
  read: number,
): Promise<void> {
  const sent = rows.map(({ number, values }) => ({
    number,
    cells: Array.from({ length: width }, (_, index) => tidy(values[index] ?? '')),
  }))
  await sql`
    insert into contacts.import_rows (import_id, library_id, number, cells)
    select ${found.id}::uuid, ${found.libraryId}::uuid, number, cells
    from jsonb_to_recordset(${JSON.stringify(sent)}::jsonb) as row (number integer, cells text[])`.execute(tx)
  await keepProgress(tx, scope, found, read, 0)
}

/** What no text in the database can hold is left out. */
const tidy = (text: string): string => text.replaceAll('\0', '').toWellFormed().trim()
