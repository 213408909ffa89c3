import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { Scope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { erasePerson } from '../erase-person/erase-person.command.ts'

/**
 * Takes back that somebody asked to be called. Whoever was called already, or never reached, has his number erased at once just the
 * same; how that ended stays. Done twice it comes to the same.
 */
export async function withdrawCallBack(
  tx: WriteHandle,
  scope: Scope,
  { id }: { readonly id: string },
  now: Instant,
): Promise<void> {
  const changed = await tx
    .updateTable('referrals.call_backs')
    .set({ state: 'withdrawn', state_since: now.toString(), closed_at: now.toString() })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returning('library_id as libraryId')
    .executeTakeFirst()
  const erased = await erasePerson(tx, scope, { kind: 'call-back', id, cause: 'withdrawn' }, now)
  await recordAudit(tx, scope, now, {
    action: 'referrals.withdraw-call-back',
    subjectKind: 'call-back',
    subjectId: id,
    libraryId: changed?.libraryId,
    details: changed ? {} : erased ? { erased } : { already: true },
  })
}
