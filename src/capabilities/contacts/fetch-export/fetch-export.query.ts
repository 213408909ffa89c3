import type { DeskScope, LibraryScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'

/** The piece of a file that holds the byte at a place, and where it begins. Undefined when it is erased, or out of reach. */
export async function readPieceAt(
  db: ReadHandle,
  _scope: DeskScope | LibraryScope,
  exportId: string,
  place: number,
): Promise<{ readonly startsAt: number; readonly content: Uint8Array } | undefined> {
  const piece = await db
    .selectFrom('contacts.export_pieces')
    .select(['starts_at as startsAt', 'content'])
    .where('export_id', '=', exportId)
    .where('starts_at', '<=', place)
    .orderBy('starts_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return piece
}
