import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { DeskScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'

/** Keeps that a desk has read the answers to a signal up to this one; an answer that came meanwhile stays new. */
export async function readAnswer(
  tx: WriteHandle,
  scope: DeskScope,
  { signalId, answerNumber }: { readonly signalId: string; readonly answerNumber: number },
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('signals.readings')
    .columns(['desk_id', 'signal_id', 'answer_number'])
    .expression((eb) =>
      eb
        .selectFrom('signals.signals')
        .select([
          eb.val(scope.deskId).$castTo<string>().as('desk_id'),
          'id as signal_id',
          eb.fn<number>('least', ['answer_number', eb.val(answerNumber)]).as('answer_number'),
        ])
        .where('id', '=', signalId),
    )
    .onConflict((conflict) =>
      conflict.columns(['desk_id', 'signal_id']).doUpdateSet((eb) => ({
        answer_number: eb.fn('greatest', ['signals.readings.answer_number', 'excluded.answer_number']),
      })),
    )
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'signals.read-answer',
    subjectKind: 'signal',
    subjectId: signalId,
    libraryId: scope.libraryId,
    details: { desk: scope.deskId, answerNumber },
  })
}
