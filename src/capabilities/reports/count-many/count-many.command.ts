import { sql } from 'kysely'
import type { JobScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { countCells } from '../../contacts/public.ts'
import type { Narrowing } from '../narrowing.ts'
import { monthsOf, monthWithin } from '../period.ts'
import { resolveNarrowing } from '../resolve-narrowing/resolve-narrowing.query.ts'

/** So long after it was asked for a count is thrown away. */
const keptDays = 7

/**
 * Counts the next month of a count that was asked for. Each month in its own transaction: broken off it goes on where it was, and
 * who waits sees how far it is.
 * @returns whether there is more to do
 */
export async function countNextMonth(
  tx: WriteHandle,
  scope: JobScope,
  countId: string,
  now: Instant,
): Promise<boolean> {
  const count = await tx
    .selectFrom('reports.counts')
    .selectAll()
    .where('id', '=', countId)
    .forUpdate()
    .executeTakeFirst()
  if (!count || count.counted_at) return false
  const period = { from: count.from_day, until: count.until_day }
  const month = monthsOf(period)[count.months_done]
  if (month) {
    const narrowing = await resolveNarrowing(tx, scope, count.narrowing as Narrowing)
    const counted = await countCells(tx, scope, count, monthWithin(month, period), narrowing, true)
    const cells = JSON.stringify(Object.fromEntries(counted))
    await sql`update reports.counts set cells = cells || ${cells}::jsonb, months_done = months_done + 1 where id = ${countId}`.execute(
      tx,
    )
  }
  const isReady = count.months_done + 1 >= count.months
  if (isReady)
    await sql`update reports.counts set counted_at = ${now.toString()} where id = ${countId}`.execute(tx)
  return !isReady
}

/** Throws away the counts that were asked for long ago. */
export async function forgetOldCounts(tx: WriteHandle, _scope: JobScope, now: Instant): Promise<void> {
  const before = now.subtract({ hours: keptDays * 24 }).toString()
  await sql`delete from reports.counts where asked_at < ${before}::timestamptz`.execute(tx)
}
