import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import { makeCodeLink, makeLink } from '../../../platform/auth/links.command.ts'
import type { DeskScope, DesksScope } from '../../../platform/auth/scope.ts'
import { makeShortCode } from '../../../platform/auth/short-code.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { MasterKeys } from '../../../platform/personal-data/master-keys.ts'
import { addDays, type Instant, localDay, startOfDay } from '../../../platform/time/local-time.ts'
import { type AgreementWay, reachOf, type ServiceDetails } from '../../directory/public.ts'
import { bookAppointment } from '../book-appointment/book-appointment.command.ts'
import { bookedCode, bookedId } from '../booking-key.ts'
import { changeReferral } from '../change-referral/change-referral.command.ts'
import { consentDays } from '../consent-text.ts'
import { keepPerson } from '../keep-person/keep-person.command.ts'
import { mailPartner, mailSlip } from '../mail-referral/mail-referral.command.ts'
import type { Person } from '../person.ts'
import { recordConsent } from '../record-consent/record-consent.command.ts'
import type { FreeSlot } from '../slots.ts'
import { passedOf } from '../visitor-fields.ts'
import { addWorkingDays, officeHolidays } from '../working-days.ts'

/** The desk at which a referral is made. */
export interface ReferringDesk {
  readonly id: string
  readonly libraryId: string
  readonly name: string
  /** CBS code of where it stands. */
  readonly municipalityCode: string
}

export interface NewReferral {
  /** The secret of the form (`makeBookingKey`): sent twice it refers once. */
  readonly key: string
  readonly desk: ReferringDesk
  readonly offer: ServiceDetails
  readonly topicCode: string | undefined
  readonly way: AgreementWay
  readonly person: Person
  /** How the visitor agreed; may be left out only when nothing is passed on. */
  readonly consent: { readonly givenOn: 'screen' | 'paper' } | undefined
  /** A place in the partner's consultation hour at the desk. */
  readonly place?: { readonly offerId: string; readonly startsAt: Instant } | undefined
  /** The referral that is sent on. */
  readonly followsId?: string | undefined
  /** The visitor wants the slip by mail as well. */
  readonly mailsSlip: boolean
}

/** For so long a partner can answer by the link in his mail. */
export const answerLinkDays = 30

/** The place was taken meanwhile: nothing was kept. */
export class PlaceTaken extends Error {
  readonly next: readonly FreeSlot[]
  constructor(next: readonly FreeSlot[]) {
    super('The place was taken by somebody else')
    this.next = next
  }
}

/** What a form refers, by its key. */
export const referralOf = (key: string): { id: string; visitorCode: string } => ({
  id: bookedId(`referral ${key}`),
  visitorCode: bookedCode(`referral ${key}`),
})

/**
 * Passes a visitor on: writes the referral, the consent and who it is, makes the links, books the place, and mails the partner, all
 * or nothing. Without consent nobody's name or contact is kept or passed on.
 * @throws PlaceTaken when the consultation hour has no place at that time any more
 */
