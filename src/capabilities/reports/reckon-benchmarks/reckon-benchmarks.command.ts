import { sql } from 'kysely'
import type { JobScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { firstDayOf } from '../../../platform/time/local-month.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { type Benchmark, type Network, reckonBenchmarks } from '../benchmark.ts'

/**
 * Compares all areas with each other over the twelve months up to this one (2026-10) and keeps that: rows that came out the
 * same keep their moment, earlier months stay as they were. Two at once wait for each other. The work of a machine on what was
 * recorded already, so without an audit line.
 * @returns how many rows became different
 */
export async function keepBenchmarks(
  tx: WriteHandle,
  _scope: JobScope,
  network: Network,
  untilMonth: string,
  now: Instant,
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('balie reckon benchmarks'))`.execute(tx)
  const rows = JSON.stringify(reckonBenchmarks(network).map(rowOf))
  const until = firstDayOf(untilMonth)
  const { rows: changed } = await sql`
    with fresh as materialized (
      select * from jsonb_to_recordset(${rows}::jsonb) as row (level text, key text, measure text, months smallint, value float8, base int,
        all_average float8, all_count int, peers_average float8, peers_count int, peer_traits jsonb, rank_from int, rank_until int, rank_of int)
    ), gone as (
      delete from reports.benchmarks as old where old.until_month = ${until}
        -- Not by 'not exists': nobody knows how many rows are fresh, and each old one would be looked up among all of them.
        and (old.level, old.key, old.measure) not in (select level, key, measure from fresh)
      returning old.key
    ), kept as (
      insert into reports.benchmarks as old (level, key, until_month, measure, months, value, base, all_average, all_count, peers_average,
        peers_count, peer_traits, rank_from, rank_until, rank_of, reckoned_at)
      select level, key, ${until}, measure, months, value, base, all_average, all_count, peers_average, peers_count, peer_traits,
        rank_from, rank_until, rank_of, ${now.toString()}::timestamptz
      from fresh
      on conflict (level, key, until_month, measure) do update set months = excluded.months, value = excluded.value,
        base = excluded.base, all_average = excluded.all_average, all_count = excluded.all_count,
        peers_average = excluded.peers_average, peers_count = excluded.peers_count, peer_traits = excluded.peer_traits,
        rank_from = excluded.rank_from, rank_until = excluded.rank_until, rank_of = excluded.rank_of, reckoned_at = excluded.reckoned_at
      where (old.months, old.value, old.base, old.all_average, old.all_count, old.peers_average, old.peers_count, old.peer_traits,
          old.rank_from, old.rank_until, old.rank_of)
        is distinct from (excluded.months, excluded.value, excluded.base, excluded.all_average, excluded.all_count,
          excluded.peers_average, excluded.peers_count, excluded.peer_traits, excluded.rank_from, excluded.rank_until, excluded.rank_of)
      returning key
    )
    select key from kept union all select key from gone`.execute(tx)
  return changed.length
}

const rowOf = ({ level, key, measure, months, value, base, all, peers, rank }: Benchmark) => ({
  level,
  key,
  measure,
  months,
  value,
  base,
  all_average: all?.average ?? null,
  all_count: all?.count ?? null,
  peers_average: peers?.average ?? null,
  peers_count: peers?.count ?? null,
  peer_traits: peers?.traits ?? null,
  rank_from: rank?.from ?? null,
  rank_until: rank?.until ?? null,
  rank_of: rank?.of ?? null,
})
