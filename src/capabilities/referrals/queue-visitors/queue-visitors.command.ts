import { sql } from 'kysely'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { DeskScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { bookedId } from '../booking-key.ts'
import { findQueue, lastCalled } from './queue-visitors.query.ts'

/** Who gives or calls a number at a desk waits for who does so at the same moment. */
async function waitForTurn(tx: WriteHandle, deskId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`queue ${deskId}`}, 0))`.execute(tx)
}

/**
 * Gives the next number of the day. Numbers of days that are over go: they say nothing any more.
 * @param key the secret of the form (`makeBookingKey`): used twice it gives the same number
 */
export async function takeNumber(
  tx: WriteHandle,
  scope: DeskScope,
  key: string,
  now: Instant,
): Promise<number> {
  const day = localDay(now)
  const id = bookedId(`number ${key}`)
  await waitForTurn(tx, scope.deskId)
  const before = await tx
    .selectFrom('referrals.queue_numbers')
    .select('number')
    .where('id', '=', id)
    .where('desk_id', '=', scope.deskId)
    .executeTakeFirst()
  if (before) {
    await recordTaking(tx, scope, id, now, { again: true })
    return before.number
  }
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
  await recordTaking(tx, scope, id, now, {})
  return number
}

const recordTaking = (
  tx: WriteHandle,
  scope: DeskScope,
  id: string,
  now: Instant,
  details: { readonly again?: true },
): Promise<void> =>
  recordAudit(tx, scope, now, {
    action: 'referrals.take-number',
    subjectKind: 'queue-number',
    subjectId: id,
    libraryId: scope.libraryId,
    details,
  })

/** What somebody at the desk wants of who wait. `after`: the number that was called last, as his screen said; 0 when none was. */
export type CallWish =
  | { readonly to: 'called'; readonly after: number }
  | { readonly to: 'left'; readonly id: string }

/**
 * Calls the lowest number that waits, or lets one that waits go. Of two who call at once, and of two clicks of one, the first calls
 * and the other changes nothing: his screen was old by then.
 * @returns the number; undefined when nobody waits, 'changed' when another number was called since
 */
export async function callNumber(
  tx: WriteHandle,
  scope: DeskScope,
  wish: CallWish,
  now: Instant,
): Promise<number | undefined | 'changed'> {
  await waitForTurn(tx, scope.deskId)
  if (wish.to === 'called') {
    const last = lastCalled(await findQueue(tx, scope, localDay(now)))
    if ((last?.number ?? 0) !== wish.after) {
      await recordAudit(tx, scope, now, {
        action: 'referrals.call-number',
        subjectKind: 'queue-number',
        subjectId: last?.id ?? scope.deskId,
        libraryId: scope.libraryId,
        details: { to: wish.to, already: true },
      })
      return 'changed'
    }
  }
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
