import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { DeskKind } from '../desk.ts'

/** A desk that is open to visitors and stands in one place. */
export interface DeskPoint {
  readonly id: string
  /** By which its public address knows it. */
  readonly code: string
  readonly name: string
  readonly kind: DeskKind
  readonly library: string
  readonly municipality: string
  readonly postcode: string | null
  readonly latitude: number | null
  readonly longitude: number | null
}

/** Where one can walk up on every day that it is open; the others move, or have only a telephone. */
const standingKinds = ['library', 'fixed'] as const satisfies readonly DeskKind[]

/** All desks that stand somewhere, by id: not closed, not moving, not by telephone alone. */
export async function findDeskPoints(db: ReadHandle, _scope: Scope): Promise<DeskPoint[]> {
  const rows = await db
    .selectFrom('desks.desks')
    .select([
      'id',
      'code',
      'name',
      'kind',
      'library_id as library',
      'municipality_code as municipality',
      'postcode',
      'latitude',
      'longitude',
    ])
    .where('active', '=', true)
    .where('kind', 'in', [...standingKinds])
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as DeskKind }))
}

/** Where a desk will be beside its own address. */
export interface StopPoint {
  readonly municipality: string
  readonly postcode: string | null
  readonly latitude: number | null
  readonly longitude: number | null
}

/**
 * The places at which a desk of whatever kind will be: something for visitors is planned there, on `today` (2026-11-24) or
 * later, every week or once.
 */
export async function findStopPoints(db: ReadHandle, _scope: Scope, today: string): Promise<StopPoint[]> {
  return db
    .selectFrom('desks.places as place')
    .innerJoin('desks.desks as desk', 'desk.id', 'place.desk_id')
    .select([
      'place.municipality_code as municipality',
      'place.postcode',
      'place.latitude',
      'place.longitude',
    ])
    .where('place.active', '=', true)
    .where('desk.active', '=', true)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('desks.hours as hours')
          .leftJoin('desks.timetables as timetable', 'timetable.id', 'hours.timetable_id')
          .select('hours.id')
          .whereRef('hours.place_id', '=', 'place.id')
          .where('hours.kind', 'not in', ['staff', 'telephone'])
          .where('hours.cancelled_at', 'is', null)
          .where((which) =>
            which.or([
              which('hours.day', '>=', today),
              which.and([
                which('hours.day', 'is', null),
                which.or([
                  which('timetable.until_day', 'is', null),
                  which('timetable.until_day', '>', today),
                ]),
              ]),
            ]),
          ),
      ),
    )
    .orderBy('place.id')
    .execute()
}

/** A branch of a library without a desk, or with one that closed. */
export interface FreeBranch {
  readonly id: string
  readonly name: string
  readonly library: string
  readonly town: string | null
  readonly municipality: string
  readonly postcode: string | null
  readonly latitude: number | null
  readonly longitude: number | null
}

/** The branches without an open desk, by name: the first places to think of for a new one. */
export async function findFreeBranches(db: ReadHandle, _scope: Scope): Promise<FreeBranch[]> {
  return db
    .selectFrom('desks.branches as branch')
    .leftJoin('desks.desks as desk', (join) =>
      join.onRef('desk.id', '=', 'branch.desk_id').on('desk.active', '=', true),
    )
    .select([
      'branch.id',
      'branch.name',
      'branch.library_id as library',
      'branch.town',
      'branch.municipality_code as municipality',
      'branch.postcode',
      'branch.latitude',
      'branch.longitude',
    ])
    .where('branch.active', '=', true)
    .where('desk.id', 'is', null)
    .orderBy('branch.name')
    .execute()
}
