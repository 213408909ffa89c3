import type { DeskScope, LibraryScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { defaultCorrectionDays } from '../contact.ts'

/** For how many days after receipt a registration of the library may be corrected. */
export async function readCorrectionTerm(db: ReadHandle, scope: DeskScope | LibraryScope): Promise<number> {
  const term = await db
    .selectFrom('contacts.correction_terms')
    .select('days')
    .where('library_id', '=', scope.libraryId)
    .executeTakeFirst()
  return term?.days ?? defaultCorrectionDays
}
