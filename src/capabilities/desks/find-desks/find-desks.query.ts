import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Desk, DeskVariant, KnownDesk } from '../desk.ts'

/** The ids of the desks that are in use, by library. */
export async function findDeskIdsOfLibraries(
  db: ReadHandle,
  _scope: Scope,
  libraryIds: readonly string[],
): Promise<Map<string, string[]>> {
  const byLibrary = new Map<string, string[]>()
  if (libraryIds.length === 0) return byLibrary
  const rows = await db
    .selectFrom('desks.desks')
    .select(['id', 'library_id as libraryId'])
    .where('library_id', 'in', libraryIds)
    .where('active', '=', true)
    .orderBy('name')
    .execute()
  for (const { id, libraryId } of rows) byLibrary.set(libraryId, [...(byLibrary.get(libraryId) ?? []), id])
  return byLibrary
}

/** Desks with the places they can stand at, by name. */
export async function findDesks(db: ReadHandle, _scope: Scope, ids: readonly string[]): Promise<Desk[]> {
  if (ids.length === 0) return []
  const desks = await db
    .selectFrom('desks.desks')
    .select(['id', 'library_id as libraryId', 'name', 'kind', 'municipality_code as municipalityCode'])
    .where('id', 'in', ids)
    .orderBy('name')
    .execute()
  const places = await db
    .selectFrom('desks.places')
    .select(['id', 'desk_id as deskId', 'name', 'municipality_code as municipalityCode'])
    .where('desk_id', 'in', ids)
    .where('active', '=', true)
    .orderBy('name')
    .execute()
  return desks.map((desk) => ({
    ...(desk as Omit<Desk, 'places'>),
    places: places
      .filter((place) => place.deskId === desk.id)
      .map(({ id, name, municipalityCode }) => ({ id, name, municipalityCode })),
  }))
}

/** All desks of a library, closed ones last: what happened at them stays of the library. */
export async function findDesksEver(db: ReadHandle, scope: Scope, libraryId: string): Promise<KnownDesk[]> {
  const rows = await db
    .selectFrom('desks.desks')
    .select(['id', 'active'])
    .where('library_id', '=', libraryId)
    .execute()
  const open = new Set(rows.flatMap(({ id, active }) => (active ? [id] : [])))
  const desks = await findDesks(
    db,
    scope,
    rows.map(({ id }) => id),
  )
  return desks
    .map((desk) => ({ ...desk, active: open.has(desk.id) }))
    .sort((one, other) => Number(other.active) - Number(one.active))
}

/** The desks that are not in a library, closed ones too: places of their own, pop-ups, a bus, the telephone. */
export async function findDesksOutsideLibraries(db: ReadHandle, _scope: Scope): Promise<string[]> {
  const rows = await db.selectFrom('desks.desks').select('id').where('kind', '<>', 'library').execute()
  return rows.map(({ id }) => id)
}

/** Which of these desks are a part of a broader information point (Ontwikkelplein), or something else, by id. */
export async function findDeskVariants(
  db: ReadHandle,
  _scope: Scope,
  ids: readonly string[],
): Promise<Map<string, DeskVariant>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('desks.desks').select(['id', 'variant']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, variant }) => [id, variant as DeskVariant]))
}
