import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { ContactPerson, Placing } from '../contact-person.ts'

/** Of whom: of municipalities, or of libraries with their desks. */
export type ContactsWanted =
  | { readonly municipalityCodes: readonly string[] }
  | { readonly libraryIds: readonly string[] }

/** The contact persons of municipalities or libraries that the scope may know, the latest first; also who is that no more. */
export async function findContactPersons(
  db: ReadHandle,
  _scope: Scope,
  wanted: ContactsWanted,
): Promise<ContactPerson[]> {
  const keys = 'libraryIds' in wanted ? wanted.libraryIds : wanted.municipalityCodes
  if (keys.length === 0) return []
  const rows = await db
    .selectFrom('municipal_roles.contact_persons')
    .select([
      'id',
      'municipality_code as municipalityCode',
      'library_id as libraryId',
      'desk_id as deskId',
      'deputy',
      'placed',
      'department',
      'job_title as jobTitle',
      'name',
      'email',
      'phone',
      'from_day as fromDay',
      'until_day as untilDay',
      'version',
    ])
    .where('libraryIds' in wanted ? 'library_id' : 'municipality_code', 'in', keys)
    .orderBy('from_day', 'desc')
    .orderBy('name')
    .execute()
  return rows.map((row) => ({ ...row, placed: row.placed as Placing | null }))
}

/** What was passed on, by the id of who it was passed on to. */
export async function findHandOvers(
  db: ReadHandle,
  _scope: Scope,
  successorIds: readonly string[],
): Promise<Map<string, string>> {
  if (successorIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('municipal_roles.hand_overs')
    .select(['successor_id as successorId', 'note'])
    .where('successor_id', 'in', successorIds)
    .execute()
  return new Map(rows.map(({ successorId, note }) => [successorId, note]))
}
