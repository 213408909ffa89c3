import { jobScope } from '../../../platform/auth/scope.ts'
import type { ApplicationDatabase } from '../../../platform/database/application-database.ts'
import type { MasterKeys } from '../../../platform/personal-data/master-keys.ts'
import { addDays, type Instant, localDay, localTime, startOfDay } from '../../../platform/time/local-time.ts'
import { findAppointment, findHoursFrom, openingOf } from '../find-appointment/find-appointment.query.ts'
import { mailAppointment } from '../mail-appointment/mail-appointment.command.ts'

/** Not in the night: a telephone that rings then helps nobody. */
const remindFrom = '09:00'
const mostAtOnce = 100

/**
 * Reminds who gave an e-mail address of his appointment, once, on the day before. Who booked or moved it on that very day has just had
 * a mail: a move to tomorrow counts as a reminder. Run twice, or by two workers at once, each is reminded once.
 * @returns how many
 */
export async function remindAppointments(
  database: ApplicationDatabase,
  keys: MasterKeys,
  now: Instant,
): Promise<number> {
  if (localTime(now) < remindFrom) return 0
  const scope = jobScope('remind-appointments')
  const today = localDay(now)
  return database.keep(scope, async (tx) => {
    const due = await tx
      .selectFrom('referrals.appointments as appointment')
      .select('appointment.id')
      .where('appointment.state', '=', 'booked')
      .where('appointment.reminded_at', 'is', null)
      .where('appointment.starts_at', '>=', startOfDay(addDays(today, 1)))
      .where('appointment.starts_at', '<', startOfDay(addDays(today, 2)))
      .where('appointment.made_at', '<', startOfDay(today))
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('referrals.persons as person')
            .select('person.id')
            .whereRef('person.about_id', '=', 'appointment.id')
            .where('person.about_kind', '=', 'appointment')
            .where('person.contact_kind', '=', 'email'),
        ),
      )
      .orderBy('appointment.starts_at')
      .limit(mostAtOnce)
      .forUpdate()
      .skipLocked()
      .execute()
    for (const { id } of due) {
      const appointment = await findAppointment(tx, scope, id)
      if (!appointment?.person) continue
      const hours = await findHoursFrom(tx, scope, appointment.deskId, addDays(today, -1))
      await mailAppointment(
        tx,
        scope,
        keys,
        {
          ...appointment,
          what: 'reminder',
          placeId: openingOf(appointment, hours)?.hours.placeId ?? null,
          language: appointment.person.language,
        },
        now,
      )
      await tx
        .updateTable('referrals.appointments')
        .set({ reminded_at: now.toString() })
        .where('id', '=', id)
        .execute()
    }
    return due.length
  })
}
