import { sql } from 'kysely'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { localDay } from '../../../platform/time/local-time.ts'

/** A paper that somebody added, without what is in it. */
export interface StoredDocument {
  readonly id: string
  /** null: it belongs to the year. */
  readonly bookingId: string | null
  readonly fileName: string
  readonly bytes: number
  /** The local day. */
  readonly addedOn: string
}

/** The papers of a year, as they came; what was removed is not there. */
export async function findDocuments(
  db: ReadHandle,
  _scope: MunicipalityScope,
  municipalityCode: string,
  year: number,
): Promise<StoredDocument[]> {
  const rows = await db
    .selectFrom('funding.documents')
    .select([
      'id',
      'booking_id as bookingId',
      'file_name as fileName',
      sql<number>`octet_length(content)`.as('bytes'),
      'added_at as addedAt',
    ])
    .where('municipality_code', '=', municipalityCode)
    .where('year', '=', year)
    .where('removed_at', 'is', null)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows.map(({ addedAt, ...document }) => ({ ...document, addedOn: localDay(addedAt) }))
}

/** A paper with what is in it, to be saved. */
export async function readDocument(
  db: ReadHandle,
  _scope: MunicipalityScope,
  municipalityCode: string,
  id: string,
): Promise<{ fileName: string; mediaType: string; content: Buffer } | undefined> {
  return db
    .selectFrom('funding.documents')
    .select(['file_name as fileName', 'media_type as mediaType', 'content'])
    .where('municipality_code', '=', municipalityCode)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
}
