import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { LinkScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { confirmEntry } from '../confirm-entry/confirm-entry.command.ts'

/** What a partner says is different; null: as it stands there. */
export interface ChangeWish {
  readonly what: 'change' | 'gone' | 'unwanted'
  readonly phone: string | null
  readonly address: string | null
  readonly hours: string | null
  readonly description: string | null
}

/** Keeps what a partner says by its link, for who keeps the entry: nothing of it shows before he looked. */
export async function proposeChange(
  tx: WriteHandle,
  scope: LinkScope,
  wish: ChangeWish,
  now: Instant,
): Promise<void> {
  const partnerId = scope.subjectId
  // The latest counts: who sends it twice is looked at once.
  await tx
    .updateTable('directory.proposed_changes')
    .set({ handled_at: now.toString(), took_over: false })
    .where('partner_id', '=', partnerId)
    .where('handled_at', 'is', null)
    .execute()
  await tx
    .insertInto('directory.proposed_changes')
    .values({ id: uuidv7(), partner_id: partnerId, at: now.toString(), ...wish })
    .execute()
  await confirmEntry(
    tx,
    scope,
    { partnerId, how: 'link', result: wish.what === 'change' ? 'changed' : 'ended' },
    now,
  )
  await recordAudit(tx, scope, now, {
    action: 'directory.propose-change',
    subjectKind: 'partner',
    subjectId: partnerId,
    details: { what: wish.what },
  })
}
