import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'

/** A file of an activity with what is in it; undefined when it is not there, or was taken away. */
export async function readActivityFile(
  db: ReadHandle,
  _scope: MunicipalityScope,
  activityId: string,
  id: string,
): Promise<{ fileName: string; mediaType: string; content: Uint8Array } | undefined> {
  return db
    .selectFrom('municipal_roles.activity_files')
    .select(['file_name as fileName', 'media_type as mediaType', 'content'])
    .where('id', '=', id)
    .where('activity_id', '=', activityId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
}
