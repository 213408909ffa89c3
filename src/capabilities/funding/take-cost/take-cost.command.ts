import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { BookedOutcome } from '../keep-booking/keep-booking.command.ts'
import { addBooking } from '../keep-booking/keep-booking.command.ts'
import { lockCost } from '../lock-cost/lock-cost.command.ts'
import { lockYear } from '../lock-year/lock-year.command.ts'
import type { SharedCost } from '../sharing.ts'

/** Takes the part of a municipality in a shared cost into its books, once; 'withdrawn': who offered it took it back just now. */
export async function takeCost(
  tx: WriteHandle,
  scope: MunicipalityScope,
  cost: SharedCost,
  municipalityCode: string,
  now: Instant,
): Promise<BookedOutcome | 'withdrawn'> {
  // The year first, as everybody who books does: so that nobody waits for somebody who waits for him.
  await lockYear(tx, scope, municipalityCode, cost.year)
  const isWithdrawn = await lockCost(tx, scope, cost.id)
  if (!isWithdrawn)
    return addBooking(
      tx,
      scope,
      {
        id: uuidv7(),
        municipalityCode,
        year: cost.year,
        sharedCostId: cost.id,
        kind: cost.kind,
        purpose: cost.purpose,
        day: cost.day,
        libraryId: cost.libraryId,
        commitmentId: null,
        description: cost.description,
        amountCents: cost.parts[municipalityCode] ?? 0,
        afterSigning: false,
        reason: '',
      },
      now,
    )
  await recordAudit(tx, scope, now, {
    action: 'funding.add-booking',
    subjectKind: 'shared-cost',
    subjectId: cost.id,
    details: { municipality: municipalityCode, year: cost.year, kept: false },
  })
  return 'withdrawn'
}
