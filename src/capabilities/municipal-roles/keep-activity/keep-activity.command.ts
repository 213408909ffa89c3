import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { ActivityFacts } from '../activity.ts'
import type { KeptOutcome, Versioned } from '../keeping.ts'
import { recordKept } from '../record-kept.ts'

const row = ({ name, channel, startsOn, endsOn, audience, reached, costCents, note }: ActivityFacts) => ({
  name,
  channel,
  starts_on: startsOn,
  ends_on: endsOn,
  audience,
  reached,
  cost_cents: costCents,
  note,
})

/** Adds what was done to make the desks known. The same id twice is one. */
export async function addActivity(
  tx: WriteHandle,
  scope: MunicipalityScope,
  municipalityCode: string,
  id: string,
  facts: ActivityFacts,
  now: Instant,
): Promise<KeptOutcome> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('municipal_roles.activities')
    .values({ id, municipality_code: municipalityCode, ...row(facts), created_at: now.toString() })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  const kept = await recordKept(tx, scope, now, {
    action: 'municipal-roles.add-activity',
    subjectKind: 'promotion-activity',
    subjectId: id,
    rows: numInsertedOrUpdatedRows,
    details: { municipality: municipalityCode },
  })
  if (kept === 'kept') await keepParts(tx, id, facts)
  return kept
}

/** Changes an activity, if nobody did so since `version`. */
export async function changeActivity(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { id, version }: Versioned,
  facts: ActivityFacts,
  now: Instant,
): Promise<KeptOutcome> {
  const { numUpdatedRows } = await tx
    .updateTable('municipal_roles.activities')
    .set((eb) => ({ ...row(facts), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  const kept = await recordKept(tx, scope, now, {
    action: 'municipal-roles.change-activity',
    subjectKind: 'promotion-activity',
    subjectId: id,
    rows: numUpdatedRows,
  })
  if (kept === 'kept') await keepParts(tx, id, facts)
  return kept
}

async function keepParts(tx: WriteHandle, id: string, { deskIds, materials }: ActivityFacts): Promise<void> {
  await tx.deleteFrom('municipal_roles.activity_desks').where('activity_id', '=', id).execute()
  await tx.deleteFrom('municipal_roles.activity_materials').where('activity_id', '=', id).execute()
  if (deskIds.length > 0)
    await tx
      .insertInto('municipal_roles.activity_desks')
      .values(deskIds.map((desk_id) => ({ activity_id: id, desk_id })))
      .execute()
  if (materials.length > 0)
    await tx
      .insertInto('municipal_roles.activity_materials')
      .values(materials.map((material, position) => ({ activity_id: id, position, ...material })))
      .execute()
}
