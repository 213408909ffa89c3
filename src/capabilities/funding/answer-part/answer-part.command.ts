import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { LibraryScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'

export interface PartAnswer {
  readonly id: string
  readonly version: number
  readonly state: 'confirmed' | 'disputed'
  readonly remark: string
  readonly desks: number
  readonly questions: number
  readonly materials: number
}

/** Keeps what a library says of its part, with the numbers as they were, if nothing was said or asked since `version`. */
export async function answerPart(
  tx: WriteHandle,
  scope: LibraryScope,
  { id, version, state, remark, desks, questions, materials }: PartAnswer,
  now: Instant,
): Promise<'kept' | 'changed-meanwhile'> {
  const { numUpdatedRows } = await tx
    .updateTable('funding.library_parts')
    .set((eb) => ({
      state,
      remark,
      desks,
      questions,
      materials,
      answered_at: now.toString(),
      answered_by: scope.accountId,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('library_id', '=', scope.libraryId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  await recordAudit(tx, scope, now, {
    action: 'funding.answer-part',
    subjectKind: 'library-part',
    subjectId: id,
    libraryId: scope.libraryId,
    details: { state, desks, questions, materials, kept: numUpdatedRows > 0n },
  })
  return numUpdatedRows > 0n ? 'kept' : 'changed-meanwhile'
}
