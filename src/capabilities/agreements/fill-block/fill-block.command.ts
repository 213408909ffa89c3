import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { KeptOutcome } from '../agreement.ts'
import type { FilledBlock } from '../written-agreement.ts'

/** Keeps what was typed in one block, if nobody did so since `version`; 0: nobody ever did. */
export async function fillBlock(
  tx: WriteHandle,
  scope: MunicipalityScope,
  {
    agreementId,
    block,
    version,
  }: { readonly agreementId: string; readonly block: string; readonly version: number },
  filled: FilledBlock,
  now: Instant,
): Promise<KeptOutcome> {
  const content = JSON.stringify(filled)
  const rows =
    version === 0
      ? await tx
          .insertInto('agreements.filled_blocks')
          .values({ agreement_id: agreementId, block, filled: content })
          .onConflict((conflict) => conflict.columns(['agreement_id', 'block']).doNothing())
          .executeTakeFirstOrThrow()
          .then(({ numInsertedOrUpdatedRows }) => numInsertedOrUpdatedRows ?? 0n)
      : await tx
          .updateTable('agreements.filled_blocks')
          .set((eb) => ({ filled: content, version: eb('version', '+', 1) }))
          .where('agreement_id', '=', agreementId)
          .where('block', '=', block)
          .where('version', '=', version)
          .executeTakeFirstOrThrow()
          .then(({ numUpdatedRows }) => numUpdatedRows)
  await recordAudit(tx, scope, now, {
    action: 'agreements.change',
    subjectKind: 'municipal-agreement',
    subjectId: agreementId,
    details: { part: 'block', block, kept: rows > 0n },
  })
  return rows > 0n ? 'kept' : 'changed-meanwhile'
}
