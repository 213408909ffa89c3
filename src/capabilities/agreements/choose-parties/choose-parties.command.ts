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

/**
 * Says who takes part, if nobody changed the agreement since `version`. `agreed`: what was agreed with one is not handed to another; it
 * goes back to a draft first.
 */
export async function chooseParties(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { id, version }: Pick<Agreement, 'id' | 'version'>,
  { libraryId, municipalityCodes }: Parties,
  now: Instant,
): Promise<KeptOutcome | 'agreed'> {
  const outcome = await put(tx, { id, version }, { libraryId, municipalityCodes })
  await recordAudit(tx, scope, now, {
    action: 'agreements.change',
    subjectKind: 'municipal-agreement',
    subjectId: id,
    details: { part: 'parties', kept: outcome === 'kept' },
  })
  return outcome
}

async function put(
  tx: WriteHandle,
  { id, version }: Pick<Agreement, 'id' | 'version'>,
  { libraryId, municipalityCodes }: Parties,
): Promise<KeptOutcome | 'agreed'> {
  // Who agrees a version meanwhile raises the version of the agreement too.
  const agreed = await tx
    .selectFrom('agreements.versions')
    .select('id')
    .where('agreement_id', '=', id)
    .where('agreed_on', 'is not', null)
    .executeTakeFirst()
  if (agreed) return 'agreed'
  const { numUpdatedRows } = await tx
    .updateTable('agreements.agreements')
    .set((eb) => ({ library_id: libraryId, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return 'changed-meanwhile'
  await tx.deleteFrom('agreements.parties').where('agreement_id', '=', id).execute()
  if (municipalityCodes.length > 0)
    await tx
      .insertInto('agreements.parties')
      .values(municipalityCodes.map((code) => ({ agreement_id: id, municipality_code: code })))
      .execute()
  return 'kept'
}
