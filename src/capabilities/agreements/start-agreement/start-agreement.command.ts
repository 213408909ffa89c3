import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { Agreement, AgreementKind, KeptOutcome } from '../agreement.ts'
import { usualBlocks } from '../building-blocks.ts'

export interface AgreementStart {
  readonly kind: AgreementKind
  readonly title: string
}

/**
 * Begins an agreement, with the usual building blocks chosen. The same id twice is one agreement.
 * @returns 'sent-before': it was there, and stays as it is
 */
export async function startAgreement(
  tx: WriteHandle,
  scope: MunicipalityScope,
  {
    id,
    municipalityCode,
    kind,
    title,
  }: AgreementStart & { readonly id: string; readonly municipalityCode: string },
  now: Instant,
): Promise<'kept' | 'sent-before'> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('agreements.agreements')
    .values({
      id,
      municipality_code: municipalityCode,
      kind,
      title,
      made_by: scope.accountId,
      created_at: now.toString(),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  const isNew = (numInsertedOrUpdatedRows ?? 0n) > 0n
  if (isNew)
    await tx
      .insertInto('agreements.drafts')
      .values({ agreement_id: id, blocks: usualBlocks(kind) })
      .execute()
  await recordAudit(tx, scope, now, {
    action: 'agreements.start',
    subjectKind: 'municipal-agreement',
    subjectId: id,
    details: { municipality: municipalityCode, kind, again: !isNew },
  })
  return isNew ? 'kept' : 'sent-before'
}

/** Another name, or another kind while there is no version yet, if nobody changed the agreement since `version`. */
export async function renameAgreement(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { id, version }: Pick<Agreement, 'id' | 'version'>,
  { kind, title }: AgreementStart,
  now: Instant,
): Promise<KeptOutcome> {
  const before = await tx
    .selectFrom('agreements.agreements')
    .select('kind')
    .where('id', '=', id)
    .executeTakeFirst()
  const { numUpdatedRows } = await tx
    .updateTable('agreements.agreements')
    .set((eb) => ({ kind, title, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  const kept = numUpdatedRows > 0n
  // The other kind has other blocks; what was typed in those of this one stays.
  if (kept && before?.kind !== kind)
    await tx
      .updateTable('agreements.drafts')
      .set((eb) => ({ blocks: usualBlocks(kind), version: eb('version', '+', 1) }))
      .where('agreement_id', '=', id)
      .execute()
  await recordAudit(tx, scope, now, {
    action: 'agreements.change',
    subjectKind: 'municipal-agreement',
    subjectId: id,
    details: { part: 'name', kept },
  })
  return kept ? 'kept' : 'changed-meanwhile'
}
