import { sql } from 'kysely'
import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { PolicyArea } from '../../directory/public.ts'
import { findOrganisations, type Organisation } from '../../organisations/public.ts'
import type { PolicyContact, Talk } from '../talk.ts'

/** Whom to speak with in these municipalities on policy areas, by name; also who is that no more. */
export async function findPolicyContacts(
  db: ReadHandle,
  _scope: Scope,
  municipalityCodes: readonly string[],
): Promise<PolicyContact[]> {
  if (municipalityCodes.length === 0) return []
  const rows = await db
    .selectFrom('municipal_roles.policy_contacts')
    .select([
      'id',
      'municipality_code as municipalityCode',
      'area',
      'job_title as jobTitle',
      'name',
      'email',
      'phone',
      'until_day as untilDay',
      'version',
    ])
    .where('municipality_code', 'in', municipalityCodes)
    .orderBy('name')
    .execute()
  return rows.map((row) => ({ ...row, area: row.area as PolicyArea }))
}

/** The three-party talks of these municipalities that the scope may see, the latest first; the notes are empty for a library. */
export async function findTalks(
  db: ReadHandle,
  _scope: Scope,
  municipalityCodes: readonly string[],
): Promise<Talk[]> {
  if (municipalityCodes.length === 0) return []
  const rows = await db
    .selectFrom('municipal_roles.talks')
    .leftJoin('municipal_roles.talk_notes', 'talk_id', 'id')
    .select([
      'id',
      'municipality_code as municipalityCode',
      'area',
      'library_id as libraryId',
      'day',
      'starts',
      'place',
      'participants',
      'agenda',
      sql<string>`coalesce(notes, '')`.as('notes'),
      'agreed',
      'cancelled',
      'version',
    ])
    .where('municipality_code', 'in', municipalityCodes)
    .orderBy('day', 'desc')
    .orderBy('starts', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, area: row.area as PolicyArea }))
}

/** The libraries that serve these municipalities, have a desk there, or have one that they pay for; by name. */
export async function findLibrariesMet(
  db: ReadHandle,
  scope: Scope,
  municipalityCodes: readonly string[],
): Promise<Organisation[]> {
  const { rows } = await sql<{
    ids: string[]
  }>`select municipal_roles.libraries_of(${municipalityCodes}::text[]) as ids`.execute(db)
  const found = await findOrganisations(db, scope, rows[0]?.ids ?? [])
  return found.toSorted((one, other) => one.name.localeCompare(other.name, 'nl'))
}
