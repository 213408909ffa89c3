import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { queueJob } from '../../../platform/jobs/queue-job.command.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { jobSeconds, readJob } from '../import-run.ts'
import type { TableField } from '../import-table.ts'

/** Keeps what the columns of a table hold, and has it read. Nothing of the directory changes yet. */
export async function chooseColumns(
  tx: WriteHandle,
  scope: AdministrationScope,
  id: string,
  columns: readonly (TableField | null)[],
  now: Instant,
): Promise<void> {
  foundOrRefuse(
    await tx
      .updateTable('directory.import_runs')
      .set({ columns: columns.map((field) => field ?? ''), status: 'reading' })
      .where('id', '=', id)
      .where('status', '=', 'columns')
      .returning('id')
      .executeTakeFirst(),
  )
  await queueJob(tx, readJob, { runId: id }, jobSeconds)
  await recordAudit(tx, scope, now, {
    action: 'directory.choose-columns',
    subjectKind: 'import',
    subjectId: id,
    libraryId: scope.kind === 'library' ? scope.libraryId : undefined,
  })
}
