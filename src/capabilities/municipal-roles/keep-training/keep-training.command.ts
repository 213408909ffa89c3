import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { KeptOutcome, Versioned } from '../keeping.ts'
import { recordKept } from '../record-kept.ts'
import type { TrainingFacts } from '../training.ts'

const row = ({ givenBy, followers: _followers, ...facts }: TrainingFacts) => ({ ...facts, given_by: givenBy })

/** Adds a training with who followed it. The same id twice is one. */
export async function addTraining(
  tx: WriteHandle,
  scope: MunicipalityScope,
  municipalityCode: string,
  id: string,
  facts: TrainingFacts,
  now: Instant,
): Promise<KeptOutcome> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('municipal_roles.trainings')
    .values({ id, municipality_code: municipalityCode, ...row(facts), created_at: now.toString() })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows) await keepFollowers(tx, id, facts.followers)
  return recordKept(tx, scope, now, {
    action: 'municipal-roles.add-training',
    subjectKind: 'training',
    subjectId: id,
    rows: numInsertedOrUpdatedRows,
    details: { municipality: municipalityCode },
  })
}

/**
 * Changes a training, if nobody did so since `version`.
 * @param choosable the accounts that the form showed: who followed it and has no role any more stays on the list
 */
export async function changeTraining(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { id, version }: Versioned,
  facts: TrainingFacts,
  choosable: readonly string[],
  now: Instant,
): Promise<KeptOutcome> {
  const { numUpdatedRows } = await tx
    .updateTable('municipal_roles.trainings')
    .set((eb) => ({ ...row(facts), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows > 0n) {
    if (choosable.length > 0)
      await tx
        .deleteFrom('municipal_roles.training_followers')
        .where('training_id', '=', id)
        .where('account_id', 'in', choosable)
        .execute()
    await keepFollowers(tx, id, facts.followers)
  }
  return recordKept(tx, scope, now, {
    action: 'municipal-roles.change-training',
    subjectKind: 'training',
    subjectId: id,
    rows: numUpdatedRows,
  })
}

async function keepFollowers(
  tx: WriteHandle,
  trainingId: string,
  accountIds: readonly string[],
): Promise<void> {
  if (accountIds.length === 0) return
  await tx
    .insertInto('municipal_roles.training_followers')
    .values(accountIds.map((account_id) => ({ training_id: trainingId, account_id })))
    .execute()
}
