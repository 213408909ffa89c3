import type { Selectable } from 'kysely'
import type { JobScope, NationalScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { DB } from '../../../platform/database/schema.generated.ts'
import type { Recoding } from '../recoding.ts'

/** These recodings, as far as they are there. */
export async function findRecodings(
  db: ReadHandle,
  _scope: NationalScope | JobScope,
  ids: readonly string[],
): Promise<Recoding[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('contacts.recodings').selectAll().where('id', 'in', ids).execute()
  return rows.map(recodingOf)
}

/** All recodings that a job has still to do or to undo. */
export async function findUnfinishedRecodings(db: ReadHandle, _scope: JobScope): Promise<Recoding[]> {
  const rows = await db
    .selectFrom('contacts.recodings')
    .selectAll()
    .where('status', 'in', ['waiting', 'running', 'undoing'])
    .execute()
  return rows.map(recodingOf)
}

const recodingOf = (row: Selectable<DB['contacts.recodings']>): Recoding => ({
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
})
