import { openCode } from '../../../platform/auth/links.query.ts'
import { type LibraryScope, publicScope } from '../../../platform/auth/scope.ts'
import { readShortCode } from '../../../platform/auth/short-code.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { hashForLookup, type MasterKeys } from '../../../platform/personal-data/master-keys.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { AboutKind } from '../person.ts'
import { readContact } from '../visitor-fields.ts'

/** Something in which a person is kept: what, not who. */
export interface KeptItem {
  readonly kind: AboutKind
  readonly id: string
  readonly keptAt: Instant
  /** The last day on which it may stay. */
  readonly eraseOn: string
}

/**
 * What the library keeps of one person: by a code that he has on paper or in a mail that one thing; by a telephone number or e-mail
 * address everything that bears it. From a code never to the rest: people share a number, and a code proves nothing of the others.
 * Nothing is opened yet.
 */
export async function findKept(
  db: ReadHandle,
  scope: LibraryScope,
  keys: MasterKeys,
  typed: string,
  now: Instant,
): Promise<KeptItem[]> {
  const contact = readContact(typed)
  const hashes = contact ? await hashesOf(db, scope, keys, contact.value) : []
  const code = readShortCode(typed)
  const ids = code ? await idsOfCode(db, scope, keys, code, now) : []
  if (hashes.length === 0 && ids.length === 0) return []
  const kept = db.selectFrom('referrals.persons').where('library_id', '=', scope.libraryId)
  const rows = await kept
    .select(['about_kind as kind', 'about_id as id', 'kept_at as keptAt', 'erase_on as eraseOn'])
    .where((eb) =>
      eb.or([
        ...(hashes.length > 0 ? [eb('contact_hash', 'in', hashes)] : []),
        ...(ids.length > 0 ? [eb('about_id', 'in', ids)] : []),
      ]),
    )
    .orderBy('kept_at')
    .orderBy('about_id')
    .execute()
  return rows as KeptItem[]
}

/** With every key of the library, also those that are being replaced. */
async function hashesOf(
  db: ReadHandle,
  scope: LibraryScope,
  keys: MasterKeys,
  contact: string,
): Promise<Buffer[]> {
  const rows = await db
    .selectFrom('referrals.library_keys')
    .select(['id', 'wrapped', 'master_key as masterKey'])
    .where('library_id', '=', scope.libraryId)
    .execute()
  return rows.map(({ id, wrapped, masterKey }) => hashForLookup(keys.unwrap(wrapped, id, masterKey), contact))
}

/** What a code is of: one that both sides speak by, or the visitor's own. */
async function idsOfCode(
  db: ReadHandle,
  scope: LibraryScope,
  keys: MasterKeys,
  code: string,
  now: Instant,
): Promise<string[]> {
  const spoken = [
    ...(await db
      .selectFrom('referrals.referrals')
      .select('id')
      .where('library_id', '=', scope.libraryId)
      .where('code', '=', code)
      .execute()),
    ...(await db
      .selectFrom('referrals.call_backs')
      .select('id')
      .where('library_id', '=', scope.libraryId)
      .where('code', '=', code)
      .execute()),
    ...(await db
      .selectFrom('referrals.appointments')
      .select('id')
      .where('library_id', '=', scope.libraryId)
      .where('code_hash', '=', keys.hashOfCode(code))
      .execute()),
  ].map(({ id }) => id)
  const own = []
  for (const purpose of ['referrals.visitor', 'referrals.appointment', 'referrals.call-back'] as const) {
    const link = await openCode(db, publicScope, keys, { purpose, code }, now)
    if (link) own.push(link.subjectId)
  }
  return [...new Set([...spoken, ...own])]
}
