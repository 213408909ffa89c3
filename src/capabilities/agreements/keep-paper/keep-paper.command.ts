import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { CheckedDocument } from '../../../platform/documents/document-check.ts'
import type { Instant } from '../../../platform/time/local-time.ts'

/** Hangs the signed paper on a version. The same id twice is one paper; 'sent-before': another paper has this id. */
export async function addPaper(
  tx: WriteHandle,
  scope: MunicipalityScope,
  {
    id,
    agreementId,
    versionId,
    document,
  }: {
    readonly id: string
    readonly agreementId: string
    readonly versionId: string
    readonly document: CheckedDocument
  },
  now: Instant,
): Promise<'kept' | 'sent-before'> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('agreements.papers')
    .values({
      id,
      agreement_id: agreementId,
      version_id: versionId,
      file_name: document.fileName,
      media_type: document.mediaType,
      content: Buffer.from(document.content),
      sha256: document.sha256,
      added_by: scope.accountId,
      added_at: now.toString(),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  const same =
    numInsertedOrUpdatedRows === 1n ||
    (await tx
      .selectFrom('agreements.papers')
      .select('id')
      .where('id', '=', id)
      .where('version_id', '=', versionId)
      .where('sha256', '=', document.sha256)
      .where('removed_at', 'is', null)
      .executeTakeFirst()) !== undefined
  await recordAudit(tx, scope, now, {
    action: 'agreements.add-paper',
    subjectKind: 'municipal-agreement',
    subjectId: agreementId,
    details: { bytes: document.content.length, kept: same },
  })
  return same ? 'kept' : 'sent-before'
}

/** Takes a paper away for good: its content goes, that it was there stays. */
export async function removePaper(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { id, agreementId }: { readonly id: string; readonly agreementId: string },
  now: Instant,
): Promise<void> {
  await tx
    .updateTable('agreements.papers')
    .set({ removed_at: now.toString(), content: Buffer.alloc(0) })
    .where('id', '=', id)
    .where('agreement_id', '=', agreementId)
    .where('removed_at', 'is', null)
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'agreements.remove-paper',
    subjectKind: 'municipal-agreement',
    subjectId: agreementId,
  })
}
