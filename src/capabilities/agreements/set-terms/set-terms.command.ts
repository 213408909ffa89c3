import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { Agreement, KeptOutcome, Terms } from '../agreement.ts'

/** Says from when until when it holds, if nobody changed the agreement since `version`. */
export async function setTerms(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { id, version }: Pick<Agreement, 'id' | 'version'>,
  { fromDay, untilDay, noticeMonths, reviewOn }: Terms,
  now: Instant,
): Promise<KeptOutcome> {
  const { numUpdatedRows } = await tx
    .updateTable('agreements.agreements')
    .set((eb) => ({
      from_day: fromDay,
      until_day: untilDay,
      notice_months: noticeMonths,
      review_on: reviewOn,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  const kept = numUpdatedRows > 0n
  await recordAudit(tx, scope, now, {
    action: 'agreements.change',
    subjectKind: 'municipal-agreement',
    subjectId: id,
    details: { part: 'terms', kept },
  })
  return kept ? 'kept' : 'changed-meanwhile'
}
