import { sql } from 'kysely'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { LibraryScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { findPersonalData } from '../../../platform/personal-data/find-personal-data.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import type { ColumnUse } from '../import-field.ts'
import { plainValue } from '../import-value.ts'
import { readImport } from '../read-import/read-import.query.ts'

export interface ColumnsChoice {
  /** For each column of the file what it holds; null for one that is not read. */
  readonly columns: readonly (ColumnUse | null)[]
  /** The desk of the whole file, where no column says it. */
  readonly deskId: string | null
}

/**
 * Keeps what the columns of a file hold, for this file and the next. Also again, as long as nothing was registered. False
 * when the import is not at this step.
 */
export async function chooseColumns(
  tx: WriteHandle,
  scope: LibraryScope,
  importId: string,
  { columns, deskId }: ColumnsChoice,
  now: Instant,
): Promise<boolean> {
  const found = await readImport(tx, scope, importId)
  const chosen =
    found &&
    (await tx
      .updateTable('contacts.imports')
      .set({ columns: JSON.stringify(columns), desk_id: deskId, status: 'answers' })
      .where('id', '=', importId)
      .where('library_id', '=', scope.libraryId)
      .where('status', 'in', ['columns', 'answers', 'preview'])
      .returning('id')
      .executeTakeFirst())
  await recordAudit(tx, scope, now, {
    action: 'contacts.choose-import-columns',
    subjectKind: 'import',
    subjectId: importId,
    libraryId: scope.libraryId,
    details: { chosen: chosen !== undefined },
  })
  if (!found || !chosen) return false
  await sql`
    update contacts.import_rows
    set status = 'unchecked', errors = '[]', contact_id = null, desk_id = null, content = null, said = null, line = null
    where import_id = ${importId}::uuid and library_id = ${scope.libraryId}::uuid`.execute(tx)
  const year = Number(localDay(now).slice(0, 4))
  await rememberMeanings(
    tx,
    scope,
    found.header.flatMap((header, index) =>
      header === '' || findPersonalData(header, year)
        ? []
        : [{ field: 'column', value: plainValue(header), meaning: columns[index] ?? '' }],
    ),
  )
  return true
}

/**
 * Remembers what a library chose, to propose it for its next file. An empty meaning is a choice, too. What looks like
 * personal data must not come here: it stays for as long as the library does.
 */
export async function rememberMeanings(
  tx: WriteHandle,
  scope: LibraryScope,
  chosen: readonly { readonly field: string; readonly value: string; readonly meaning: string }[],
): Promise<void> {
  await sql`
    insert into contacts.import_memory (library_id, field, value, meaning)
    select distinct on (field, value) ${scope.libraryId}::uuid, field, value, meaning
    from jsonb_to_recordset(${JSON.stringify(chosen)}::jsonb) as chosen (field text, value text, meaning text)
    on conflict (library_id, field, value) do update set meaning = excluded.meaning`.execute(tx)
}
