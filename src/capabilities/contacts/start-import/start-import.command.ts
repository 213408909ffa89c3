import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { LibraryScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { queueJob } from '../../../platform/jobs/queue-job.command.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { jobOfStatus } from '../history-import.ts'

/** The file goes to the database and comes back in parts of this size: as a whole it would stand in memory several times. */
const partBytes = 1024 * 1024

/** Takes in a file with the history of a library; a job reads it. Gives the import's id. */
export async function startImport(
  tx: WriteHandle,
  scope: LibraryScope,
  { fileName, content }: { readonly fileName: string; readonly content: Uint8Array },
  now: Instant,
): Promise<string> {
  const id = uuidv7()
  await tx
    .insertInto('contacts.imports')
    .values({
      id,
      library_id: scope.libraryId,
      account_id: scope.accountId,
      file_name: fileName.slice(0, 200),
      file_hash: createHash('sha256').update(content).digest(),
      started_at: now.toString(),
      status: 'reading',
    })
    .execute()
  for (let part = 0; part * partBytes < content.length; part++)
    await tx
      .insertInto('contacts.import_files')
      .values({
        import_id: id,
        library_id: scope.libraryId,
        part,
        content: Buffer.from(content.subarray(part * partBytes, (part + 1) * partBytes)),
      })
      .execute()
  await queueJob(tx, jobOfStatus.reading, { importId: id })
  await recordAudit(tx, scope, now, {
    action: 'contacts.start-import',
    subjectKind: 'import',
    subjectId: id,
    libraryId: scope.libraryId,
    details: { bytes: content.length },
  })
  return id
}
