import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { jobScope } from '../../../platform/auth/scope.ts'
import type { ApplicationDatabase } from '../../../platform/database/application-database.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Log } from '../../../platform/logging/log.ts'
import { hashForLookup, type MasterKeys, seal, unseal } from '../../../platform/personal-data/master-keys.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { sealedFor } from '../person.ts'
import { findLibraryKey } from '../read-person/read-person.query.ts'

const scope = jobScope('referrals.rotate-keys')

/** After so many days a library gets a new key (NIST SP 800-57: at most two years for a key that encrypts what is kept). */
export const libraryKeyDays = 365
/** So many people are sealed anew in one transaction. */
const atOnce = 100
/** A key that was replaced stays for these minutes: what was begun with it may still have to be written. */
const minutesRetired = 60

/** What was done: keys of libraries wrapped with another master key, made, and removed; and people sealed anew. */
export interface Rotation {
  readonly wrapped: number
  readonly renewed: number
  readonly sealed: number
  readonly removed: number
}

/**
 * Brings the keys up to date, step by step, so that it may be stopped anywhere and run again, also by two workers: wraps with the first
 * master key what another one wrapped; gives a library whose key is a year old a new one; seals with that what the old one sealed;
 * removes an old one with which nothing is sealed any more.
 * @param renewAll every library gets a new key now, for when one may be known to others
 */
export async function rotateKeys(
  database: ApplicationDatabase,
  keys: MasterKeys,
  now: Instant,
  log: Log,
  { renewAll = false }: { renewAll?: boolean } = {},
): Promise<Rotation> {
  const done = {
    wrapped: await wrapAnew(database, keys, log),
    renewed: await renew(database, keys, now, renewAll),
    sealed: await sealAnew(database, keys),
    removed: await removeRetired(database, now),
  }
  if (Object.values(done).some((count) => count > 0)) log.info(done, 'Keys for personal data were rotated')
  return done
}

async function wrapAnew(database: ApplicationDatabase, keys: MasterKeys, log: Log): Promise<number> {
  return database.keep(scope, async (tx) => {
    const old = await tx
      .selectFrom('referrals.library_keys')
      .select(['id', 'wrapped', 'master_key as masterKey'])
      .where('master_key', '<>', keys.current)
      .forUpdate()
      .execute()
    let wrapped = 0
    for (const { id, wrapped: before, masterKey } of old) {
      if (!keys.has(masterKey)) {
        log.error({ masterKey }, 'PERSONAL_DATA_KEYS lacks this key: what it protects cannot be read')
        continue
      }
      await tx
        .updateTable('referrals.library_keys')
        .set({ wrapped: keys.wrap(keys.unwrap(before, id, masterKey), id), master_key: keys.current })
        .where('id', '=', id)
        .execute()
      wrapped += 1
    }
    return wrapped
  })
}

async function renew(
  database: ApplicationDatabase,
  keys: MasterKeys,
  now: Instant,
  all: boolean,
): Promise<number> {
  return database.keep(scope, async (tx) => {
    const retired = await tx
      .updateTable('referrals.library_keys')
      .set({ retired_at: now.toString() })
      .where('retired_at', 'is', null)
      .where('made_at', '<', all ? now : now.subtract({ hours: libraryKeyDays * 24 }))
      .returning('library_id as libraryId')
      .execute()
    for (const { libraryId } of retired) {
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
        .execute()
    }
    return retired.length
  })
}

async function sealAnew(database: ApplicationDatabase, keys: MasterKeys): Promise<number> {
  let sealed = 0
  for (;;) {
    const done = await database.keep(scope, (tx) => sealBatch(tx, keys))
    sealed += done
    if (done < atOnce) return sealed
  }
}

async function sealBatch(tx: WriteHandle, keys: MasterKeys): Promise<number> {
  const rows = await tx
    .selectFrom('referrals.persons as person')
    .innerJoin('referrals.library_keys as key', 'key.id', 'person.key_id')
    .select([
      'person.id',
      'person.library_id as libraryId',
      'person.name',
      'person.contact',
      'key.id as keyId',
      'key.wrapped',
      'key.master_key as masterKey',
    ])
    .where('key.retired_at', 'is not', null)
    .orderBy('person.id')
    .limit(atOnce)
    .forUpdate('person')
    .skipLocked()
    .execute()
  for (const row of rows) {
    const old = keys.unwrap(row.wrapped, row.keyId, row.masterKey)
    const fresh = await findLibraryKey(tx, scope, keys, row.libraryId)
    if (!fresh) throw new Error('A library whose key was replaced has none')
    const open = (sealed: Buffer | null, column: 'name' | 'contact'): string | undefined =>
      sealed === null ? undefined : unseal(old, sealed, sealedFor(row.id, column)).toString()
    const close = (text: string | undefined, column: 'name' | 'contact'): Buffer | null =>
      text === undefined ? null : seal(fresh.key, text, sealedFor(row.id, column))
    const contact = open(row.contact, 'contact')
    await tx
      .updateTable('referrals.persons')
      .set({
        key_id: fresh.id,
        name: close(open(row.name, 'name'), 'name'),
        contact: close(contact, 'contact'),
        contact_hash: contact === undefined ? null : hashForLookup(fresh.key, contact),
      })
      .where('id', '=', row.id)
      .execute()
  }
  return rows.length
}

async function removeRetired(database: ApplicationDatabase, now: Instant): Promise<number> {
  return database.keep(scope, async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('referrals.library_keys as key')
      .where('retired_at', '<', now.subtract({ minutes: minutesRetired }))
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('referrals.persons as person')
              .select(sql`1`.as('one'))
              .whereRef('person.key_id', '=', 'key.id'),
          ),
        ),
      )
      .executeTakeFirstOrThrow()
    return Number(numDeletedRows)
  })
}
