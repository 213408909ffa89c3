import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { BookedOutcome } from '../keep-booking/keep-booking.command.ts'
import { lockYear } from '../lock-year/lock-year.command.ts'
import type { YearChoiceFacts } from './choose-year.form.ts'

/** Keeps what a municipality chose for a year that is open, if nobody did so since `version` (0: nobody did). */
export async function chooseYear(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { municipalityCode, year, version }: { municipalityCode: string; year: number; version: number },
  { reserveCents, carriedInCents }: YearChoiceFacts,
  now: Instant,
): Promise<BookedOutcome> {
  const isSigned = await lockYear(tx, scope, municipalityCode, year)
  const chosen = { reserve_cents: reserveCents, carried_in_cents: carriedInCents }
  const changed = isSigned
    ? 0n
    : version === 0
      ? ((
          await tx
            .insertInto('funding.years')
            .values({ municipality_code: municipalityCode, year, ...chosen })
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirstOrThrow()
        ).numInsertedOrUpdatedRows ?? 0n)
      : (
          await tx
            .updateTable('funding.years')
            .set((eb) => ({ ...chosen, version: eb('version', '+', 1) }))
            .where('municipality_code', '=', municipalityCode)
            .where('year', '=', year)
            .where('version', '=', version)
            .executeTakeFirstOrThrow()
        ).numUpdatedRows
  await recordAudit(tx, scope, now, {
    action: 'funding.choose-year',
    subjectKind: 'money-year',
    subjectId: `${municipalityCode} ${year}`,
    details: { kept: changed > 0n, reserveCents, carriedInCents },
  })
  return changed > 0n ? 'kept' : isSigned ? 'signed-meanwhile' : 'changed-meanwhile'
}
