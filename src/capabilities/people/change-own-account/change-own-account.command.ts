import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { SelfScope } from '../../../platform/auth/scope.ts'
import { endSessionsOf, startSession } from '../../../platform/auth/sessions.command.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Language } from '../../../platform/i18n/translate.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { findHomeLibrary } from '../find-home-library/find-home-library.query.ts'

/** Puts one's new password in place and signs out everywhere; gives the token of the one session that goes on. */
export async function changePassword(
  tx: WriteHandle,
  scope: SelfScope,
  passwordHash: string,
  now: Instant,
): Promise<string> {
  await tx
    .updateTable('people.accounts')
    .set({ password_hash: passwordHash })
    .where('id', '=', scope.accountId)
    .execute()
  await endSessionsOf(tx, scope, scope.accountId)
  await recordAudit(tx, scope, now, {
    action: 'people.change-password',
    subjectKind: 'account',
    subjectId: scope.accountId,
    libraryId: await findHomeLibrary(tx, scope, scope.accountId),
  })
  return startSession(tx, scope, now)
}

/** Keeps in which language somebody wants to work. */
export async function chooseLanguage(
  tx: WriteHandle,
  scope: SelfScope,
  language: Language,
  now: Instant,
): Promise<void> {
  await tx.updateTable('people.accounts').set({ language }).where('id', '=', scope.accountId).execute()
  await recordAudit(tx, scope, now, {
    action: 'people.choose-language',
    subjectKind: 'account',
    subjectId: scope.accountId,
    libraryId: await findHomeLibrary(tx, scope, scope.accountId),
    details: { language },
  })
}
