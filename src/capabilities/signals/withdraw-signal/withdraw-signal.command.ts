import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { DeskScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'

/** Takes back what the desk told, with its words, as long as nothing was done with it. False: it is too late, or it is not theirs. */
export async function withdrawSignal(
  tx: WriteHandle,
  scope: DeskScope,
  signalId: string,
  now: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('signals.signals')
    .set({ withdrawn_at: now.toString(), service: '', problem: '', proposal: '' })
    .where('id', '=', signalId)
    .where('desk_id', '=', scope.deskId)
    .where('status', '=', 'new')
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  const withdrawn = numUpdatedRows > 0n
  await recordAudit(tx, scope, now, {
    action: 'signals.withdraw',
    subjectKind: 'signal',
    subjectId: signalId,
    libraryId: scope.libraryId,
    details: { desk: scope.deskId, withdrawn },
  })
  return withdrawn
}
