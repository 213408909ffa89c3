import { sql } from 'kysely'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import { makeCodeLink } from '../../../platform/auth/links.command.ts'
import { openCode } from '../../../platform/auth/links.query.ts'
import { publicScope, type Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle, WriteHandle } from '../../../platform/database/handle.ts'
import type { MasterKeys } from '../../../platform/personal-data/master-keys.ts'
import { addDays, type Instant, instantAt, localDay } from '../../../platform/time/local-time.ts'
import { findPublicDesks } from '../../desks/public.ts'
import { bookedCode, bookedId } from '../booking-key.ts'
import { type DeskOffer, findFreeSlots, findOffer } from '../find-slots/find-slots.query.ts'
import { keepPerson } from '../keep-person/keep-person.command.ts'
import { mailAppointment } from '../mail-appointment/mail-appointment.command.ts'
import type { Person } from '../person.ts'
import type { Booker, FreeSlot } from '../slots.ts'

/** From which side an appointment was made. */
export type MadeBy = 'desk' | 'visitor' | 'sender' | 'partner'

export interface BookingWish {
  /** The secret of the form (`makeBookingKey`): used twice it books once. */
  readonly key: string
  /** Where the visitor will be: an offer of another desk is not booked. */
  readonly deskId: string
  readonly offerId: string
  readonly startsAt: Instant
  readonly topicCode?: string | undefined
  readonly referralId?: string | undefined
  readonly madeBy: MadeBy
  /** Who comes, as far as he said so. Undefined where the referral keeps it, or nobody asked. */
  readonly person?: Person | undefined
}

export type Booking =
  | {
      readonly ok: true
      readonly id: string
      /** XXXX-XXXX: shown to who booked, now, and never again. */
      readonly code: string
      readonly startsAt: Instant
      readonly endsAt: Instant
      /** The form was sent before: this is what it booked then, at the time that was asked then. */
      readonly again: boolean
    }
  /** Somebody was first, or the desk is not open then any more: the next times that are free. */
  | { readonly ok: false; readonly next: readonly FreeSlot[] }

/** After the day of an appointment nobody needs to know any more who came, at the latest. */
export const daysNeededAfter = 7
/** So many other times are offered to who was too late. */
const nextOffered = 10

/**
 * Books a place in an hour of a desk, for the desk, a visitor, who sends somebody, or a partner. Everybody who books on that day of
 * that offer waits for each other, so that each sees what the one before took; the unique index on the place is the second lock.
 */
