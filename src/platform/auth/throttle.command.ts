import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { WriteHandle } from '../database/handle.ts'
import { type Instant, secondsBetween } from '../time/local-time.ts'
import type { PublicScope, SignInScope } from './scope.ts'

/**
 * How many wrong passwords within the window before the next try is refused unread: few for one account, more
 * for one network address, since a whole library may share one.
 */
export const throttleLimits = { windowMinutes: 15, perAccount: 10, perAddress: 50 } as const

/**
 * What somebody without an account may do within the window from one network address: wrong codes and links, that nobody guesses
 * one; and what he leaves at a desk (an appointment, a call back), that nobody takes all places. High, since a whole library may
 * share one.
 */
export const openLimits = { code: 30, booking: 60, remark: 20, link: 20 } as const
export type OpenAct = keyof typeof openLimits

const keyFor = (kind: 'account' | 'address' | OpenAct, value: string): Buffer =>
  createHash('sha256').update(`${kind}\n${value.toLowerCase()}`).digest()

/** Seconds to wait before this account may be tried again from this address; 0 when it may be tried now. */
export async function secondsToWait(
  tx: WriteHandle,
  _scope: SignInScope,
  who: { email: string; address: string },
  now: Instant,
): Promise<number> {
  // Tries for one account wait for each other here, so that none of a hundred at once sees the count of before.
  await sql`select pg_advisory_xact_lock(hashtextextended(${who.email}, 0))`.execute(tx)
  const since = now.subtract({ minutes: throttleLimits.windowMinutes })
  const limits = [
    { key: keyFor('account', who.email), limit: throttleLimits.perAccount },
    { key: keyFor('address', who.address), limit: throttleLimits.perAddress },
  ]
  let wait = 0
  for (const { key, limit } of limits) {
    const failures = await tx
      .selectFrom('platform.sign_in_failures')
      .select('failed_at as failedAt')
      .where('throttle_key', '=', key)
      .where('failed_at', '>', since.toString() as never)
      .orderBy('failed_at', 'desc')
      .limit(limit)
      .execute()
    const oldest = failures[limit - 1]
    if (oldest) wait = Math.max(wait, Math.ceil(secondsBetween(since, oldest.failedAt)))
  }
  return wait
}

/** Remembers a wrong password, and forgets those that no longer count. */
export async function rememberFailure(
  tx: WriteHandle,
  _scope: SignInScope,
  who: { email: string; address: string },
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('platform.sign_in_failures')
    .values(
      [keyFor('account', who.email), keyFor('address', who.address)].map((throttle_key) => ({
        throttle_key,
        failed_at: now.toString(),
      })),
    )
    .execute()
  await tx
    .deleteFrom('platform.sign_in_failures')
    .where('failed_at', '<', now.subtract({ minutes: throttleLimits.windowMinutes }).toString() as never)
    .execute()
}

/** After the right password: the account starts afresh, and the try just counted is taken back from the address. */
export async function forgetFailures(
  tx: WriteHandle,
  _scope: SignInScope,
  who: { email: string; address: string },
): Promise<void> {
  await tx
    .deleteFrom('platform.sign_in_failures')
    .where('throttle_key', '=', keyFor('account', who.email))
    .execute()
  await tx
    .deleteFrom('platform.sign_in_failures')
    .where(
      'id',
      '=',
      (eb) =>
        eb
          .selectFrom('platform.sign_in_failures')
          .select((max) => max.fn.max('id').as('id'))
          .where('throttle_key', '=', keyFor('address', who.address)) as never,
    )
    .execute()
}

/** Whether this address may do this now. Who asks at once from one address waits for each other here. */
export async function mayDoOpenly(
  tx: WriteHandle,
  _scope: PublicScope,
  act: OpenAct,
  address: string,
  now: Instant,
): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${act} ${address}`}, 0))`.execute(tx)
  const { count } = await tx
    .selectFrom('platform.sign_in_failures')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('throttle_key', '=', keyFor(act, address))
    .where('failed_at', '>', now.subtract({ minutes: throttleLimits.windowMinutes }).toString() as never)
    .executeTakeFirstOrThrow()
  return Number(count) < openLimits[act]
}

/** Counts one of these. */
export async function rememberOpenAct(
  tx: WriteHandle,
  _scope: PublicScope,
  act: OpenAct,
  address: string,
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('platform.sign_in_failures')
    .values({ throttle_key: keyFor(act, address), failed_at: now.toString() })
    .execute()
}
