import type { Scope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { AboutKind } from '../person.ts'

/**
 * Erases who a referral, an appointment or a call-back was about, and the consent with it; what happened stays as a count. Done
 * twice it comes to the same.
 * @returns whether there was something to erase
 */
export async function erasePerson(
  tx: WriteHandle,
  _scope: Scope,
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
