import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findDesks } from '../../desks/public.ts'
import type { Activity, Channel } from '../activity.ts'

/** What a municipality did to make the desks known, the latest first; what was taken away is left out. */
export async function findActivities(
  db: ReadHandle,
  scope: MunicipalityScope,
  municipalityCode: string,
): Promise<Activity[]> {
  const rows = await db
    .selectFrom('municipal_roles.activities')
    .select([
      'id',
      'name',
      'channel',
      'starts_on as startsOn',
      'ends_on as endsOn',
      'audience',
      'reached',
      'cost_cents as costCents',
      'note',
      'version',
    ])
    .where('municipality_code', '=', municipalityCode)
    .where('removed_at', 'is', null)
    .orderBy('starts_on', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const chosen = await db
    .selectFrom('municipal_roles.activity_desks')
    .select(['activity_id as activityId', 'desk_id as deskId'])
    .where('activity_id', 'in', ids)
    .execute()
  const materials = await db
    .selectFrom('municipal_roles.activity_materials')
    .select(['activity_id as activityId', 'name', 'copies'])
    .where('activity_id', 'in', ids)
    .orderBy('position')
    .execute()
  const files = await db
    .selectFrom('municipal_roles.activity_files')
    .select(['id', 'activity_id as activityId', 'file_name as fileName'])
    .where('activity_id', 'in', ids)
    .where('removed_at', 'is', null)
    .orderBy('added_at')
    .execute()
  const desks = await findDesks(db, scope, [...new Set(chosen.map(({ deskId }) => deskId))])
  return rows.map(({ costCents, ...row }) => {
    const own = chosen.filter(({ activityId }) => activityId === row.id).map(({ deskId }) => deskId)
    const ofIt = <Part extends { readonly activityId: string }>(parts: readonly Part[]): Part[] =>
      parts.filter(({ activityId }) => activityId === row.id)
    return {
      ...row,
      channel: row.channel as Channel,
      // A bigint comes as text: amounts stay far below what a number holds.
      costCents: costCents === null ? null : Number(costCents),
      deskIds: own,
      deskNames: desks.filter(({ id }) => own.includes(id)).map(({ name }) => name),
      materials: ofIt(materials).map(({ name, copies }) => ({ name, copies })),
      files: ofIt(files).map(({ id, fileName }) => ({ id, fileName })),
    }
  })
}
