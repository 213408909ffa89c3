import { createHash, randomBytes } from 'node:crypto'
import type { WriteHandle } from '../database/handle.ts'
import type { Instant } from '../time/local-time.ts'
import type { SelfScope, SignInScope } from './scope.ts'

/** A working day at a desk without signing in again, and never longer than two weeks without doing so. */
export const sessionLife = { idleHours: 12, totalDays: 14 } as const

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** Starts a session and gives its token: 256 random bits, kept nowhere but in the browser's cookie. */
export async function startSession(tx: WriteHandle, scope: SelfScope, now: Instant): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await tx
    .insertInto('platform.sessions')
    .values({
      token_hash: hashToken(token),
      account_id: scope.accountId,
      created_at: now.toString(),
      last_used_at: now.toString(),
      expires_at: now.add({ hours: sessionLife.totalDays * 24 }).toString(),
    })
    .execute()
  return token
}

/** Ends one session; nothing happens when it ended already. Also clears away what has run out. */
export async function endSession(
  tx: WriteHandle,
  _scope: SignInScope,
  token: string,
  now: Instant,
): Promise<void> {
  await tx
    .deleteFrom('platform.sessions')
    .where((eb) =>
      eb.or([
        eb('token_hash', '=', hashToken(token)),
        eb('expires_at', '<', eb.val(now.toString()) as never),
      ]),
    )
    .execute()
}

/** Ends every session of an account: after a new password, or when somebody leaves. */
export async function endSessionsOf(
  tx: WriteHandle,
  _scope: { readonly kind: string },
  accountId: string,
): Promise<void> {
  await tx.deleteFrom('platform.sessions').where('account_id', '=', accountId).execute()
}

/** Marks a session as used; the caller does so at most once a minute, since every mark is a write. */
export async function touchSession(
  tx: WriteHandle,
  _scope: SignInScope,
  tokenHash: Buffer,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable('platform.sessions')
    .set({ last_used_at: now.toString() })
    .where('token_hash', '=', tokenHash)
    .execute()
}
