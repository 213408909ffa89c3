import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { standsByItself } from '../join-signals/join-signals.command.ts'
import type { Signal } from '../signal.ts'

/** Says what comes of a signal, if nobody changed it since `version`: every desk that sees it reads the answer. */
export async function answerSignal(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { id, version }: Pick<Signal, 'id' | 'version'>,
  { status, answer }: Pick<Signal, 'status' | 'answer'>,
  now: Instant,
): Promise<'kept' | 'changed-meanwhile'> {
  const { numUpdatedRows } = await tx
    .updateTable('signals.signals')
    .set((eb) => ({
      status,
      answer,
      joined_into: null,
      answered_at: now.toString(),
      answer_number: eb('answer_number', '+', 1),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where(standsByItself)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  const kept = numUpdatedRows > 0n
  if (kept)
    await tx
      .insertInto('signals.changes')
      .values({ id: uuidv7(), signal_id: id, kind: 'answered', status, answer, changed_at: now.toString() })
      .execute()
  await recordAudit(tx, scope, now, {
    action: 'signals.answer',
    subjectKind: 'signal',
    subjectId: id,
    details: { kept, status },
  })
  return kept ? 'kept' : 'changed-meanwhile'
}
