import type { Scope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { type MasterKeys, unseal } from '../../../platform/personal-data/master-keys.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { mayOpenPersonalData } from '../../people/public.ts'
import { type AboutKind, type Person, type ReadingReason, sealedFor } from '../person.ts'

const readers = { partner: 'partner', link: 'link', job: 'job' } as const

/**
 * Opens who a referral, an appointment or a call-back is about, and logs that: who, when and for what. Nothing when nothing is kept,
 * when it was erased, or when it is not for this scope; 'sign-first' when somebody of the staff has no signed statement on
 * confidentiality on file: then nothing is opened and nothing logged. A reading of the job is logged too.
 * @param why for which work it is opened
 */
export async function readPerson(
  tx: WriteHandle,
  scope: Scope,
  keys: MasterKeys,
  about: { readonly kind: AboutKind; readonly id: string; readonly why: ReadingReason },
  now: Instant,
): Promise<Person | 'sign-first' | undefined> {
  const row = await tx
    .selectFrom('referrals.persons as person')
    .innerJoin('referrals.library_keys as key', 'key.id', 'person.key_id')
    .select([
      'person.id',
      'person.library_id as libraryId',
      'person.name',
      'person.contact_kind as contactKind',
      'person.contact',
      'person.language',
      'key.id as keyId',
      'key.wrapped',
      'key.master_key as masterKey',
    ])
    .where('person.about_kind', '=', about.kind)
    .where('person.about_id', '=', about.id)
    .executeTakeFirst()
  if (!row) return undefined
  if (!(await mayOpenPersonalData(tx, scope, row.libraryId))) return 'sign-first'
  await tx
    .insertInto('referrals.readings')
    .values({
      at: now.toString(),
      library_id: row.libraryId,
      about_kind: about.kind,
      about_id: about.id,
      by_kind:
        about.why === 'access-request' ? 'officer' : (readers[scope.kind as keyof typeof readers] ?? 'desk'),
      account_id: 'accountId' in scope ? scope.accountId : null,
      why: about.why,
    })
    .execute()
  const key = keys.unwrap(row.wrapped, row.keyId, row.masterKey)
  return {
    name: row.name === null ? undefined : unseal(key, row.name, sealedFor(row.id, 'name')).toString(),
    contact:
      row.contact === null || row.contactKind === null
        ? undefined
        : {
            kind: row.contactKind as 'phone' | 'email',
            value: unseal(key, row.contact, sealedFor(row.id, 'contact')).toString(),
          },
    language: row.language,
  }
}
