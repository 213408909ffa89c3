import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { KeptOutcome } from '../agreement.ts'

export interface DeliveryMark {
  /** The day on which it came; null: it did not. */
  readonly doneOn: string | null
  readonly note: string
}

/** Says of one time that something was due whether it came, if nobody did so since `version`; 0: nobody ever did. */
export async function markDelivery(
  tx: WriteHandle,
  scope: MunicipalityScope,
  {
    deliverableId,
    dueOn,
    version,
  }: { readonly deliverableId: string; readonly dueOn: string; readonly version: number },
  { doneOn, note }: DeliveryMark,
  now: Instant,
): Promise<KeptOutcome> {
  const mark = { done_on: doneOn, note, marked_by: scope.accountId }
  const rows =
    version === 0
      ? await tx
          .insertInto('agreements.deliveries')
          .values({ deliverable_id: deliverableId, due_on: dueOn, ...mark })
          .onConflict((conflict) => conflict.columns(['deliverable_id', 'due_on']).doNothing())
          .executeTakeFirstOrThrow()
          .then(({ numInsertedOrUpdatedRows }) => numInsertedOrUpdatedRows ?? 0n)
      : await tx
          .updateTable('agreements.deliveries')
          .set((eb) => ({ ...mark, version: eb('version', '+', 1) }))
          .where('deliverable_id', '=', deliverableId)
          .where('due_on', '=', dueOn)
          .where('version', '=', version)
          .executeTakeFirstOrThrow()
          .then(({ numUpdatedRows }) => numUpdatedRows)
  await recordAudit(tx, scope, now, {
    action: 'agreements.mark-delivery',
    subjectKind: 'deliverable',
    subjectId: deliverableId,
    details: { due: dueOn, done: doneOn !== null, kept: rows > 0n },
  })
  return rows > 0n ? 'kept' : 'changed-meanwhile'
}
