import type { LibraryScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { FormChoice } from '../form-definition.ts'

/** What a library chose, the last first. */
export async function findFormChoices(db: ReadHandle, scope: LibraryScope): Promise<FormChoice[]> {
  return db
    .selectFrom('lists.library_forms')
    .select(['form_code as formCode', 'valid_from as validFrom'])
    .where('library_id', '=', scope.libraryId)
    .orderBy('valid_from', 'desc')
    .execute()
}
