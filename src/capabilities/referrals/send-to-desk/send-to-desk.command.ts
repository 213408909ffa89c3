import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import { makeCodeLink } from '../../../platform/auth/links.command.ts'
import type { PartnerScope, PublicScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { MasterKeys } from '../../../platform/personal-data/master-keys.ts'
import { addDays, type Instant, localDay } from '../../../platform/time/local-time.ts'
import type { PublicDesk } from '../../desks/public.ts'
import { type Booking, bookAppointment } from '../book-appointment/book-appointment.command.ts'
import { bookedCode, bookedId } from '../booking-key.ts'
import type { Person } from '../person.ts'
import { recordConsent } from '../record-consent/record-consent.command.ts'
import { type Sender, senderConsentVersion } from '../sender.ts'
import type { FreeSlot } from '../slots.ts'
import { passedOf } from '../visitor-fields.ts'
import { addWorkingDays, officeHolidays } from '../working-days.ts'

export interface SendingWish {
  /** The secret of the form: sent twice it sends once. */
  readonly key: string
  readonly desk: Pick<PublicDesk, 'id' | 'libraryId' | 'municipalityCode' | 'name'>
  readonly sender: Sender
  readonly topicCode: string | undefined
  /** The appointment; undefined for who walks in. */
  readonly slot: { readonly offerId: string; readonly startsAt: Instant } | undefined
  /** Who comes, with his consent. Kept for the appointment alone; who walks in brings the code. */
  readonly person: Person | undefined
}

export type Sent =
  | {
      readonly ok: true
      /** By which the sender, the visitor and the desk speak of it. It opens nothing. */
      readonly code: string
      /** The secret by which who has no account follows it; only its hash is kept. */
      readonly followCode: string
      readonly booking: Extract<Booking, { ok: true }> | undefined
    }
  /** Somebody was first: the next times that are free. Nothing was sent. */
  | { readonly ok: false; readonly next: readonly FreeSlot[] }

/** Working days in which a desk tells how it ended, when there is no agreement. */
const answerDays = 5
/** As long as a referral may take, in days; its code opens nothing after that. */
const longestDays = 90

class TimeTaken extends Error {
  readonly next: readonly FreeSlot[]
  constructor(next: readonly FreeSlot[]) {
    super('That time was taken')
    this.next = next
  }
}

/**
 * Sends somebody to a desk (guide § 4.4): a referral in, with an appointment when one was chosen. The referral says nothing of who
 * it is; a name or a way of contact stands with the appointment, with consent, and goes when that is over.
 * @param write does it in one transaction: when the time was taken meanwhile, nothing of it stays
 */
export async function sendToDesk(
  write: <Result>(work: (tx: WriteHandle) => Promise<Result>) => Promise<Result>,
  scope: PartnerScope | PublicScope,
  keys: MasterKeys,
  wish: SendingWish,
  now: Instant,
): Promise<Sent> {
  try {
    return await write((tx) => send(tx, scope, keys, wish, now))
  } catch (error) {
    if (error instanceof TimeTaken) return { ok: false, next: error.next }
    throw error
  }
}

async function send(
  tx: WriteHandle,
  scope: PartnerScope | PublicScope,
  keys: MasterKeys,
  { key, desk, sender, topicCode, slot, person }: SendingWish,
  now: Instant,
): Promise<Sent> {
  const id = bookedId(`${key} referral`)
  const code = bookedCode(`${key} referral`)
  const followCode = bookedCode(`${key} sender`)
  const today = localDay(now)
  const lookOn = slot ? localDay(slot.startsAt) : today
  const holidays = await officeHolidays(today, addDays(lookOn, 30))
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('referrals.referrals')
    .values({
      id,
      code,
      direction: 'in',
      warmth: slot ? 'warm' : 'plain',
      library_id: desk.libraryId,
      desk_id: desk.id,
      municipality_code: desk.municipalityCode,
      sender_kind: sender.kind,
      sender_name: sender.name,
      sender_organisation_id: sender.organisationId,
      topic_code: topicCode ?? null,
      way: slot ? 'appointment' : 'walk-in',
      state: 'sent',
      state_since: now.toString(),
      appointment_at: slot?.startsAt.toString() ?? null,
      answer_days: answerDays,
      remind_on: addWorkingDays(lookOn, answerDays, holidays),
      made_by: 'accountId' in scope ? scope.accountId : null,
      made_at: now.toString(),
      made_on: today,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  const first = numInsertedOrUpdatedRows !== 0n
  if (first)
    await noteSending(
      tx,
      scope,
      keys,
      { id, followCode, expiresAt: now.add({ hours: longestDays * 24 }) },
      now,
    )
  const booking =
    slot && (await book(tx, scope, keys, { key, id, deskId: desk.id, topicCode, slot, person }, now))
  if (first && booking && person)
    await recordConsent(
      tx,
      scope,
      {
        about: { kind: 'appointment', id: booking.id, libraryId: desk.libraryId },
        textVersion: senderConsentVersion,
        language: person.language,
        givenOn: 'screen',
        passedTo: desk.name,
        passed: passedOf(person),
        validUntil: addDays(lookOn, 7),
      },
      now,
    )
  await recordAudit(tx, scope, now, {
    action: 'referrals.send',
    subjectKind: 'referral',
    subjectId: id,
    libraryId: desk.libraryId,
    details: { to: 'sent', by: 'sender', sender: sender.kind, again: !first },
  })
  return { ok: true, code, followCode, booking }
}

/** The first line of its history, and the code by which the sender follows it. */
async function noteSending(
  tx: WriteHandle,
  scope: PartnerScope | PublicScope,
  keys: MasterKeys,
  {
    id,
    followCode,
    expiresAt,
  }: { readonly id: string; readonly followCode: string; readonly expiresAt: Instant },
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('referrals.transitions')
    .values({
      referral_id: id,
      at: now.toString(),
      event: 'send',
      from_state: null,
      to_state: 'sent',
      by_kind: 'sender',
      account_id: 'accountId' in scope ? scope.accountId : null,
    })
    .execute()
  await makeCodeLink(
    tx,
    scope,
    keys,
    { purpose: 'referrals.sender', code: followCode, subjectId: id, expiresAt },
    now,
  )
}

async function book(
  tx: WriteHandle,
  scope: PartnerScope | PublicScope,
  keys: MasterKeys,
  {
    key,
    id,
    deskId,
    topicCode,
    slot,
    person,
  }: Pick<SendingWish, 'key' | 'topicCode' | 'person'> & {
    readonly id: string
    readonly deskId: string
    readonly slot: NonNullable<SendingWish['slot']>
  },
  now: Instant,
): Promise<Extract<Booking, { ok: true }>> {
  const booking = await bookAppointment(
    tx,
    scope,
    keys,
    { key, deskId, ...slot, topicCode, referralId: id, madeBy: 'sender', person },
    now,
  )
  if (!booking.ok) throw new TimeTaken(booking.next)
  return booking
}
