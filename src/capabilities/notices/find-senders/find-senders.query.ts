import { sql } from 'kysely'
import type { DeskScope, DesksScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'

/**
 * Whose services a desk meets and who tells it of changes: the municipality in which it stands, those that pay for it, and those that
 * merged into these. Codes.
 */
export async function findSenders(
  db: ReadHandle,
  _scope: DesksScope | DeskScope,
  deskId: string,
): Promise<string[]> {
  const { rows } = await sql<{
    codes: string[]
  }>`select notices.desk_senders(array[${deskId}::uuid]) as codes`.execute(db)
  return rows[0]?.codes ?? []
}
