import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { JobScope, LibraryScope } from '../../../platform/auth/scope.ts'
import type { ApplicationDatabase } from '../../../platform/database/application-database.ts'
import type { ReadHandle, WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { keepProgress, workOnImport } from '../follow-import/follow-import.command.ts'
import type { HistoryImport } from '../history-import.ts'
import { lineOf, type RowRules, readImportRow, saidBy } from '../import-row.ts'
import { readImportRules } from '../read-import-rules/read-import-rules.query.ts'

/** Rows that are looked at together: what stands in memory at once. */
const batchRows = 1_000

/** Looks at every row of an import: what it would register, or what is wrong with it. The job `contacts.check-import`. */
export function checkImport(database: ApplicationDatabase, importId: string, now: Instant): Promise<void> {
  return workOnImport(database, importId, 'checking', async (found, scope) => {
    const { rules, total } = await database.read(scope, async (db) => ({
      rules: await readImportRules(db, scope, found, now),
      total: await countRows(db, importId),
    }))
    let last = 0
    let done = 0
    for (let more = true; more; )
      more = await database.keep(scope, async (tx) => {
        const rows = await tx
          .selectFrom('contacts.import_rows')
          .select(['number', 'cells'])
          .where('import_id', '=', importId)
          .where('number', '>', last)
          .orderBy('number')
          .limit(batchRows)
          .execute()
        await keepCheckedRows(tx, scope, found, rows, rules)
        last = rows.at(-1)?.number ?? last
        done += rows.length
        await keepProgress(tx, scope, found, done, total)
        return rows.length === batchRows
      })
    await database.keep(scope, async (tx) => {
      await tx.deleteFrom('contacts.import_progress').where('import_id', '=', importId).execute()
      await tx
        .updateTable('contacts.imports')
        .set({ status: 'preview' })
        .where('id', '=', importId)
        .where('status', '=', 'checking')
        .execute()
    })
  })
}

/** Reads these rows by the rules and keeps what they would register, or what is wrong with them. */
export async function keepCheckedRows(
  tx: WriteHandle,
  _scope: LibraryScope | JobScope,
  found: HistoryImport,
  rows: readonly { readonly number: number; readonly cells: readonly string[] }[],
  rules: RowRules,
): Promise<void> {
  const checked = rows.map(({ number, cells }) => {
    const read = readImportRow(cells, rules)
    return read.ok
      ? {
          number,
          cells,
          status: 'ready',
          errors: [],
          desk: read.contact.deskId,
          contact: uuidv7(),
          content: read.contact,
          said: sha256(saidBy(read.contact)),
          line: sha256(lineOf(cells, rules, read.contact)),
        }
      : { number, cells, status: 'error', errors: read.errors }
  })
  // By its key and not by a join: with statistics of another import the planner compares every row with every other.
  await sql`
    insert into contacts.import_rows (import_id, library_id, number, cells, status, errors, desk_id, contact_id, content, said, line)
    select ${found.id}::uuid, ${found.libraryId}::uuid, number, cells, status, errors, desk, contact, content, decode(said, 'hex'), decode(line, 'hex')
    from jsonb_to_recordset(${JSON.stringify(checked)}::jsonb) as checked
      (number integer, cells text[], status text, errors jsonb, desk uuid, contact uuid, content jsonb, said text, line text)
    on conflict (import_id, number) do update set status = excluded.status, errors = excluded.errors, desk_id = excluded.desk_id,
      contact_id = excluded.contact_id, content = excluded.content, said = excluded.said, line = excluded.line`.execute(
    tx,
  )
}

async function countRows(db: ReadHandle, importId: string): Promise<number> {
  const { total } = await db
    .selectFrom('contacts.import_rows')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('import_id', '=', importId)
    .executeTakeFirstOrThrow()
  return total
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
