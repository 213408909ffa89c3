import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findReferrers, type Referrer } from '../../people/public.ts'
import type { Training } from '../training.ts'

/** The trainings of a municipality with who followed them, the latest first. */
export async function findTrainings(
  db: ReadHandle,
  _scope: MunicipalityScope,
  municipalityCode: string,
): Promise<Training[]> {
  const rows = await db
    .selectFrom('municipal_roles.trainings')
    .select(['id', 'day', 'given_by as givenBy', 'department', 'others', 'note', 'cancelled', 'version'])
    .where('municipality_code', '=', municipalityCode)
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .execute()
  if (rows.length === 0) return []
  const followers = await db
    .selectFrom('municipal_roles.training_followers')
    .select(['training_id as trainingId', 'account_id as accountId'])
    .where(
      'training_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  return rows.map((row) => ({
    ...row,
    followers: followers.filter(({ trainingId }) => trainingId === row.id).map(({ accountId }) => accountId),
  }))
}

/** Who refers people at the counters of one municipality today, by name. */
export async function findReferrersOf(
  db: ReadHandle,
  scope: MunicipalityScope,
  municipalityCode: string,
  today: string,
): Promise<Referrer[]> {
  return (await findReferrers(db, scope, today)).filter((each) => each.municipalityCode === municipalityCode)
}
