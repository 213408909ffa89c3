import type { JobScope, NationalScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Recoding } from '../recoding.ts'

/** These recodings, as far as they are there. */
export async function findRecodings(
  db: ReadHandle,
  _scope: NationalScope | JobScope,
  ids: readonly string[],
): Promise<Recoding[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('contacts.recodings').selectAll().where('id', 'in', ids).execute()
  return rows.map((row) => ({
    id: row.id,
    field: row.field as Recoding['field'],
    fromCodes: row.from_codes,
    toCode: row.to_code,
    whole: row.whole,
    status: row.status as Recoding['status'],
    total: row.total,
    recoded: row.recoded,
    restored: row.restored,
    localLeft: row.local_left,
    finishedAt: row.finished_at,
    undoneAt: row.undone_at,
  }))
}
