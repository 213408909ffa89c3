import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findDesksToPayFor, findDeskVariants } from '../../desks/public.ts'
import type { AbsentKind, Presence, PresenceKind, Priority, PriorityKind } from '../direction.ts'

/** Groups and services that come first in these municipalities, by kind and name. */
export async function findPriorities(
  db: ReadHandle,
  _scope: Scope,
  municipalityCodes: readonly string[],
): Promise<Priority[]> {
  if (municipalityCodes.length === 0) return []
  const rows = await db
    .selectFrom('municipal_roles.priorities')
    .select([
      'id',
      'municipality_code as municipalityCode',
      'kind',
      'name',
      'why',
      'from_day as fromDay',
      'until_day as untilDay',
      'version',
    ])
    .where('municipality_code', 'in', municipalityCodes)
    .orderBy('kind')
    .orderBy('name')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as PriorityKind }))
}

/** Officials at desks for these municipalities, by function or department. */
export async function findPresences(
  db: ReadHandle,
  _scope: Scope,
  municipalityCodes: readonly string[],
): Promise<Presence[]> {
  if (municipalityCodes.length === 0) return []
  const rows = await db
    .selectFrom('municipal_roles.presences')
    .select([
      'id',
      'municipality_code as municipalityCode',
      'desk_id as deskId',
      'kind',
      'who',
      'times',
      'from_day as fromDay',
      'until_day as untilDay',
      'version',
    ])
    .where('municipality_code', 'in', municipalityCodes)
    .orderBy('who')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as PresenceKind }))
}

/** The kinds of organisations of which somebody noted that they are not here. */
export async function findAbsentKinds(
  db: ReadHandle,
  _scope: Scope,
  municipalityCode: string,
): Promise<AbsentKind[]> {
  return db
    .selectFrom('municipal_roles.absent_kinds')
    .select(['kind', 'reason', 'version'])
    .where('municipality_code', '=', municipalityCode)
    .where('withdrawn_at', 'is', null)
    .execute()
}

/** A desk that stands in a municipality, or that it pays for. */
export interface DeskMet {
  readonly id: string
  readonly name: string
  readonly libraryId: string
  readonly municipalityCode: string
  /** A part of a broader information point (Ontwikkelplein). */
  readonly isBroad: boolean
}

/** The open desks that stand in a municipality or that it pays for, by name. */
export async function findDesksMet(
  db: ReadHandle,
  scope: Scope,
  municipalityCode: string,
): Promise<DeskMet[]> {
  const desks = (await findDesksToPayFor(db, scope, [municipalityCode], [])).filter(({ active }) => active)
  const variants = await findDeskVariants(
    db,
    scope,
    desks.map(({ id }) => id),
  )
  return desks.map(({ id, name, libraryId, municipalityCode: stands }) => ({
    id,
    name,
    libraryId,
    municipalityCode: stands,
    isBroad: variants.get(id) === 'broad',
  }))
}
