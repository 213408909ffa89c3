import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { Agreement, KeptOutcome } from '../agreement.ts'

export interface Parties {
  readonly libraryId: string
  /** The other municipalities, by CBS code. */
  readonly municipalityCodes: readonly string[]
}

/** Says who takes part, if nobody changed the agreement since `version`. */
export async function chooseParties(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { id, version }: Pick<Agreement, 'id' | 'version'>,
  { libraryId, municipalityCodes }: Parties,
  now: Instant,
): Promise<KeptOutcome> {
  const { numUpdatedRows } = await tx
    .updateTable('agreements.agreements')
    .set((eb) => ({ library_id: libraryId, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  const kept = numUpdatedRows > 0n
  if (kept) {
    await tx.deleteFrom('agreements.parties').where('agreement_id', '=', id).execute()
    if (municipalityCodes.length > 0)
      await tx
        .insertInto('agreements.parties')
        .values(municipalityCodes.map((code) => ({ agreement_id: id, municipality_code: code })))
        .execute()
  }
  await recordAudit(tx, scope, now, {
    action: 'agreements.change',
    subjectKind: 'municipal-agreement',
    subjectId: id,
    details: { part: 'parties', kept },
  })
  return kept ? 'kept' : 'changed-meanwhile'
}
