import { sql } from 'kysely'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { DeskScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { appendRemoval } from '../append-figures/append-figures.command.ts'

/** Takes a tally with all its contacts out of every count. False when it is not at this desk or was taken away before. */
export async function removeTally(
  tx: WriteHandle,
  scope: DeskScope,
  tallyId: string,
  now: Instant,
): Promise<boolean> {
  const removed = await tx
    .updateTable('contacts.tallies')
    .set({ deleted_at: now.toString() })
    .where('id', '=', tallyId)
    .where('desk_id', '=', scope.deskId)
    .where('deleted_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  await recordAudit(tx, scope, now, {
    action: removed ? 'contacts.remove-tally' : 'contacts.change-refused',
    subjectKind: 'tally',
    subjectId: tallyId,
    libraryId: scope.libraryId,
  })
  if (!removed) return false
  // Held before they are counted: a recoding or correction that comes at the same time has counted them, or waits and finds them gone.
  await sql`select from contacts.contacts where tally_id = ${tallyId}::uuid and desk_id = ${scope.deskId}::uuid order by id for update`.execute(
    tx,
  )
  await appendRemoval(tx, scope, { tallyId }, now)
  // What a mark said stands in the tally's own day and topic until now; a tally has no versions, it is entered again.
  await sql`
    with gone as (
      update contacts.contacts set deleted_at = ${now.toString()}::timestamptz where tally_id = ${tallyId}::uuid and desk_id = ${scope.deskId}::uuid returning id
    ),
    providers as (delete from contacts.question_service_providers where contact_id in (select id from gone))
    delete from contacts.questions where contact_id in (select id from gone)`.execute(tx)
  return true
}
