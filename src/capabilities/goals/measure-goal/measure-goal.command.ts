import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { Measurement } from '../goal.ts'

/**
 * Adds what was measured by hand.
 * @param measurement its id was made when the form was shown: twice the same is one
 * @returns 'sent-before': there was one with this id, and it stays as it is
 */
export async function addMeasurement(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { goalId, ...measurement }: Omit<Measurement, 'isStruckOut'>,
  now: Instant,
): Promise<'kept' | 'sent-before'> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('goals.measurements')
    .values({ ...measurement, goal_id: goalId, created_at: now.toString() })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  const kept = numInsertedOrUpdatedRows === 1n
  await recordAudit(tx, scope, now, {
    action: 'goals.measure',
    subjectKind: 'goal',
    subjectId: goalId,
    details: { measurement: measurement.id, kept },
  })
  return kept ? 'kept' : 'sent-before'
}

/** Strikes a measurement out: it stays to be read, and counts no more. */
export async function strikeOutMeasurement(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { goalId, id }: Pick<Measurement, 'goalId' | 'id'>,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable('goals.measurements')
    .set({ struck_out_at: now.toString() })
    .where('id', '=', id)
    .where('goal_id', '=', goalId)
    .where('struck_out_at', 'is', null)
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'goals.strike-out',
    subjectKind: 'goal',
    subjectId: goalId,
    details: { measurement: id },
  })
}
