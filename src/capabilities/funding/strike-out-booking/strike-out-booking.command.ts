import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { Booking } from '../booking.ts'
import type { BookedOutcome } from '../keep-booking/keep-booking.command.ts'
import { lockYear } from '../lock-year/lock-year.command.ts'

/**
 * Strikes out a booking of an open year, if nobody changed it since `version`: it stays to be read, with the reason, and counts no
 * more. A part of a shared cost can then be taken again; spending on a commitment that was struck out stays.
 */
export async function strikeOutBooking(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { id, version, municipalityCode, year }: Pick<Booking, 'id' | 'version' | 'municipalityCode' | 'year'>,
  reason: string,
  now: Instant,
): Promise<BookedOutcome> {
  const isSigned = await lockYear(tx, scope, municipalityCode, year)
  const { numUpdatedRows } = isSigned
    ? { numUpdatedRows: 0n }
    : await tx
        .updateTable('funding.bookings')
        .set((eb) => ({
          struck_out_at: now.toString(),
          struck_out_reason: reason,
          shared_cost_id: null,
          version: eb('version', '+', 1),
        }))
        .where('id', '=', id)
        .where('version', '=', version)
        .where('struck_out_at', 'is', null)
        .executeTakeFirstOrThrow()
  await recordAudit(tx, scope, now, {
    action: 'funding.strike-out-booking',
    subjectKind: 'booking',
    subjectId: id,
    details: { municipality: municipalityCode, year, kept: numUpdatedRows > 0n },
  })
  return numUpdatedRows > 0n ? 'kept' : isSigned ? 'signed-meanwhile' : 'changed-meanwhile'
}
