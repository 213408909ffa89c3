import { sql } from 'kysely'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { LibraryScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { queueJob } from '../../../platform/jobs/queue-job.command.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { rememberMeanings } from '../choose-import-columns/choose-import-columns.command.ts'
import { jobOfStatus } from '../history-import.ts'
import type { ColumnUse } from '../import-field.ts'
import type { ImportMeanings } from '../import-row.ts'

/**
 * Keeps what the values of a file mean, for this file and the next, and empties the columns that are not read: nobody needs
 * what stands in them any more. A job then looks at every row, also at those that were left out before. False when the import
 * is not at this step.
 * @param personal values that look like personal data: they are not remembered for the next file
 */
export async function chooseAnswers(
  tx: WriteHandle,
  scope: LibraryScope,
  importId: string,
  meanings: ImportMeanings,
  now: Instant,
  personal: ReadonlySet<string> = new Set(),
): Promise<boolean> {
  const chosen = await tx
    .updateTable('contacts.imports')
    .set({ meanings: JSON.stringify(meanings), status: 'checking' })
    .where('id', '=', importId)
    .where('library_id', '=', scope.libraryId)
    .where('status', 'in', ['answers', 'preview'])
    .returning('columns')
    .executeTakeFirst()
  await recordAudit(tx, scope, now, {
    action: 'contacts.choose-import-answers',
    subjectKind: 'import',
    subjectId: importId,
    libraryId: scope.libraryId,
    details: { chosen: chosen !== undefined },
  })
  if (!chosen) return false
  const columns = chosen.columns as unknown as readonly (ColumnUse | null)[]
  const read = columns.flatMap((use, index) => (use === null ? [] : [index + 1]))
  await sql`
    update contacts.import_rows
    set cells = array(
      select case when place = any (${read}::integer[]) then cell else '' end
      from unnest(cells) with ordinality as given (cell, place) order by place)
    where import_id = ${importId}::uuid and library_id = ${scope.libraryId}::uuid`.execute(tx)
  await rememberMeanings(
    tx,
    scope,
    Object.entries(meanings).flatMap(([field, values]) =>
      Object.entries(values)
        .filter(([value]) => !personal.has(value))
        .map(([value, code]) => ({ field, value, meaning: code ?? '' })),
    ),
  )
  await queueJob(tx, jobOfStatus.checking, { importId })
  return true
}
