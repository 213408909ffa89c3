import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { DeskKind } from '../desk.ts'

export interface DeskDetails {
  readonly id: string
  readonly libraryId: string
  readonly name: string
  readonly kind: DeskKind
  readonly municipality: string
  readonly mother: string | null
  readonly street: string | null
  readonly houseNumber: string | null
  readonly postcode: string | null
  readonly town: string | null
  readonly active: boolean
}

/** The desks of these libraries with all that stands about them, by name. */
export async function findDesksOfLibraries(
  db: ReadHandle,
  _scope: AdministrationScope,
  libraryIds: readonly string[],
): Promise<DeskDetails[]> {
  if (libraryIds.length === 0) return []
  const rows = await detailsFrom(db).where('library_id', 'in', libraryIds).orderBy('name').execute()
  return rows as DeskDetails[]
}

/** One desk within the scope. */
export async function findDeskDetails(
  db: ReadHandle,
  scope: AdministrationScope,
  id: string,
): Promise<DeskDetails | undefined> {
  let query = detailsFrom(db).where('id', '=', id)
  if (scope.kind === 'library') query = query.where('library_id', '=', scope.libraryId)
  return (await query.executeTakeFirst()) as DeskDetails | undefined
}

/**
 * The desks that can be the mother of one desk (or of a new one): of the same library, open, and without a mother of
 * their own, so that there is one level and no circle. None when the desk is a mother itself.
 */
export function possibleMothers(desks: readonly DeskDetails[], deskId?: string): DeskDetails[] {
  if (deskId && desks.some((desk) => desk.mother === deskId)) return []
  return desks.filter((desk) => desk.active && desk.mother === null && desk.id !== deskId)
}

export interface Place {
  readonly id: string
  readonly name: string
  readonly municipality: string
}

/** The places where a desk can stand now, by name. */
export async function findPlaces(
  db: ReadHandle,
  _scope: AdministrationScope,
  deskId: string,
): Promise<Place[]> {
  return db
    .selectFrom('desks.places')
    .select(['id', 'name', 'municipality_code as municipality'])
    .where('desk_id', '=', deskId)
    .where('active', '=', true)
    .orderBy('name')
    .execute()
}

function detailsFrom(db: ReadHandle) {
  return db
    .selectFrom('desks.desks')
    .select([
      'id',
      'library_id as libraryId',
      'name',
      'kind',
      'municipality_code as municipality',
      'mother_desk_id as mother',
      'street',
      'house_number as houseNumber',
      'postcode',
      'town',
      'active',
    ])
}
