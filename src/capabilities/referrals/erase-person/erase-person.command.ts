import type { Scope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { withdrawMails } from '../../../platform/mail/withdraw-mails.command.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { AboutKind } from '../person.ts'
import { visitorMailPurposes } from '../visitor-mail.ts'

/**
 * Erases who a referral, an appointment or a call-back was about, the consent with it, and what waits to be mailed to the visitor; what
 * happened stays as a count. Done twice it comes to the same.
 * @returns whether there was something to erase
 */
export async function erasePerson(
  tx: WriteHandle,
  scope: Scope,
  about: { readonly kind: AboutKind; readonly id: string; readonly cause: 'term' | 'withdrawn' | 'asked' },
  now: Instant,
): Promise<boolean> {
  const erased = await tx
    .deleteFrom('referrals.persons')
    .where('about_kind', '=', about.kind)
    .where('about_id', '=', about.id)
    .returning('library_id as libraryId')
    .executeTakeFirst()
  await tx
    .deleteFrom('referrals.consents')
    .where('about_kind', '=', about.kind)
    .where('about_id', '=', about.id)
    .execute()
  await withdrawMails(tx, scope, { subjectId: about.id, purposes: visitorMailPurposes }, now)
  if (!erased) return false
  await tx
    .insertInto('referrals.erasures')
    .values({
      at: now.toString(),
      library_id: erased.libraryId,
      about_kind: about.kind,
      cause: about.cause,
      persons: 1,
    })
    .execute()
  return true
}
