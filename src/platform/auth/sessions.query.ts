import type { ReadHandle } from '../database/handle.ts'
import { type Instant, secondsBetween } from '../time/local-time.ts'
import type { SignInScope } from './scope.ts'
import { hashToken, sessionLife } from './sessions.command.ts'

export interface Session {
  readonly accountId: string
  readonly tokenHash: Buffer
  /** Seconds since it was last marked as used. */
  readonly idleSeconds: number
}

/** The living session of a token, if there is one: known, within its total life and not idle for too long. */
export async function findSession(
  db: ReadHandle,
  _scope: SignInScope,
  token: string,
  now: Instant,
): Promise<Session | undefined> {
  const tokenHash = hashToken(token)
  const row = await db
    .selectFrom('platform.sessions')
    .select(['account_id as accountId', 'last_used_at as lastUsedAt', 'expires_at as expiresAt'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  if (!row || secondsBetween(now, row.expiresAt) <= 0) return undefined
  const idleSeconds = secondsBetween(row.lastUsedAt, now)
  return idleSeconds > sessionLife.idleHours * 3600
    ? undefined
    : { accountId: row.accountId, tokenHash, idleSeconds }
}
