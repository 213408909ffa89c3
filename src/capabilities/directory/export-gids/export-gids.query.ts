import type { PublicScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'

/** The entries of a library, or without one all that there are; those that ended are left out. */
export async function listOwnPartners(
  db: ReadHandle,
  _scope: PublicScope,
  libraryId: string | undefined,
): Promise<string[]> {
  let found = db.selectFrom('directory.partners').select('id').where('ended_on', 'is', null)
  if (libraryId) found = found.where('library_id', '=', libraryId)
  return (await found.orderBy('id').execute()).map(({ id }) => id)
}
