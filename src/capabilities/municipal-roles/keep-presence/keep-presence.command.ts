import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { PresenceFacts } from '../direction.ts'
import type { KeptOutcome, Versioned } from '../keeping.ts'
import { recordKept } from '../record-kept.ts'

const row = ({ deskId, fromDay, untilDay, ...facts }: PresenceFacts) => ({
  ...facts,
  desk_id: deskId,
  from_day: fromDay,
  until_day: untilDay,
})

/** Adds that officials are at a desk at fixed times. The same id twice is one. */
export async function addPresence(
  tx: WriteHandle,
  scope: MunicipalityScope,
  municipalityCode: string,
  id: string,
  facts: PresenceFacts,
  now: Instant,
): Promise<KeptOutcome> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('municipal_roles.presences')
    .values({ id, municipality_code: municipalityCode, ...row(facts), created_at: now.toString() })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return recordKept(tx, scope, now, {
    action: 'municipal-roles.add-presence',
    subjectKind: 'presence',
    subjectId: id,
    rows: numInsertedOrUpdatedRows,
    details: { municipality: municipalityCode },
  })
}

/** Changes a presence, if nobody did so since `version`. */
export async function changePresence(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { id, version }: Versioned,
  facts: PresenceFacts,
  now: Instant,
): Promise<KeptOutcome> {
  const { numUpdatedRows } = await tx
    .updateTable('municipal_roles.presences')
    .set((eb) => ({ ...row(facts), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return recordKept(tx, scope, now, {
    action: 'municipal-roles.change-presence',
    subjectKind: 'presence',
    subjectId: id,
    rows: numUpdatedRows,
  })
}
