import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { type FormDefinition, formOn } from '../form-definition.ts'
import type { ListSnapshot } from '../list-snapshot.ts'

/**
 * The form that a library uses on the day of the snapshot; undefined only for a day before the first form. A scope that may not see
 * the library's choice (another library, the public) gets the newest form, as if nothing was chosen.
 */
export async function findLibraryForm(
  db: ReadHandle,
  _scope: Scope,
  libraryId: string,
  lists: ListSnapshot,
): Promise<FormDefinition | undefined> {
  const choices = await db
    .selectFrom('lists.library_forms')
    .select(['form_code as formCode', 'valid_from as validFrom'])
    .where('library_id', '=', libraryId)
    .execute()
  return formOn(lists.forms, choices, lists.day)
}
