import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { DeskScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'

/** Keeps that a desk sees what another signalled, or that it does not after all; twice is once. False: there is no such signal. */
export async function seeToo(
  tx: WriteHandle,
  scope: DeskScope,
  { signalId, sees }: { readonly signalId: string; readonly sees: boolean },
  now: Instant,
): Promise<boolean> {
  const signal = await tx
    .selectFrom('signals.signals')
    .select('id')
    .where('id', '=', signalId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (signal && sees)
    await tx
      .insertInto('signals.sightings')
      .values({ signal_id: signalId, desk_id: scope.deskId, seen_at: now.toString() })
      .onConflict((conflict) => conflict.columns(['signal_id', 'desk_id']).doNothing())
      .execute()
  else
    await tx
      .deleteFrom('signals.sightings')
      .where('signal_id', '=', signalId)
      .where('desk_id', '=', scope.deskId)
      .execute()
  await recordAudit(tx, scope, now, {
    action: 'signals.see-too',
    subjectKind: 'signal',
    subjectId: signalId,
    libraryId: scope.libraryId,
    details: { desk: scope.deskId, sees, there: signal !== undefined },
  })
  return signal !== undefined
}
