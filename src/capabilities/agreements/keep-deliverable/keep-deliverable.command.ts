import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { KeptOutcome } from '../agreement.ts'
import type { Deliverable } from '../deliverable.ts'

/** What an agreement says that somebody owes. */
export type DeliverableFacts = Omit<Deliverable, 'id' | 'agreementId' | 'version'>

const columnsOf = ({ what, owedBy, firstDue, repeats, lastDue, goalId }: DeliverableFacts) => ({
  what,
  owed_by: owedBy,
  first_due: firstDue,
  repeats,
  last_due: lastDue,
  goal_id: goalId,
})

/** The same id twice is one deliverable; 'sent-before': it was there, and stays as it is. */
export async function addDeliverable(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { id, agreementId }: Pick<Deliverable, 'id' | 'agreementId'>,
  facts: DeliverableFacts,
  now: Instant,
): Promise<'kept' | 'sent-before'> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('agreements.deliverables')
    .values({
      id,
      agreement_id: agreementId,
      ...columnsOf(facts),
      made_by: scope.accountId,
      created_at: now.toString(),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  const kept = numInsertedOrUpdatedRows === 1n
  await recordAudit(tx, scope, now, {
    action: 'agreements.add-deliverable',
    subjectKind: 'deliverable',
    subjectId: id,
    details: { agreement: agreementId, repeats: facts.repeats, kept },
  })
  return kept ? 'kept' : 'sent-before'
}

/** Changes what is owed, if nobody did so since `version`. What was marked stays. */
export async function changeDeliverable(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { id, version }: Pick<Deliverable, 'id' | 'version'>,
  facts: DeliverableFacts,
  now: Instant,
): Promise<KeptOutcome> {
  const { numUpdatedRows } = await tx
    .updateTable('agreements.deliverables')
    .set((eb) => ({ ...columnsOf(facts), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  await recordAudit(tx, scope, now, {
    action: 'agreements.change-deliverable',
    subjectKind: 'deliverable',
    subjectId: id,
    details: { kept: numUpdatedRows > 0n },
  })
  return numUpdatedRows > 0n ? 'kept' : 'changed-meanwhile'
}
