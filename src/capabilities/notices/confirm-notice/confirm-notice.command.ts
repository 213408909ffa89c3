import { sql } from 'kysely'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { DeskScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'

export type ConfirmOutcome = 'confirmed' | 'changed-meanwhile' | 'not-there'

/** Keeps that a desk has seen an edition of a notice; twice is once. What was changed meanwhile has to be read first. */
export async function confirmNotice(
  tx: WriteHandle,
  scope: DeskScope,
  { noticeId, edition }: { readonly noticeId: string; readonly edition: number },
  now: Instant,
): Promise<ConfirmOutcome> {
  const notice = await tx
    .selectFrom('notices.notices')
    .select('edition')
    .where('id', '=', noticeId)
    .where('withdrawn_at', 'is', null)
    .where(sql<boolean>`(chosen_desks is null or ${scope.deskId}::uuid = any (chosen_desks))`)
    .executeTakeFirst()
  const outcome: ConfirmOutcome = !notice
    ? 'not-there'
    : notice.edition === edition
      ? 'confirmed'
      : 'changed-meanwhile'
  if (outcome === 'confirmed')
    await tx
      .insertInto('notices.confirmations')
      .values({ notice_id: noticeId, desk_id: scope.deskId, edition, confirmed_at: now.toString() })
      .onConflict((conflict) => conflict.columns(['notice_id', 'desk_id', 'edition']).doNothing())
      .execute()
  await recordAudit(tx, scope, now, {
    action: 'notices.confirm',
    subjectKind: 'notice',
    subjectId: noticeId,
    libraryId: scope.libraryId,
    details: { desk: scope.deskId, edition, outcome },
  })
  return outcome
}
