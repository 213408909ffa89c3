import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { BookedOutcome } from '../keep-booking/keep-booking.command.ts'
import { lockYear } from '../lock-year/lock-year.command.ts'
import type { AmountFacts } from './keep-amount.form.ts'

/**
 * Keeps the amount of a municipality from a year on, or the numbers to reckon it from, if nobody did so since `version`
 * (0: there was none). Refused for a year that was signed.
 */
export async function keepAmount(
  tx: WriteHandle,
  scope: MunicipalityScope,
  {
    schemeId,
    municipalityCode,
    fromYear,
    version,
  }: { schemeId: string; municipalityCode: string; fromYear: number; version: number },
  { inhabitants, lessEducated, amountCents, sourceNote }: AmountFacts,
  now: Instant,
): Promise<BookedOutcome> {
  const isSigned = await lockYear(tx, scope, municipalityCode, fromYear)
  const kept = {
    inhabitants,
    less_educated: lessEducated,
    amount_cents: amountCents,
    source: 'typed',
    source_note: sourceNote,
    entered_at: now.toString(),
  }
  const { numInsertedOrUpdatedRows = 0n } = isSigned
    ? {}
    : version === 0
      ? await tx
          .insertInto('funding.amounts')
          .values({ scheme_id: schemeId, municipality_code: municipalityCode, from_year: fromYear, ...kept })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow()
      : await tx
          .updateTable('funding.amounts')
          .set((eb) => ({ ...kept, version: eb('version', '+', 1) }))
          .where('scheme_id', '=', schemeId)
          .where('municipality_code', '=', municipalityCode)
          .where('from_year', '=', fromYear)
          .where('version', '=', version)
          .executeTakeFirstOrThrow()
          .then(({ numUpdatedRows }) => ({ numInsertedOrUpdatedRows: numUpdatedRows }))
  const isKept = (numInsertedOrUpdatedRows ?? 0n) > 0n
  await recordAudit(tx, scope, now, {
    action: 'funding.keep-amount',
    subjectKind: 'money-year',
    subjectId: `${municipalityCode} ${fromYear}`,
    details: { kept: isKept, cents: amountCents, lessEducated },
  })
  return isKept ? 'kept' : isSigned ? 'signed-meanwhile' : 'changed-meanwhile'
}
