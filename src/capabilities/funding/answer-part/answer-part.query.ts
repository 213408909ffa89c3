import { sql } from 'kysely'
import type { LibraryScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import type { LibraryPart, PartState } from '../statement.ts'

/** What a municipality asked of the library, and whether it signed since. */
export interface AskedPart extends LibraryPart {
  readonly municipalityCode: string
  readonly year: number
  /** Local day; null while the account is open. */
  readonly signedOn: string | null
}

/** What municipalities asked of the library: the latest years first, in them what waits for an answer. */
export async function findAskedParts(db: ReadHandle, scope: LibraryScope): Promise<AskedPart[]> {
  const rows = await db
    .selectFrom('funding.library_parts')
    .select([
      'id',
      'municipality_code as municipalityCode',
      'year',
      'library_id as libraryId',
      'state',
      'desks',
      'questions',
      'materials',
      'remark',
      'asked_at as askedAt',
      'answered_at as answeredAt',
      'version',
    ])
    .where('library_id', '=', scope.libraryId)
    .orderBy('year', 'desc')
    .orderBy((eb) => eb('state', '<>', 'asked'))
    .orderBy('asked_at')
    .execute()
  const { rows: signed } = await sql<{ partId: string; signedAt: Instant }>`
    select part_id as "partId", signed_at as "signedAt" from funding.signed_parts()`.execute(db)
  const signedAt = new Map(signed.map((part) => [part.partId, localDay(part.signedAt)]))
  return rows.map(({ askedAt, answeredAt, state, ...row }) => ({
    ...row,
    state: state as PartState,
    askedOn: localDay(askedAt),
    answeredOn: answeredAt && localDay(answeredAt),
    signedOn: signedAt.get(row.id) ?? null,
  }))
}
