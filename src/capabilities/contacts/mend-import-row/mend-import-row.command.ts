import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { LibraryScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { keepCheckedRows } from '../check-import/check-import.command.ts'
import { readImport } from '../read-import/read-import.query.ts'
import { readImportRules } from '../read-import-rules/read-import-rules.query.ts'

/**
 * Replaces what stands in a row that has an error, or was left out, and looks at it again. False when there is no such row
 * to mend.
 */
export async function mendRow(
  tx: WriteHandle,
  scope: LibraryScope,
  row: { readonly importId: string; readonly number: number; readonly cells: readonly string[] },
  now: Instant,
): Promise<boolean> {
  const found = await holdPreview(tx, scope, row.importId)
  const mended =
    found !== undefined &&
    (await tx
      .updateTable('contacts.import_rows')
      .set({ cells: [...row.cells], mended: true })
      .where('import_id', '=', row.importId)
      .where('number', '=', row.number)
      .where('status', 'in', ['error', 'left-out'])
      .returning('number')
      .executeTakeFirst()) !== undefined
  if (found && mended)
    await keepCheckedRows(tx, scope, found, [row], await readImportRules(tx, scope, found, now))
  await recordAudit(tx, scope, now, {
    action: 'contacts.mend-import-row',
    subjectKind: 'import',
    subjectId: row.importId,
    libraryId: scope.libraryId,
    details: { row: row.number, mended },
  })
  return mended
}

/** Leaves out one row with an error, or all of them; they stay to be downloaded. Gives how many. */
export async function leaveOutErrors(
  tx: WriteHandle,
  scope: LibraryScope,
  importId: string,
  now: Instant,
  number?: number,
): Promise<number> {
  const found = await holdPreview(tx, scope, importId)
  const left = found
    ? await tx
        .updateTable('contacts.import_rows')
        .set({ status: 'left-out' })
        .where('import_id', '=', importId)
        .where('status', '=', 'error')
        .$if(number !== undefined, (query) => query.where('number', '=', number ?? 0))
        .executeTakeFirst()
    : undefined
  const rows = Number(left?.numUpdatedRows ?? 0)
  await recordAudit(tx, scope, now, {
    action: 'contacts.leave-out-import-rows',
    subjectKind: 'import',
    subjectId: importId,
    libraryId: scope.libraryId,
    details: { rows },
  })
  return rows
}

/** The import, held while it waits to be confirmed: nobody starts it in between. */
async function holdPreview(tx: WriteHandle, scope: LibraryScope, importId: string) {
  const held = await tx
    .selectFrom('contacts.imports')
    .select('id')
    .where('id', '=', importId)
    .where('library_id', '=', scope.libraryId)
    .where('status', '=', 'preview')
    .forUpdate()
    .executeTakeFirst()
  return held && readImport(tx, scope, importId)
}