export async function bookAppointment(
  tx: WriteHandle,
  scope: Scope,
  keys: MasterKeys,
  wish: BookingWish,
  now: Instant,
): Promise<Booking> {
  const id = bookedId(wish.key)
  const code = bookedCode(wish.key)
  const booker: Booker = wish.madeBy === 'desk' ? 'desk' : 'outside'
  const offer = await findOffer(tx, scope, wish.offerId)
  if (!offer || !mayBook(offer, wish) || !(await isOpenDesk(tx, scope, offer.deskId))) {
    await recordRefusal(tx, scope, wish, offer, now)
    return { ok: false, next: [] }
  }
  await waitForTurn(tx, scope, offer.id, wish.startsAt)
  const before = await openCode(tx, publicScope, keys, { purpose: 'referrals.appointment', code }, now)
  if (before?.subjectId === id) return again(tx, scope, wish, offer, { id, code }, now)
  const slot = await findSlot(tx, scope, offer, wish.startsAt, booker, now)
  const place = slot?.free[0]
  if (!slot || place === undefined) {
    await recordRefusal(tx, scope, wish, offer, now)
    return { ok: false, next: await findNext(tx, scope, offer, wish.startsAt, booker, now) }
  }

  const startsAt = instantAt(slot.start)
  const endsAt = instantAt(slot.end)
  // Without a target, so that who may only add needs not be able to read.
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('referrals.appointments')
    .values({
      id,
      offer_id: offer.id,
      library_id: offer.libraryId,
      desk_id: offer.deskId,
      referral_id: wish.referralId ?? null,
      code_hash: keys.hashOfCode(code),
      starts_at: startsAt.toString(),
      ends_at: endsAt.toString(),
      place,
      topic_code: wish.topicCode ?? null,
      state: 'booked',
      state_since: now.toString(),
      made_by_kind: wish.madeBy,
      made_by: 'accountId' in scope ? scope.accountId : null,
      made_at: now.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 0n) {
    // The same form for another day, at the same moment; else the index kept the place.
    const since = await openCode(tx, publicScope, keys, { purpose: 'referrals.appointment', code }, now)
    if (since?.subjectId === id) return again(tx, scope, wish, offer, { id, code }, now)
    await recordRefusal(tx, scope, wish, offer, now)
    return { ok: false, next: await findNext(tx, scope, offer, wish.startsAt, booker, now) }
  }
  await makeCodeLink(
    tx,
    scope,
    keys,
    { purpose: 'referrals.appointment', code, subjectId: id, expiresAt: endsAt },
    now,
  )
  if (wish.person)
    await keepPerson(
      tx,
      scope,
      keys,
      {
        kind: 'appointment',
        id,
        libraryId: offer.libraryId,
        person: wish.person,
        eraseOn: addDays(slot.day, daysNeededAfter),
      },
      now,
    )
  await recordAudit(tx, scope, now, {
    action: 'referrals.book',
    subjectKind: 'appointment',
    subjectId: id,
    libraryId: offer.libraryId,
    details: { by: wish.madeBy },
  })
  if (wish.person?.contact?.kind === 'email')
    await mailAppointment(
      tx,
      scope,
      keys,
      {
        what: 'booked',
        id,
        deskId: offer.deskId,
        startsAt,
        endsAt,
        sequence: 0,
        placeId: slot.placeId,
        byTelephone: offer.hoursKind === 'telephone',
        language: wish.person.language,
      },
      now,
    )
  return { ok: true, id, code, startsAt, endsAt, again: false }
}

/**
 * Only at the desk that was meant. Offers that are not for everybody are for the desk, and for who books for a referral that the desk
 * made.
 */
const mayBook = (offer: DeskOffer, { deskId, madeBy, referralId }: BookingWish): boolean =>
  offer.active &&
  offer.deskId === deskId &&
  (offer.byPublic || madeBy === 'desk' || (madeBy === 'partner' && referralId !== undefined))

/** A desk that closed for good keeps its offers. */
const isOpenDesk = async (db: ReadHandle, scope: Scope, deskId: string): Promise<boolean> =>
  (await findPublicDesks(db, scope, [deskId])).some(({ active }) => active)

/** What the same form booked before. */
async function again(
  tx: WriteHandle,
  scope: Scope,
  { startsAt, madeBy }: BookingWish,
  offer: DeskOffer,
  { id, code }: { readonly id: string; readonly code: string },
  now: Instant,
): Promise<Booking> {
  await recordAudit(tx, scope, now, {
    action: 'referrals.book',
    subjectKind: 'appointment',
    subjectId: id,
    libraryId: offer.libraryId,
    details: { by: madeBy, again: true },
  })
  return { ok: true, id, code, startsAt, endsAt: startsAt.add({ minutes: offer.minutes }), again: true }
}

/** That somebody was too late is told too: it says where there are too few places. */
const recordRefusal = (
  tx: WriteHandle,
  scope: Scope,
  { offerId, madeBy }: BookingWish,
  offer: DeskOffer | undefined,
  now: Instant,
): Promise<void> =>
  recordAudit(tx, scope, now, {
    action: 'referrals.book-refused',
    subjectKind: 'offer',
    subjectId: offerId,
    libraryId: offer?.libraryId,
    details: { by: madeBy },
  })

/** Until the transaction ends nobody else books on this day of this offer. */
export async function waitForTurn(
  tx: WriteHandle,
  _scope: Scope,
  offerId: string,
  startsAt: Instant,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`booking ${offerId} ${localDay(startsAt)}`}, 0))`.execute(
    tx,
  )
}

/** The time that begins at this moment, if it still has a place. */
export async function findSlot(
  db: ReadHandle,
  scope: Scope,
  offer: DeskOffer,
  startsAt: Instant,
  booker: Booker,
  now: Instant,
): Promise<FreeSlot | undefined> {
  const day = localDay(startsAt)
  // What begins in the night may be of the evening before.
  const within = { fromDay: addDays(day, -1), untilDay: addDays(day, 2) }
  const { slots } = await findFreeSlots(
    db,
    scope,
    { deskId: offer.deskId, booker, offerId: offer.id, within },
    now,
  )
  return slots.find(({ start }) => start === startsAt.epochMilliseconds)
}

/** The free times that come nearest after the one that was wanted, and if there are none, the first there are. */
export async function findNext(
  db: ReadHandle,
  scope: Scope,
  offer: DeskOffer,
  startsAt: Instant,
  booker: Booker,
  now: Instant,
): Promise<FreeSlot[]> {
  const { slots } = await findFreeSlots(db, scope, { deskId: offer.deskId, booker, offerId: offer.id }, now)
  const later = slots.filter(({ start }) => start >= startsAt.epochMilliseconds)
  return (later.length > 0 ? later : slots).slice(0, nextOffered)
}
