import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { Booking } from '../booking.ts'
import { lockYear } from '../lock-year/lock-year.command.ts'
import type { BookingFacts } from './keep-booking.form.ts'

/**
 * 'known': it was booked already, by the same form. 'signed-meanwhile': while the form was open the year was signed; now it would be
 * a correction.
 */
export type BookedOutcome = 'kept' | 'known' | 'changed-meanwhile' | 'signed-meanwhile'

/** Books something in a year. The same id twice is one booking. */
export async function addBooking(
  tx: WriteHandle,
  scope: MunicipalityScope,
  {
    id,
    municipalityCode,
    year,
    sharedCostId = null,
    ...facts
  }: BookingFacts & {
    readonly id: string
    readonly municipalityCode: string
    readonly year: number
    readonly sharedCostId?: string | null
  },
  now: Instant,
): Promise<BookedOutcome> {
  const isSigned = await lockYear(tx, scope, municipalityCode, year)
  const mayBeBooked = isSigned === facts.afterSigning
  const { numInsertedOrUpdatedRows } = mayBeBooked
    ? await tx
        .insertInto('funding.bookings')
        .values({
          id,
          municipality_code: municipalityCode,
          year,
          shared_cost_id: sharedCostId,
          ...columnsOf(facts),
          after_signing: facts.afterSigning,
          made_by: scope.accountId,
          created_at: now.toString(),
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow()
    : { numInsertedOrUpdatedRows: 0n }
  const isNew = (numInsertedOrUpdatedRows ?? 0n) > 0n
  await recordAudit(tx, scope, now, {
    action: facts.afterSigning ? 'funding.correct-year' : 'funding.add-booking',
    subjectKind: 'booking',
    subjectId: id,
    details: { municipality: municipalityCode, year, kept: isNew },
  })
  return isNew ? 'kept' : mayBeBooked ? 'known' : 'signed-meanwhile'
}

/** Changes a booking of an open year, if nobody did so since `version`. */
export async function changeBooking(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { id, version, municipalityCode, year }: Pick<Booking, 'id' | 'version' | 'municipalityCode' | 'year'>,
  facts: BookingFacts,
  now: Instant,
): Promise<BookedOutcome> {
  const isSigned = await lockYear(tx, scope, municipalityCode, year)
  const { numUpdatedRows } = isSigned
    ? { numUpdatedRows: 0n }
    : await tx
        .updateTable('funding.bookings')
        .set((eb) => ({ ...columnsOf(facts), version: eb('version', '+', 1) }))
        .where('id', '=', id)
        .where('version', '=', version)
        .where('struck_out_at', 'is', null)
        .where('shared_cost_id', 'is', null)
        .executeTakeFirstOrThrow()
  await recordAudit(tx, scope, now, {
    action: 'funding.change-booking',
    subjectKind: 'booking',
    subjectId: id,
    details: { kept: numUpdatedRows > 0n },
  })
  return numUpdatedRows > 0n ? 'kept' : isSigned ? 'signed-meanwhile' : 'changed-meanwhile'
}

const columnsOf = (facts: BookingFacts) => ({
  day: facts.day,
  kind: facts.kind,
  purpose: facts.purpose,
  library_id: facts.libraryId,
  commitment_id: facts.commitmentId,
  description: facts.description,
  amount_cents: facts.amountCents,
  reason: facts.reason,
})
