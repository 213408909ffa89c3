import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { LibraryScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'

/** Sets for how many days after receipt a library's registrations may be corrected. Counts at once, for those that are there, too. */
export async function setCorrectionTerm(
  tx: WriteHandle,
  scope: LibraryScope,
  days: number,
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('contacts.correction_terms')
    .values({ library_id: scope.libraryId, days })
    .onConflict((conflict) => conflict.column('library_id').doUpdateSet({ days }))
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'contacts.set-correction-term',
    subjectKind: 'library',
    subjectId: scope.libraryId,
    libraryId: scope.libraryId,
    details: { days },
  })
}
