import type { DeskScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'

/** Somebody who walked in, by a number of the day. */
export interface QueueNumber {
  readonly id: string
  readonly number: number
  readonly state: 'waiting' | 'called' | 'left'
  readonly takenAt: Instant
  readonly calledAt: Instant | null
}

/** The numbers of a desk on a day, in the order in which they were taken. */
export async function findQueue(db: ReadHandle, scope: DeskScope, day: string): Promise<QueueNumber[]> {
  const rows = await db
    .selectFrom('referrals.queue_numbers')
    .select(['id', 'number', 'state', 'taken_at as takenAt', 'called_at as calledAt'])
    .where('desk_id', '=', scope.deskId)
    .where('day', '=', day)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({ ...row, state: row.state as QueueNumber['state'] }))
}

/** The number that was called last; of those that were called at the same moment the highest. */
export const lastCalled = (queue: readonly QueueNumber[]): QueueNumber | undefined =>
  queue
    .filter(({ state }) => state === 'called')
    .toSorted(
      (one, other) =>
        (other.calledAt?.epochMilliseconds ?? 0) - (one.calledAt?.epochMilliseconds ?? 0) ||
        other.number - one.number,
    )[0]
