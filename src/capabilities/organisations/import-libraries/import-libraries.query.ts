import type { NationalScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { KnownLibrary } from '../library-plan.ts'

/** All libraries with their working areas, to compare a file with. */
export async function findKnownLibraries(db: ReadHandle, _scope: NationalScope): Promise<KnownLibrary[]> {
  const libraries = await db
    .selectFrom('organisations.organisations')
    .select(['id', 'name', 'isil_code as isil', 'active'])
    .where('kind', '=', 'library')
    .execute()
  const areas = await db
    .selectFrom('organisations.library_municipalities')
    .select(['library_id as libraryId', 'municipality_code as code'])
    .orderBy('municipality_code')
    .execute()
  const byLibrary = new Map<string, string[]>()
  for (const { libraryId, code } of areas)
    byLibrary.set(libraryId, [...(byLibrary.get(libraryId) ?? []), code])
  return libraries.map((library) => ({ ...library, municipalities: byLibrary.get(library.id) ?? [] }))
}
