import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import { prolongLinks } from '../../../platform/auth/links.command.ts'
import type { Scope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { MasterKeys } from '../../../platform/personal-data/master-keys.ts'
import { addDays, type Instant, instantAt, localDay } from '../../../platform/time/local-time.ts'
import {
  daysNeededAfter,
  findNext,
  findSlot,
  waitForTurn,
} from '../book-appointment/book-appointment.command.ts'
import { type Appointment, findAppointment } from '../find-appointment/find-appointment.query.ts'
import { findOffer } from '../find-slots/find-slots.query.ts'
import { followAppointment } from '../follow-appointment/follow-appointment.command.ts'
import { mailAppointment } from '../mail-appointment/mail-appointment.command.ts'
import type { Booker, FreeSlot } from '../slots.ts'

export type Moving =
  | { readonly ok: true; readonly startsAt: Instant }
  /** Somebody was first: the next times that are free. None when the appointment has begun, or was cancelled. */
  | { readonly ok: false; readonly next: readonly FreeSlot[] }

/**
 * Moves an appointment to another time of the same offer: the place of before is free at once. Id and code stay, and a calendar
 * changes its entry (SEQUENCE). Moving it to where it stands changes nothing: a second press of the button tells what the first did.
 */
export async function moveAppointment(
  tx: WriteHandle,
  scope: Scope,
  keys: MasterKeys,
  { id, startsAt, booker }: { readonly id: string; readonly startsAt: Instant; readonly booker: Booker },
  now: Instant,
): Promise<Moving> {
  const known = await findAppointment(tx, scope, id)
  const offer = known && (await findOffer(tx, scope, known.offerId))
  if (offer) await waitForTurn(tx, scope, offer.id, startsAt)
  const appointment = await holdAppointment(tx, scope, id)
  if (!appointment || !offer || !isAhead(appointment, now)) {
    await recordMove(tx, scope, id, known, 'over', now)
    return { ok: false, next: [] }
  }
  if (appointment.startsAt.equals(startsAt)) {
    await recordMove(tx, scope, id, appointment, 'same', now)
    return { ok: true, startsAt }
  }
  const slot = await findSlot(tx, scope, offer, startsAt, booker, now)
  const place = slot?.free[0]
  if (!slot || place === undefined) {
    await recordMove(tx, scope, id, appointment, 'taken', now)
    return { ok: false, next: await findNext(tx, scope, offer, startsAt, booker, now) }
  }
  const endsAt = instantAt(slot.end)
  const sequence = appointment.sequence + 1
  await tx
    .updateTable('referrals.appointments')
    .set({
      starts_at: startsAt.toString(),
      ends_at: endsAt.toString(),
      place,
      sequence,
      // Of tomorrow he has just been told, by the mail that it moved.
      reminded_at: slot.day <= addDays(localDay(now), 1) ? now.toString() : null,
    })
    .where('id', '=', id)
    .where('state', '=', 'booked')
    .execute()
  await keepUntil(tx, id, addDays(slot.day, daysNeededAfter))
  await prolongLinks(tx, scope, { purpose: 'referrals.appointment', subjectId: id, expiresAt: endsAt })
  await followAppointment(tx, scope, { id, startsAt }, now)
  await recordMove(tx, scope, id, appointment, 'moved', now)
  if (appointment.person?.contactKind === 'email')
    await mailAppointment(
      tx,
      scope,
      keys,
      {
        what: 'moved',
        id,
        deskId: appointment.deskId,
        startsAt,
        endsAt,
        sequence,
        placeId: slot.placeId,
        byTelephone: appointment.byTelephone,
        language: appointment.person.language,
      },
      now,
    )
  return { ok: true, startsAt }
}

/** How it stands now; until the transaction ends nobody else cancels or moves it. */
async function holdAppointment(tx: WriteHandle, scope: Scope, id: string): Promise<Appointment | undefined> {
  await tx.selectFrom('referrals.appointments').select('id').where('id', '=', id).forUpdate().execute()
  return findAppointment(tx, scope, id)
}

/** Who comes is kept as long as he has to come; what he agreed to holds as long. */
async function keepUntil(tx: WriteHandle, id: string, lastDay: string): Promise<void> {
  await tx
    .updateTable('referrals.persons')
    .set({ erase_on: lastDay })
    .where('about_kind', '=', 'appointment')
    .where('about_id', '=', id)
    .execute()
  await tx
    .updateTable('referrals.consents')
    .set({ valid_until: lastDay })
    .where('about_kind', '=', 'appointment')
    .where('about_id', '=', id)
    .execute()
}

/** Whether somebody still has to come for it. */
export const isAhead = ({ state, startsAt }: Appointment, now: Instant): boolean =>
  state === 'booked' && startsAt.epochMilliseconds > now.epochMilliseconds

const recordMove = (
  tx: WriteHandle,
  scope: Scope,
  id: string,
  appointment: Appointment | undefined,
  outcome: 'moved' | 'same' | 'taken' | 'over',
  now: Instant,
): Promise<void> =>
  recordAudit(tx, scope, now, {
    action: 'referrals.move-appointment',
    subjectKind: 'appointment',
    subjectId: id,
    libraryId: appointment?.libraryId,
    details: { outcome },
  })
