import { sql } from 'kysely'
import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle, WriteHandle } from '../../../platform/database/handle.ts'
import type { DeskFacts, DeskKind, DeskVariant } from '../desk.ts'

/** A desk with all that stands about it. */
export interface DeskDetails extends DeskFacts {
  readonly id: string
  readonly libraryId: string
  /** By which its public address knows it. */
  readonly code: string
  readonly active: boolean
  readonly closedOn: string | null
  /** Where its visitors go since it closed. */
  readonly successor: string | null
}

/** The desks of these libraries with all that stands about them, by name. */
export async function findDesksOfLibraries(
  db: ReadHandle,
  _scope: AdministrationScope,
  libraryIds: readonly string[],
): Promise<DeskDetails[]> {
  if (libraryIds.length === 0) return []
  const rows = await detailsFrom(db).where('library_id', 'in', libraryIds).orderBy('name').execute()
  return rows.map(detailsOf)
}

/** One desk within the scope. */
export async function findDeskDetails(
  db: ReadHandle,
  scope: AdministrationScope,
  id: string,
): Promise<DeskDetails | undefined> {
  let query = detailsFrom(db).where('id', '=', id)
  if (scope.kind === 'library') query = query.where('library_id', '=', scope.libraryId)
  const row = await query.executeTakeFirst()
  return row && detailsOf(row)
}

/** The same, held until the end of the transaction, so that nobody changes it meanwhile. */
export async function holdDesk(
  tx: WriteHandle,
  _scope: AdministrationScope,
  id: string,
): Promise<DeskDetails | undefined> {
  const held = await tx
    .selectFrom('desks.desks')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!held) return undefined
  // Only now: what is read in one go with the holding would tell who paid before it was waited for.
  const row = await detailsFrom(tx).where('id', '=', id).executeTakeFirst()
  return row && detailsOf(row)
}

/**
 * The desks that can be the mother of one desk (or of a new one): of the same library, open, and without a mother of
 * their own, so that there is one level and no circle. None when the desk is a mother itself.
 */
export function possibleMothers(desks: readonly DeskDetails[], deskId?: string): DeskDetails[] {
  if (deskId && desks.some((desk) => desk.mother === deskId)) return []
  return desks.filter((desk) => desk.active && desk.mother === null && desk.id !== deskId)
}

/** Names of desks by id, open or closed. */
export async function findDeskNames(
  db: ReadHandle,
  _scope: AdministrationScope,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('desks.desks').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

function detailsFrom(db: ReadHandle) {
  return db
    .selectFrom('desks.desks')
    .select([
      'id',
      'library_id as libraryId',
      'code',
      'name',
      'kind',
      'municipality_code as municipality',
      'mother_desk_id as mother',
      'street',
      'house_number as houseNumber',
      'postcode',
      'town',
      'latitude',
      'longitude',
      'located_by as locatedBy',
      'host',
      'phone',
      'email',
      'website',
      'step_free as stepFree',
      'hearing_loop as hearingLoop',
      'private_room as privateRoom',
      'languages',
      'variant',
      'by_appointment as byAppointment',
      'employees',
      'volunteers',
      'partner_staff as partnerStaff',
      'note',
      'active',
      'closed_on as closedOn',
      'successor_desk_id as successor',
      sql<
        string[]
      >`array(select municipality_code from desks.financiers where desk_id = desks.desks.id order by 1)`.as(
        'financiers',
      ),
    ])
}

type DeskRow = Awaited<ReturnType<ReturnType<typeof detailsFrom>['execute']>>[number]

function detailsOf({ latitude, longitude, locatedBy, ...row }: DeskRow): DeskDetails {
  const given = locatedBy === 'address' && latitude !== null && longitude !== null
  return {
    ...row,
    kind: row.kind as DeskKind,
    variant: row.variant as DeskVariant,
    point: given ? { latitude, longitude } : null,
  }
}
