import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { DeskKind } from '../desk.ts'
import type { DeskHours } from '../opening-hours.ts'
import { findHours, noHours } from '../read-hours/read-hours.query.ts'

/** Which desks: those of a library, those that stand in these municipalities, a desk with its children, or all. */
export type WhichDesks =
  | { readonly libraryId: string }
  | { readonly municipalityCodes: readonly string[] }
  | { readonly motherDeskId: string }
  | 'all'

export interface DeskWithHours {
  readonly id: string
  /** By which its public address knows it. */
  readonly code: string
  readonly name: string
  readonly kind: DeskKind
  readonly hours: DeskHours
}

/**
 * The desks that are open to visitors with their hours, by name. A desk that moves stands in its own municipality.
 * @param since leaves out the hours that ended before this local day
 */
export async function findDesksWithHours(
  db: ReadHandle,
  scope: Scope,
  which: WhichDesks,
  since: string,
): Promise<DeskWithHours[]> {
  let desks = db
    .selectFrom('desks.desks')
    .select(['id', 'code', 'name', 'kind'])
    .where('active', '=', true)
    .orderBy('name')
    .orderBy('id')
  if (which !== 'all') {
    if ('libraryId' in which) desks = desks.where('library_id', '=', which.libraryId)
    else if ('motherDeskId' in which) {
      const { motherDeskId } = which
      desks = desks.where((eb) =>
        eb.or([eb('id', '=', motherDeskId), eb('mother_desk_id', '=', motherDeskId)]),
      )
    } else {
      if (which.municipalityCodes.length === 0) return []
      desks = desks.where('municipality_code', 'in', which.municipalityCodes)
    }
  }
  const rows = await desks.execute()
  const hours = await findHours(
    db,
    scope,
    rows.map(({ id }) => id),
    since,
  )
  return rows.map((row) => ({ ...row, kind: row.kind as DeskKind, hours: hours.get(row.id) ?? noHours }))
}
