import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { KeptOutcome } from '../agreement.ts'

/** Chooses the building blocks, if nobody chose others since `version`. What was typed in a block that is left out stays. */
export async function chooseBlocks(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { agreementId, version }: { readonly agreementId: string; readonly version: number },
  blocks: readonly string[],
  now: Instant,
): Promise<KeptOutcome> {
  const { numUpdatedRows } = await tx
    .updateTable('agreements.drafts')
    .set((eb) => ({ blocks: [...blocks], version: eb('version', '+', 1) }))
    .where('agreement_id', '=', agreementId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  const kept = numUpdatedRows > 0n
  await recordAudit(tx, scope, now, {
    action: 'agreements.change',
    subjectKind: 'municipal-agreement',
    subjectId: agreementId,
    details: { part: 'blocks', kept },
  })
  return kept ? 'kept' : 'changed-meanwhile'
}
