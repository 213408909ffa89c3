import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { DeskScope, NationalScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import type { Instant } from '../../../platform/time/local-time.ts'

/** Somebody looked at a remark: the entry was changed for it, or was right after all. */
export async function handleRemark(
  tx: WriteHandle,
  scope: DeskScope | NationalScope,
  remark: { readonly id: string; readonly partnerId: string; readonly tookOver: boolean },
  now: Instant,
): Promise<void> {
  foundOrRefuse(
    await tx
      .updateTable('directory.remarks')
      .set({ handled_at: now.toString(), handled_by: scope.accountId, took_over: remark.tookOver })
      .where('id', '=', remark.id)
      .where('partner_id', '=', remark.partnerId)
      .where('handled_at', 'is', null)
      .returning('id')
      .executeTakeFirst(),
  )
  await recordAudit(tx, scope, now, {
    action: 'directory.handle-remark',
    subjectKind: 'partner',
    subjectId: remark.partnerId,
    libraryId: scope.kind === 'desk' ? scope.libraryId : undefined,
    details: { tookOver: remark.tookOver },
  })
}
