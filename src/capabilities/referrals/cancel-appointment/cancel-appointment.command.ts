import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { Scope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { MasterKeys } from '../../../platform/personal-data/master-keys.ts'
import { addDays, type Instant, localDay } from '../../../platform/time/local-time.ts'
import { findAppointment, findHoursFrom, openingOf } from '../find-appointment/find-appointment.query.ts'
import { followAppointment } from '../follow-appointment/follow-appointment.command.ts'
import { mailAppointment } from '../mail-appointment/mail-appointment.command.ts'

/**
 * Gives the place of an appointment free. Done twice it comes to the same; what has begun is not cancelled any more. Tells the
 * visitor, where he gave an e-mail address.
 * @returns whether it is cancelled now
 */
export async function cancelAppointment(
  tx: WriteHandle,
  scope: Scope,
  keys: MasterKeys,
  { id }: { readonly id: string },
  now: Instant,
): Promise<boolean> {
  const changed = await tx
    .updateTable('referrals.appointments')
    .set((eb) => ({
      state: 'cancelled',
      state_since: now.toString(),
      sequence: eb('sequence', '+', 1),
    }))
    .where('id', '=', id)
    .where('state', '=', 'booked')
    .where('starts_at', '>', now)
    .returning('id')
    .executeTakeFirst()
  const appointment = await findAppointment(tx, scope, id)
  await recordAudit(tx, scope, now, {
    action: 'referrals.cancel-appointment',
    subjectKind: 'appointment',
    subjectId: id,
    libraryId: appointment?.libraryId,
    details: changed ? {} : { already: true },
  })
  if (!changed || !appointment) return appointment?.state === 'cancelled'
  await followAppointment(tx, scope, { id, startsAt: undefined }, now)
  if (appointment.person?.contactKind === 'email') {
    const hours = await findHoursFrom(tx, scope, appointment.deskId, addDays(localDay(now), -1))
    await mailAppointment(
      tx,
      scope,
      keys,
      {
        ...appointment,
        what: 'cancelled',
        placeId: openingOf(appointment, hours)?.hours.placeId ?? null,
        language: appointment.person.language,
      },
      now,
    )
  }
  return true
}