export async function sendReferral(
  tx: WriteHandle,
  scope: DeskScope | DesksScope,
  keys: MasterKeys,
  referral: NewReferral,
  now: Instant,
): Promise<{ readonly id: string; readonly code: string; readonly visitorCode: string }> {
  const { desk, offer, person, topicCode } = referral
  const { id, visitorCode } = referralOf(referral.key)
  const passed = passedOf(person)
  if (passed.length > 0 && !referral.consent) throw new Error('Personal data without consent')

  const code = makeShortCode()
  const today = localDay(now)
  const lastDay = addDays(today, consentDays)
  const answerDays = offer.agreement?.answerDays ?? 5
  const holidays = await officeHolidays(today, addDays(today, 100))
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('referrals.referrals')
    .values({
      id,
      code,
      direction: 'out',
      warmth: 'warm',
      library_id: desk.libraryId,
      desk_id: desk.id,
      municipality_code: desk.municipalityCode,
      partner_id: offer.partner.id,
      service_id: offer.service.id,
      agreement_id: offer.agreement?.id ?? null,
      partner_organisation_id: offer.partner.organisationId,
      topic_code: topicCode ?? null,
      way: referral.way,
      state: 'sent',
      state_since: now.toString(),
      follows_id: referral.followsId ?? null,
      answer_days: answerDays,
      remind_on: addWorkingDays(today, answerDays, holidays),
      made_by: scope.accountId,
      made_at: now.toString(),
      made_on: today,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 0n) {
    const before = await tx
      .selectFrom('referrals.referrals')
      .select('code')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await auditSent(tx, scope, referral, id, now)
    return { id, code: before.code, visitorCode }
  }
  await tx
    .insertInto('referrals.transitions')
    .values({
      referral_id: id,
      at: now.toString(),
      event: 'send',
      to_state: 'sent',
      by_kind: 'desk',
      account_id: scope.accountId,
    })
    .execute()
  if (passed.length > 0 && referral.consent) {
    await recordConsent(
      tx,
      scope,
      {
        about: { kind: 'referral', id, libraryId: desk.libraryId },
        language: person.language,
        givenOn: referral.consent.givenOn,
        passedTo: offer.partner.name,
        passed,
        validUntil: lastDay,
      },
      now,
    )
    await keepPerson(
      tx,
      scope,
      keys,
      { kind: 'referral', id, libraryId: desk.libraryId, person, eraseOn: lastDay },
      now,
    )
  }
  const expiresAt = startOfDay(addDays(lastDay, 1))
  await makeCodeLink(
    tx,
    scope,
    keys,
    { purpose: 'referrals.visitor', code: visitorCode, subjectId: id, expiresAt },
    now,
  )
  if (referral.place) {
    const { offerId, startsAt } = referral.place
    const booking = await bookAppointment(
      tx,
      scope,
      keys,
      {
        key: referral.key,
        // The partner's consultation hour may be held at another desk of the library.
        deskId: offer.agreement?.deskId ?? desk.id,
        offerId,
        startsAt,
        madeBy: 'desk',
        referralId: id,
        ...(topicCode !== undefined && { topicCode }),
      },
      now,
    )
    if (!booking.ok) throw new PlaceTaken(booking.next)
    await changeReferral(
      tx,
      scope,
      { id, event: 'plan', by: 'desk', appointmentAt: startsAt, isAnswer: false },
      now,
    )
  }
  if (offer.contactPerson?.email ?? reachOf(offer).email) {
    const link = await makeLink(
      tx,
      scope,
      keys,
      { purpose: 'referrals.answer', subjectId: id, expiresAt: now.add({ hours: answerLinkDays * 24 }) },
      now,
    )
    await mailPartner(tx, scope, { what: 'sent', id, code, deskName: desk.name, linkId: link.id }, now)
  }
  if (referral.mailsSlip && person.contact?.kind === 'email') {
    const link = await makeLink(
      tx,
      scope,
      keys,
      { purpose: 'referrals.visitor', subjectId: id, expiresAt },
      now,
    )
    await mailSlip(
      tx,
      scope,
      {
        id,
        code,
        linkId: link.id,
        deskName: desk.name,
        partner: offer.partner.name,
        language: person.language,
      },
      now,
    )
  }
  await auditSent(tx, scope, referral, id, now)
  return { id, code, visitorCode }
}

async function auditSent(
  tx: WriteHandle,
  scope: DeskScope | DesksScope,
  { desk, way, person }: NewReferral,
  id: string,
  now: Instant,
): Promise<void> {
  await recordAudit(tx, scope, now, {
    action: 'referrals.send',
    subjectKind: 'referral',
    subjectId: id,
    libraryId: desk.libraryId,
    details: { way, passed: passedOf(person) },
  })
}
