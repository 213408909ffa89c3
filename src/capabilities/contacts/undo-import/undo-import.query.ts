import { sql } from 'kysely'
import type { LibraryScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'

/** How many contacts of an import stand, and how many of them were corrected since. */
export async function countImported(
  db: ReadHandle,
  _scope: LibraryScope,
  importId: string,
): Promise<{ contacts: number; corrected: number }> {
  const { rows } = await sql<{ contacts: number; corrected: number }>`
    select count(*)::integer as contacts, count(*) filter (where revision > 1)::integer as corrected
    from contacts.contacts where import_id = ${importId}::uuid and deleted_at is null`.execute(db)
  return rows[0] ?? { contacts: 0, corrected: 0 }
}
