import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { DeskScope, LibraryScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { ContactExport } from '../contact-export.ts'

/** Writes in the log that somebody takes a file with contacts, or a part of it, along. */
export async function noteFetching(
  tx: WriteHandle,
  scope: DeskScope | LibraryScope,
  { id, libraryId }: ContactExport,
  now: Instant,
): Promise<void> {
  await recordAudit(tx, scope, now, {
    action: 'contacts.fetch-export',
    subjectKind: 'export',
    subjectId: id,
    libraryId,
  })
}
