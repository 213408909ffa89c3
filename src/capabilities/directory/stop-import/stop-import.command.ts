import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import type { Instant } from '../../../platform/time/local-time.ts'

/** Stops an import that nothing was written of, and erases what was read. */
export async function stopImport(
  tx: WriteHandle,
  scope: AdministrationScope,
  id: string,
  now: Instant,
): Promise<void> {
  foundOrRefuse(
    await tx
      .updateTable('directory.import_runs')
      .set({ status: 'stopped', finished_at: now.toString() })
      .where('id', '=', id)
      .where('status', 'in', ['columns', 'reading', 'preview', 'refused'])
      .returning('id')
      .executeTakeFirst(),
  )
  await tx.deleteFrom('directory.import_files').where('run_id', '=', id).execute()
  await tx.deleteFrom('directory.import_rows').where('run_id', '=', id).execute()
  await recordAudit(tx, scope, now, {
    action: 'directory.stop-import',
    subjectKind: 'import',
    subjectId: id,
    libraryId: scope.kind === 'library' ? scope.libraryId : undefined,
  })
}
