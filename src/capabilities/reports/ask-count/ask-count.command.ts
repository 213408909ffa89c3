import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { hasJob } from '../../../platform/jobs/has-job.query.ts'
import { queueJob } from '../../../platform/jobs/queue-job.command.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { FiguresScope } from '../area.ts'
import { countJob, mostWaitingCounts } from '../asked-count.ts'
import type { CountedAreas } from '../find-counted-areas/find-counted-areas.query.ts'
import type { Narrowing } from '../narrowing.ts'
import { monthsOf, type Period } from '../period.ts'

/**
 * Has the worker count a combination of filters over more contacts than anybody waits for. Asked twice it is counted once; what
 * was counted before, or was given up, is counted anew.
 * @returns false when so many of this person's counts wait that this one is not taken
 */
export async function askCount(
  tx: WriteHandle,
  scope: FiguresScope,
  wish: { readonly areas: CountedAreas; readonly period: Period; readonly narrowing: Narrowing },
  now: Instant,
): Promise<boolean> {
  const { areas, period, narrowing } = wish
  // One person asks one thing at a time: then two clicks find each other's row.
  await sql`select pg_advisory_xact_lock(hashtext('balie ask count'), hashtext(${scope.accountId}))`.execute(
    tx,
  )
  await recordAudit(tx, scope, now, {
    action: 'reports.ask-count',
    subjectKind: 'area',
    subjectId: areas.keys.join(' '),
  })
  const waiting = await tx
    .selectFrom('reports.counts')
    .select(['id', isCountOf(wish).as('same')])
    .where('counted_at', 'is', null)
    .execute()
  const alive = []
  for (const count of waiting) if (await hasJob(tx, countJob, { countId: count.id })) alive.push(count)
  if (alive.some(({ same }) => same)) return true
  if (alive.length >= mostWaitingCounts) return false
  const { rows } = await sql<{ id: string }>`
    insert into reports.counts (id, account_id, level, keys, from_day, until_day, narrowing, asked_at, months)
    values (${uuidv7()}, ${scope.accountId}, ${areas.level}, ${areas.keys}::text[], ${period.from}, ${period.until},
      ${JSON.stringify(narrowing)}::jsonb, ${now.toString()}, ${monthsOf(period).length})
    on conflict on constraint counts_once do update
      set asked_at = excluded.asked_at, cells = '{}', months_done = 0, counted_at = null
    returning id`.execute(tx)
  await queueJob(tx, countJob, { countId: rows[0]?.id ?? '' })
  return true
}

const isCountOf = ({
  areas,
  period,
  narrowing,
}: {
  readonly areas: CountedAreas
  readonly period: Period
  readonly narrowing: Narrowing
}) =>
  sql<boolean>`(level = ${areas.level} and keys = ${areas.keys}::text[] and from_day = ${period.from}::date
    and until_day = ${period.until}::date and narrowing = ${JSON.stringify(narrowing)}::jsonb)`
