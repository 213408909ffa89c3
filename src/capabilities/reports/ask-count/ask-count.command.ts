import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { queueJob } from '../../../platform/jobs/queue-job.command.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { FiguresScope } from '../area.ts'
import type { CountedAreas } from '../find-counted-areas/find-counted-areas.query.ts'
import type { Narrowing } from '../narrowing.ts'
import { monthsOf, type Period } from '../period.ts'

export const countJob = 'reports.count-many'

/**
 * Has the worker count a combination of filters over more contacts than anybody waits for. Asked twice it is counted once; what
 * was counted before is counted anew.
 */
export async function askCount(
  tx: WriteHandle,
  scope: FiguresScope,
  wish: { readonly areas: CountedAreas; readonly period: Period; readonly narrowing: Narrowing },
  now: Instant,
): Promise<void> {
  const { areas, period, narrowing } = wish
  const { rows } = await sql<{ id: string }>`
    insert into reports.counts (id, account_id, level, keys, from_day, until_day, narrowing, asked_at, months)
    values (${uuidv7()}, ${scope.accountId}, ${areas.level}, ${areas.keys}::text[], ${period.from}, ${period.until},
      ${JSON.stringify(narrowing)}::jsonb, ${now.toString()}, ${monthsOf(period).length})
    on conflict on constraint counts_once do update
      set asked_at = excluded.asked_at, cells = '{}', months_done = 0, counted_at = null
      where counts.counted_at is not null
    returning id`.execute(tx)
  const id = rows[0]?.id
  if (id) await queueJob(tx, countJob, { countId: id })
  await recordAudit(tx, scope, now, {
    action: 'reports.ask-count',
    subjectKind: 'area',
    subjectId: areas.keys.join(' '),
  })
}
