import { uuidv7 } from 'uuidv7'
import type { Scope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { hashForLookup, type MasterKeys, seal } from '../../../platform/personal-data/master-keys.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { type AboutKind, type Person, sealedFor } from '../person.ts'
import { findLibraryKey } from '../read-person/read-person.query.ts'

/**
 * Keeps who a referral, an appointment or a call-back is about: a name, one way of contact, or both, each sealed for this row with the
 * key of the library. With neither nothing is kept.
 * @param eraseOn the last day on which it may still be needed (2026-12-24); a closing or a withdrawal erases earlier
 */
export async function keepPerson(
  tx: WriteHandle,
  scope: Scope,
  keys: MasterKeys,
  about: {
    readonly kind: AboutKind
    readonly id: string
    readonly libraryId: string
    readonly person: Person
    readonly eraseOn: string
  },
  now: Instant,
): Promise<void> {
  const { name, contact, language } = about.person
  if (name === undefined && contact === undefined) return
  const { id: keyId, key } = await currentKey(tx, scope, keys, about.libraryId, now)
  const id = uuidv7()
  await tx
    .insertInto('referrals.persons')
    .values({
      id,
      about_kind: about.kind,
      about_id: about.id,
      library_id: about.libraryId,
      key_id: keyId,
      name: name === undefined ? null : seal(key, name, sealedFor(id, 'name')),
      contact_kind: contact?.kind ?? null,
      contact: contact ? seal(key, contact.value, sealedFor(id, 'contact')) : null,
      contact_hash: contact ? hashForLookup(key, contact.value) : null,
      language,
      kept_at: now.toString(),
      erase_on: about.eraseOn,
    })
    .execute()
}

/** The key of a library that is in use; made when it has none yet. Two at once come to the same one. */
async function currentKey(
  tx: WriteHandle,
  scope: Scope,
  keys: MasterKeys,
  libraryId: string,
  now: Instant,
): Promise<{ readonly id: string; readonly key: Buffer }> {
  const known = await findLibraryKey(tx, scope, keys, libraryId)
  if (known) return known
  const id = uuidv7()
  await tx
    .insertInto('referrals.library_keys')
    .values({
      id,
      library_id: libraryId,
      master_key: keys.current,
      wrapped: keys.makeLibraryKey(id).wrapped,
      made_at: now.toString(),
    })
    .onConflict((conflict) => conflict.column('library_id').where('retired_at', 'is', null).doNothing())
    .execute()
  const made = await findLibraryKey(tx, scope, keys, libraryId)
  if (!made) throw new Error('A key that was just made is not there')
  return made
}
