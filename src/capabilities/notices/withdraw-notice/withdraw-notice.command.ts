import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { Notice } from '../notice.ts'

/** Takes a notice back: desks read that it does not go on, and why. A second time changes nothing. */
export async function withdrawNotice(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { id }: Pick<Notice, 'id'>,
  reason: string,
  now: Instant,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('notices.notices')
    .set((eb) => ({
      withdrawn_at: now.toString(),
      withdrawn_reason: reason,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  await recordAudit(tx, scope, now, {
    action: 'notices.withdraw',
    subjectKind: 'notice',
    subjectId: id,
    details: { kept: numUpdatedRows > 0n },
  })
}
