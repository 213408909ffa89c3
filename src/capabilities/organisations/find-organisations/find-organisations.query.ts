import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Organisation, OrganisationKind } from '../organisation.ts'

/** The organisations with these ids; those that do not exist are left out. */
export async function findOrganisations(
  db: ReadHandle,
  _scope: Scope,
  ids: readonly string[],
): Promise<Organisation[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('organisations.organisations')
    .select([
      'id',
      'kind',
      'name',
      'isil_code as isil',
      'municipality_code as municipalityCode',
      'made_up as madeUp',
    ])
    .where('id', 'in', ids)
    .execute()
  return rows as Organisation[]
}

/** The organisations of these kinds that are in use, by name: to choose from. */
export async function findOrganisationsOfKinds(
  db: ReadHandle,
  _scope: Scope,
  kinds: readonly OrganisationKind[],
): Promise<Organisation[]> {
  const rows = await db
    .selectFrom('organisations.organisations')
    .select([
      'id',
      'kind',
      'name',
      'isil_code as isil',
      'municipality_code as municipalityCode',
      'made_up as madeUp',
    ])
    .where('kind', 'in', kinds)
    .where('active', '=', true)
    .orderBy('name')
    .execute()
  return rows as Organisation[]
}
