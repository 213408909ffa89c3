import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { Goal } from '../goal.ts'

/** What a municipality says of a goal. */
export type GoalFacts = Omit<Goal, 'id' | 'municipalityCode' | 'stoppedOn' | 'stoppedReason' | 'version'>

/** That a goal holds no more; null: it holds. */
export type Stopped = Pick<Goal, 'stoppedOn' | 'stoppedReason'>

/**
 * Adds a goal.
 * @param id made when the form was shown: the same id twice is one goal
 * @returns 'sent-before': there was a goal with this id, and it stays as it is
 */
export async function addGoal(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { id, municipalityCode }: Pick<Goal, 'id' | 'municipalityCode'>,
  facts: GoalFacts,
  now: Instant,
): Promise<'kept' | 'sent-before'> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('goals.goals')
    .values({ id, municipality_code: municipalityCode, ...columnsOf(facts), created_at: now.toString() })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  const kept = numInsertedOrUpdatedRows === 1n
  await recordAudit(tx, scope, now, {
    action: 'goals.add',
    subjectKind: 'goal',
    subjectId: id,
    details: {
      municipality: municipalityCode,
      measure: facts.measure,
      kept,
    },
  })
  return kept ? 'kept' : 'sent-before'
}

/** Changes a goal, if nobody did so since `version`. */
export async function changeGoal(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { id, version }: Pick<Goal, 'id' | 'version'>,
  facts: GoalFacts & Stopped,
  now: Instant,
): Promise<'kept' | 'changed-meanwhile'> {
  const { stoppedOn, stoppedReason } = facts
  const { numUpdatedRows } = await tx
    .updateTable('goals.goals')
    .set((eb) => ({
      ...columnsOf(facts),
      stopped_on: stoppedOn,
      stopped_reason: stoppedReason,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  const kept = numUpdatedRows > 0n
  await recordAudit(tx, scope, now, {
    action: 'goals.change',
    subjectKind: 'goal',
    subjectId: id,
    details: { kept, stopped: stoppedOn !== null },
  })
  return kept ? 'kept' : 'changed-meanwhile'
}

const columnsOf = (facts: GoalFacts) => {
  const { target, period } = facts
  return {
    title: facts.title,
    measure: facts.measure,
    measure_detail: facts.detail,
    scope_kind: facts.scopeKind,
    library_id: facts.libraryId,
    desk_id: facts.deskId,
    area: facts.area,
    target_kind: target.kind,
    target_value: target.kind === 'absolute' ? target.value : null,
    target_percent: target.kind === 'relative' ? target.percent : null,
    base_from: target.kind === 'relative' ? target.base.from : null,
    base_until: target.kind === 'relative' ? target.base.until : null,
    base_value: target.kind === 'relative' ? target.baseValue : null,
    starts_on: period.from,
    ends_on: period.until,
    agreed_library_id: facts.agreedLibraryId,
    agreed_with: facts.agreedWith,
    agreed_on: facts.agreedOn,
    note: facts.note,
  }
}
