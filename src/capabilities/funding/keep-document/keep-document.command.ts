import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { CheckedDocument } from '../../../platform/documents/document-check.ts'
import type { Instant } from '../../../platform/time/local-time.ts'

/** Keeps a paper with a year, or with a booking in it. The same id twice is one paper; 'sent-before': another paper has this id. */
export async function addDocument(
  tx: WriteHandle,
  scope: MunicipalityScope,
  {
    id,
    municipalityCode,
    year,
    bookingId,
  }: { id: string; municipalityCode: string; year: number; bookingId: string | null },
  document: CheckedDocument,
  now: Instant,
): Promise<'kept' | 'sent-before'> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('funding.documents')
    .values({
      id,
      municipality_code: municipalityCode,
      year,
      booking_id: bookingId,
      file_name: document.fileName,
      media_type: document.mediaType,
      content: Buffer.from(document.content),
      sha256: document.sha256,
      added_by: scope.accountId,
      added_at: now.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  const same =
    numInsertedOrUpdatedRows === 1n ||
    (await tx
      .selectFrom('funding.documents')
      .select('id')
      .where('id', '=', id)
      .where('municipality_code', '=', municipalityCode)
      .where('year', '=', year)
      .where('booking_id', 'is not distinct from', bookingId)
      .where('sha256', '=', document.sha256)
      .where('removed_at', 'is', null)
      .executeTakeFirst()) !== undefined
  await recordAudit(tx, scope, now, {
    action: 'funding.add-document',
    subjectKind: 'document',
    subjectId: id,
    details: { municipality: municipalityCode, year, bytes: document.content.length, kept: same },
  })
  return same ? 'kept' : 'sent-before'
}

/** Takes a paper out of sight. It stays as long as the account of which it is proof. */
export async function removeDocument(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { id, municipalityCode }: { id: string; municipalityCode: string },
  now: Instant,
): Promise<void> {
  await tx
    .updateTable('funding.documents')
    .set({ removed_at: now.toString() })
    .where('id', '=', id)
    .where('municipality_code', '=', municipalityCode)
    .where('removed_at', 'is', null)
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'funding.remove-document',
    subjectKind: 'document',
    subjectId: id,
    details: { municipality: municipalityCode },
  })
}
