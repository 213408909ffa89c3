import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle, WriteHandle } from '../../../platform/database/handle.ts'
import type { MasterKeys } from '../../../platform/personal-data/master-keys.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { Person, ReadingReason } from '../person.ts'
import { readPerson } from '../read-person/read-person.command.ts'

/** Opens who a referral is about, for who tapped that he needs it: logged as a reading, and as an act. */
export async function openPerson(
  tx: WriteHandle,
  scope: Scope,
  keys: MasterKeys,
  referral: { readonly id: string; readonly libraryId: string; readonly why: ReadingReason },
  now: Instant,
): Promise<Person | 'sign-first' | undefined> {
  const person = await readPerson(
    tx,
    scope,
    keys,
    { kind: 'referral', id: referral.id, why: referral.why },
    now,
  )
  await recordAudit(tx, scope, now, {
    action: 'referrals.open-person',
    subjectKind: 'referral',
    subjectId: referral.id,
    libraryId: referral.libraryId,
    details: { opened: person !== undefined && person !== 'sign-first' },
  })
  return person
}

/** Whether somebody's name or contact is kept for a referral, as far as the scope may see; opens nothing. */
export async function hasPerson(db: ReadHandle, _scope: Scope, referralId: string): Promise<boolean> {
  const row = await db
    .selectFrom('referrals.persons')
    .select('id')
    .where('about_kind', '=', 'referral')
    .where('about_id', '=', referralId)
    .executeTakeFirst()
  return row !== undefined
}
