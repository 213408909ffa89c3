import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { queueJob } from '../../../platform/jobs/queue-job.command.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { type ImportKind, jobSeconds, readJob } from '../import-run.ts'
import type { TableField } from '../import-table.ts'

/** The file goes to the database and comes back in parts of this size. */
const partBytes = 1024 * 1024

export interface StartedImport {
  readonly kind: ImportKind
  /** By which name its entries are known when it comes again. */
  readonly source: string
  readonly address: string | null
  readonly content: Uint8Array | undefined
  /** Of a table: the names of its columns, and what each likely holds. */
  readonly header: readonly string[]
  readonly columns: readonly (TableField | null)[]
}

/** Takes in a file or the address of a feed. What is no table is read by a job at once; of a table one first says what its columns hold. */
export async function startImport(
  tx: WriteHandle,
  scope: AdministrationScope,
  { kind, source, address, content, header, columns }: StartedImport,
  now: Instant,
): Promise<string> {
  const id = uuidv7()
  const libraryId = scope.kind === 'library' ? scope.libraryId : null
  await tx
    .insertInto('directory.import_runs')
    .values({
      id,
      library_id: libraryId,
      account_id: scope.accountId,
      kind,
      source,
      address,
      header: [...header],
      columns: columns.map((field) => field ?? ''),
      status: kind === 'csv' ? 'columns' : 'reading',
      started_at: now.toString(),
    })
    .execute()
  for (let part = 0; content && part * partBytes < content.length; part += 1)
    await tx
      .insertInto('directory.import_files')
      .values({
        run_id: id,
        part,
        content: Buffer.from(content.subarray(part * partBytes, (part + 1) * partBytes)),
      })
      .execute()
  if (kind !== 'csv') await queueJob(tx, readJob, { runId: id }, jobSeconds)
  await recordAudit(tx, scope, now, {
    action: 'directory.start-import',
    subjectKind: 'import',
    subjectId: id,
    libraryId: libraryId ?? undefined,
    details: { kind, bytes: content?.length ?? 0 },
  })
  return id
}
