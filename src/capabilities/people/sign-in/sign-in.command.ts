import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import { passwordMatches } from '../../../platform/auth/password.ts'
import { proveSelf, type SignInScope, signInScope } from '../../../platform/auth/scope.ts'
import { startSession } from '../../../platform/auth/sessions.command.ts'
import { forgetFailures, rememberFailure, secondsToWait } from '../../../platform/auth/throttle.command.ts'
import type { ApplicationDatabase } from '../../../platform/database/application-database.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { findHomeLibrary } from '../find-home-library/find-home-library.query.ts'

export type SignInResult =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly reason: 'wrong' }
  | { readonly ok: false; readonly reason: 'throttled'; readonly waitSeconds: number }

type Attempt = { readonly email: string; readonly password: string; readonly address: string }

export type PasswordCheck =
  | { readonly ok: true; readonly accountId: string }
  | Exclude<SignInResult, { readonly ok: true }>

/** Signs somebody in by e-mail address and password. */
export async function signIn(
  database: ApplicationDatabase,
  attempt: Attempt,
  now: Instant,
): Promise<SignInResult> {
  const checked = await checkPassword(database, attempt, now)
  if (!checked.ok) return checked
  const token = await database.write(signInScope, (tx) =>
    openSession(tx, signInScope, checked.accountId, now, 'password'),
  )
  return { ok: true, token }
}

/**
 * Whether this is the password of the open account with this e-mail address. The try is counted before the password
 * is looked at and taken back when it was right, so that a hundred tries at once get no further than the limit.
 */
export async function checkPassword(
  database: ApplicationDatabase,
  attempt: Attempt,
  now: Instant,
): Promise<PasswordCheck> {
  const email = attempt.email.toLowerCase()
  const who = { email, address: attempt.address }
  const waitSeconds = await database.keep(signInScope, async (tx) => {
    const wait = await secondsToWait(tx, signInScope, who, now)
    if (wait === 0) await rememberFailure(tx, signInScope, who, now)
    return wait
  })
  if (waitSeconds > 0) return { ok: false, reason: 'throttled', waitSeconds }

  const account = await database.read(signInScope, (db) =>
    db
      .selectFrom('people.accounts')
      .select(['id', 'password_hash as passwordHash'])
      .where('email', '=', email)
      .where('active', '=', true)
      .executeTakeFirst(),
  )
  if (!(await passwordMatches(account?.passwordHash, attempt.password)) || !account)
    return { ok: false, reason: 'wrong' }
  await database.keep(signInScope, (tx) => forgetFailures(tx, signInScope, who))
  return { ok: true, accountId: account.id }
}

/** Starts a session for somebody who is known, with its audit line. */
export async function openSession(
  tx: WriteHandle,
  scope: SignInScope,
  accountId: string,
  now: Instant,
  by: 'password' | 'demo',
): Promise<string> {
  await recordAudit(tx, scope, now, {
    action: 'people.sign-in',
    subjectKind: 'account',
    subjectId: accountId,
    libraryId: await findHomeLibrary(tx, scope, accountId),
    details: { by },
  })
  return startSession(tx, proveSelf(accountId), now)
}
