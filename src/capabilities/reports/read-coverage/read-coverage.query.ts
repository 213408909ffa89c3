import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { Coverage, CoverageLevel } from '../coverage.ts'

export interface KeptCoverage extends Coverage {
  /** Since when it is so. */
  readonly since: Instant
}

/** The reach of all areas as it was reckoned last, the nation first; nothing before the worker has begun. */
export async function readCoverage(db: ReadHandle, _scope: Scope): Promise<KeptCoverage[]> {
  const rows = await db.selectFrom('reports.coverage').selectAll().orderBy('level').orderBy('key').execute()
  const order: readonly string[] = ['nation', 'province', 'municipality']
  return rows
    .map((row) => ({
      level: row.level as CoverageLevel,
      key: row.key,
      inhabitants: row.inhabitants,
      within: { 2: row.within_2_km, 5: row.within_5_km, 10: row.within_10_km },
      withinOrStop: row.within_5_km_with_stops,
      desks: row.desks,
      desksWithoutPoint: row.desks_without_point,
      stops: row.stops,
      nearest:
        row.nearest_desk_id && row.nearest_metres !== null
          ? { deskId: row.nearest_desk_id, metres: row.nearest_metres }
          : undefined,
      since: row.since as Instant,
    }))
    .sort((one, other) => order.indexOf(one.level) - order.indexOf(other.level))
}
