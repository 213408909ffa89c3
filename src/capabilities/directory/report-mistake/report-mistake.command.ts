import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { PublicScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { Mistake } from '../upkeep.ts'

/** Keeps that somebody says an entry is wrong, for who keeps it. Nothing is kept of who said so. */
export async function reportMistake(
  tx: WriteHandle,
  scope: PublicScope,
  remark: {
    readonly partnerId: string
    readonly libraryId: string | null
    readonly serviceId: string
    readonly what: Mistake
    readonly text: string
  },
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('directory.remarks')
    .values({
      id: uuidv7(),
      partner_id: remark.partnerId,
      service_id: remark.serviceId,
      what: remark.what,
      text: remark.text,
      at: now.toString(),
    })
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'directory.report-mistake',
    subjectKind: 'partner',
    subjectId: remark.partnerId,
    libraryId: remark.libraryId ?? undefined,
    details: { what: remark.what },
  })
}
