import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { CheckedDocument } from '../../../platform/documents/document-check.ts'
import type { Instant } from '../../../platform/time/local-time.ts'

interface FileOfActivity {
  readonly id: string
  readonly activityId: string
}

/** Adds the letter, poster or text itself. The same id twice is one; 'sent-before': another file has this id. */
export async function addActivityFile(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { id, activityId }: FileOfActivity,
  { fileName, mediaType, content }: CheckedDocument,
  now: Instant,
): Promise<'kept' | 'sent-before'> {
  const bytes = Buffer.from(content)
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('municipal_roles.activity_files')
    .values({
      id,
      activity_id: activityId,
      file_name: fileName,
      media_type: mediaType,
      content: bytes,
      added_at: now.toString(),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  const same =
    numInsertedOrUpdatedRows === 1n ||
    (await tx
      .selectFrom('municipal_roles.activity_files')
      .select('id')
      .where('id', '=', id)
      .where('activity_id', '=', activityId)
      .where('content', '=', bytes)
      .where('removed_at', 'is', null)
      .executeTakeFirst()) !== undefined
  await recordAudit(tx, scope, now, {
    action: 'municipal-roles.add-activity-file',
    subjectKind: 'promotion-activity',
    subjectId: activityId,
    details: { file: id, kept: same },
  })
  return same ? 'kept' : 'sent-before'
}

/** Takes a file away from sight; it is not thrown away. */
export async function removeActivityFile(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { id, activityId }: FileOfActivity,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable('municipal_roles.activity_files')
    .set({ removed_at: now.toString() })
    .where('id', '=', id)
    .where('activity_id', '=', activityId)
    .where('removed_at', 'is', null)
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'municipal-roles.remove-activity-file',
    subjectKind: 'promotion-activity',
    subjectId: activityId,
    details: { file: id },
  })
}
