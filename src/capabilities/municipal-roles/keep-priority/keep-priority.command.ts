import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { PriorityFacts } from '../direction.ts'
import type { KeptOutcome, Versioned } from '../keeping.ts'
import { recordKept } from '../record-kept.ts'

const row = ({ fromDay, untilDay, ...facts }: PriorityFacts) => ({
  ...facts,
  from_day: fromDay,
  until_day: untilDay,
})

/** Adds a group or a service that comes first. The same id twice is one. */
export async function addPriority(
  tx: WriteHandle,
  scope: MunicipalityScope,
  municipalityCode: string,
  id: string,
  facts: PriorityFacts,
  now: Instant,
): Promise<KeptOutcome> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('municipal_roles.priorities')
    .values({ id, municipality_code: municipalityCode, ...row(facts), created_at: now.toString() })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return recordKept(tx, scope, now, {
    action: 'municipal-roles.add-priority',
    subjectKind: 'priority',
    subjectId: id,
    rows: numInsertedOrUpdatedRows,
    details: { municipality: municipalityCode },
  })
}

/** Changes a priority, if nobody did so since `version`. */
export async function changePriority(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { id, version }: Versioned,
  facts: PriorityFacts,
  now: Instant,
): Promise<KeptOutcome> {
  const { numUpdatedRows } = await tx
    .updateTable('municipal_roles.priorities')
    .set((eb) => ({ ...row(facts), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return recordKept(tx, scope, now, {
    action: 'municipal-roles.change-priority',
    subjectKind: 'priority',
    subjectId: id,
    rows: numUpdatedRows,
  })
}
