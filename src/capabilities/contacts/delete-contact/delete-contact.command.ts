import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { DeskScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import {
  type Change,
  type ChangeOutcome,
  claimForChange,
  keepVersion,
  removeAnswers,
} from '../correct-contact/correct-contact.command.ts'

/** Takes a contact out of every count and keeps what it said. Within the library's term; one's own, or any as coordinator. */
export async function deleteContact(
  tx: WriteHandle,
  scope: DeskScope,
  change: Change,
  now: Instant,
): Promise<ChangeOutcome> {
  const claimed = await claimForChange(tx, scope, change, now)
  if (!claimed.ok) return claimed
  const { stored } = claimed
  await keepVersion(tx, scope, stored, 'delete', now)
  await removeAnswers(tx, scope, stored, now)
  await tx
    .updateTable('contacts.contacts')
    .set({ revision: stored.revision + 1, deleted_at: now.toString() })
    .where('id', '=', stored.id)
    .where('desk_id', '=', scope.deskId)
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'contacts.delete',
    subjectKind: 'contact',
    subjectId: stored.id,
    libraryId: scope.libraryId,
  })
  return { ok: true }
}
