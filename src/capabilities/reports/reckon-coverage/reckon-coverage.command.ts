import { sql } from 'kysely'
import type { JobScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { type Coverage, reckonCoverage } from '../coverage.ts'
import type { Ground } from '../find-ground/find-ground.query.ts'

/**
 * Reckons the reach of all desks anew and keeps it: rows that came out the same keep their moment. Two at once wait for
 * each other. The work of a machine on what was recorded already, so without an audit line.
 * @returns how many rows became different
 */
export async function keepCoverage(
  tx: WriteHandle,
  _scope: JobScope,
  ground: Ground,
  now: Instant,
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('balie reckon coverage'))`.execute(tx)
  const rows = JSON.stringify(reckonCoverage(ground).map(rowOf))
  const { rows: changed } = await sql`
    with fresh as (
      select * from jsonb_to_recordset(${rows}::jsonb) as row (level text, key text, inhabitants int, within_2_km int, within_5_km int,
        within_10_km int, within_5_km_with_stops int, desks int, desks_without_point int, stops int, nearest_desk_id uuid, nearest_metres int)
    ), gone as (
      delete from reports.coverage as old where not exists (select from fresh where fresh.level = old.level and fresh.key = old.key)
      returning old.key
    ), kept as (
      insert into reports.coverage as old (level, key, inhabitants, within_2_km, within_5_km, within_10_km, within_5_km_with_stops,
        desks, desks_without_point, stops, nearest_desk_id, nearest_metres, since)
      select level, key, inhabitants, within_2_km, within_5_km, within_10_km, within_5_km_with_stops,
        desks, desks_without_point, stops, nearest_desk_id, nearest_metres, ${now.toString()}::timestamptz
      from fresh
      on conflict (level, key) do update set inhabitants = excluded.inhabitants, within_2_km = excluded.within_2_km,
        within_5_km = excluded.within_5_km, within_10_km = excluded.within_10_km,
        within_5_km_with_stops = excluded.within_5_km_with_stops, desks = excluded.desks,
        desks_without_point = excluded.desks_without_point, stops = excluded.stops,
        nearest_desk_id = excluded.nearest_desk_id, nearest_metres = excluded.nearest_metres, since = excluded.since
      where (old.inhabitants, old.within_2_km, old.within_5_km, old.within_10_km, old.within_5_km_with_stops, old.desks,
          old.desks_without_point, old.stops, old.nearest_desk_id, old.nearest_metres)
        is distinct from (excluded.inhabitants, excluded.within_2_km, excluded.within_5_km, excluded.within_10_km,
          excluded.within_5_km_with_stops, excluded.desks, excluded.desks_without_point, excluded.stops,
          excluded.nearest_desk_id, excluded.nearest_metres)
      returning key
    )
    select key from kept union all select key from gone`.execute(tx)
  return changed.length
}

const rowOf = (coverage: Coverage) => ({
  level: coverage.level,
  key: coverage.key,
  inhabitants: coverage.inhabitants,
  within_2_km: coverage.within[2],
  within_5_km: coverage.within[5],
  within_10_km: coverage.within[10],
  within_5_km_with_stops: coverage.withinOrStop,
  desks: coverage.desks,
  desks_without_point: coverage.desksWithoutPoint,
  stops: coverage.stops,
  nearest_desk_id: coverage.nearest?.deskId ?? null,
  nearest_metres: coverage.nearest?.metres ?? null,
})
