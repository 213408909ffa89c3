import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { DeskScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'

/** Who gives or calls a number at a desk waits for who does so at the same moment. */
async function waitForTurn(tx: WriteHandle, deskId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`queue ${deskId}`}, 0))`.execute(tx)
}

/** Gives the next number of the day. Numbers of days that are over go: they say nothing any more. */
export async function takeNumber(tx: WriteHandle, scope: DeskScope, now: Instant): Promise<number> {
  const day = localDay(now)
  await waitForTurn(tx, scope.deskId)
  await tx
    .deleteFrom('referrals.queue_numbers')
    .where('desk_id', '=', scope.deskId)
    .where('day', '<', day)
    .execute()
  const { last } = await tx
    .selectFrom('referrals.queue_numbers')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('desk_id', '=', scope.deskId)
    .where('day', '=', day)
    .executeTakeFirstOrThrow()
  const id = uuidv7()
  const number = Number(last ?? 0) + 1
  await tx
    .insertInto('referrals.queue_numbers')
    .values({
      id,
      library_id: scope.libraryId,
      desk_id: scope.deskId,
      day,
      number,
      state: 'waiting',
      taken_at: now.toString(),
    })
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'referrals.take-number',
    subjectKind: 'queue-number',
    subjectId: id,
    libraryId: scope.libraryId,
  })
  return number
}

/**
 * Calls the lowest number that waits, or lets one that waits go; of two who call at once each gets another.
 * @returns the number, undefined when nobody waits
 */
export async function callNumber(
  tx: WriteHandle,
  scope: DeskScope,
  wish: { readonly to: 'called' } | { readonly to: 'left'; readonly id: string },
  now: Instant,
): Promise<number | undefined> {
  await waitForTurn(tx, scope.deskId)
  let waiting = tx
    .selectFrom('referrals.queue_numbers')
    .select(['id', 'number'])
    .where('desk_id', '=', scope.deskId)
    .where('day', '=', localDay(now))
    .where('state', '=', 'waiting')
    .orderBy('number')
    .limit(1)
  if (wish.to === 'left') waiting = waiting.where('id', '=', wish.id)
  const next = await waiting.executeTakeFirst()
  if (next)
    await tx
      .updateTable('referrals.queue_numbers')
      .set({ state: wish.to, ...(wish.to === 'called' && { called_at: now.toString() }) })
      .where('id', '=', next.id)
      .execute()
  await recordAudit(tx, scope, now, {
    action: 'referrals.call-number',
    subjectKind: 'queue-number',
    subjectId: next?.id ?? scope.deskId,
    libraryId: scope.libraryId,
    details: { to: wish.to, ...(next ? {} : { nobody: true }) },
  })
  return next?.number
}
