import type { JobScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findMailAddress } from '../../people/public.ts'

/** Where a mail of the directory goes, if it still may; asked right before it does. */
export async function findMailGoal(
  db: ReadHandle,
  scope: JobScope,
  { purpose, subjectId }: { readonly purpose: string; readonly subjectId: string },
): Promise<string | undefined> {
  if (purpose === 'directory.keep') return findMailAddress(db, scope, subjectId)
  if (purpose !== 'directory.confirm') return undefined
  const row = await db
    .selectFrom('directory.partners')
    .select('email')
    .where('id', '=', subjectId)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return row?.email ?? undefined
}
