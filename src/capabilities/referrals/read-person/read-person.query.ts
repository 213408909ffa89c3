import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { MasterKeys } from '../../../platform/personal-data/master-keys.ts'

/** The key of a library that is in use, opened; nothing when the library has none yet. */
export async function findLibraryKey(
  db: ReadHandle,
  _scope: Scope,
  keys: MasterKeys,
  libraryId: string,
): Promise<{ readonly id: string; readonly key: Buffer } | undefined> {
  const row = await db
    .selectFrom('referrals.library_keys')
    .select(['id', 'wrapped', 'master_key as masterKey'])
    .where('library_id', '=', libraryId)
    .where('retired_at', 'is', null)
    .executeTakeFirst()
  return row && { id: row.id, key: keys.unwrap(row.wrapped, row.id, row.masterKey) }
}
