import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { refuse } from '../../../platform/errors/refusals.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { CountedIndicator } from '../indicators.ts'
import { lockYear } from '../lock-year/lock-year.command.ts'

export interface CorrectionFacts {
  readonly id: string
  readonly municipalityCode: string
  readonly year: number
  readonly indicator: CountedIndicator
  readonly value: number
  /** What was counted at this moment. */
  readonly counted: number
  readonly reason: string
  /** The correction that held when the form was shown; empty: none. */
  readonly over: string
}

/**
 * Keeps another number than what was counted, if nobody corrected it since the form was shown; the same id twice is one correction.
 * After signing it stands beside what was signed.
 */
export async function correctIndicator(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { id, municipalityCode, year, indicator, value, counted, reason, over }: CorrectionFacts,
  now: Instant,
): Promise<'kept' | 'changed-meanwhile'> {
  const isSigned = await lockYear(tx, scope, municipalityCode, year)
  const latest = await tx
    .selectFrom('funding.indicator_corrections')
    .select('id')
    .where('municipality_code', '=', municipalityCode)
    .where('year', '=', year)
    .where('indicator', '=', indicator)
    .where('withdrawn_at', 'is', null)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const isSame = latest?.id === id || (latest?.id ?? '') === over
  if (isSame)
    await tx
      .insertInto('funding.indicator_corrections')
      .values({
        id,
        municipality_code: municipalityCode,
        year,
        indicator,
        value,
        counted,
        reason,
        after_signing: isSigned,
        made_by: scope.accountId,
        made_at: now.toString(),
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
  await recordAudit(tx, scope, now, {
    action: 'funding.correct-indicator',
    subjectKind: 'indicator-correction',
    subjectId: id,
    details: { municipality: municipalityCode, year, indicator, value, kept: isSame },
  })
  return isSame ? 'kept' : 'changed-meanwhile'
}

/** Takes a correction back: what was counted holds again. @throws not-found when there is none that holds */
export async function withdrawCorrection(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { id, municipalityCode }: { readonly id: string; readonly municipalityCode: string },
  now: Instant,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('funding.indicator_corrections')
    .set({ withdrawn_at: now.toString() })
    .where('id', '=', id)
    .where('municipality_code', '=', municipalityCode)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) refuse('not-found')
  await recordAudit(tx, scope, now, {
    action: 'funding.withdraw-correction',
    subjectKind: 'indicator-correction',
    subjectId: id,
    details: { municipality: municipalityCode },
  })
}
