import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { DeskScope } from '../../../platform/auth/scope.ts'
import { makeShortCode } from '../../../platform/auth/short-code.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { listMailStates } from '../../../platform/mail/list-mail-states.query.ts'
import { queueMail } from '../../../platform/mail/queue-mail.command.ts'
import type { MasterKeys } from '../../../platform/personal-data/master-keys.ts'
import { addDays, type Instant, localDay } from '../../../platform/time/local-time.ts'
import type { ServiceOffer } from '../../directory/public.ts'
import { bookedId } from '../booking-key.ts'
import { keepPerson } from '../keep-person/keep-person.command.ts'
import type { ReferringDesk } from '../send-referral/send-referral.command.ts'

/** Counts that a visitor got the leaflet of a service: a plain referral, about nobody. Given twice by one form it counts once. */
export async function giveLeaflet(
  tx: WriteHandle,
  scope: DeskScope,
  leaflet: {
    /** The secret of the form (`makeBookingKey`). */
    readonly key: string
    readonly desk: ReferringDesk
    readonly offer: ServiceOffer
    readonly topicCode: string | undefined
  },
  now: Instant,
): Promise<{ readonly id: string }> {
  const { desk, offer, topicCode } = leaflet
  const id = bookedId(`leaflet ${leaflet.key}`)
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('referrals.referrals')
    .values({
      id,
      code: makeShortCode(),
      direction: 'out',
      warmth: 'plain',
      library_id: desk.libraryId,
      desk_id: desk.id,
      municipality_code: desk.municipalityCode,
      partner_id: offer.partner.id,
      service_id: offer.service.id,
      agreement_id: offer.agreement?.id ?? null,
      topic_code: topicCode ?? null,
      way: 'leaflet',
      state: 'given',
      state_since: now.toString(),
      made_by: scope.accountId,
      made_at: now.toString(),
      made_on: localDay(now),
      closed_at: now.toString(),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows !== 0n)
    await tx
      .insertInto('referrals.transitions')
      .values({
        referral_id: id,
        at: now.toString(),
        event: 'give',
        to_state: 'given',
        by_kind: 'desk',
        account_id: scope.accountId,
      })
      .execute()
  await recordAudit(tx, scope, now, {
    action: 'referrals.give',
    subjectKind: 'referral',
    subjectId: id,
    libraryId: desk.libraryId,
  })
  return { id }
}

/** For so many days a mail with a leaflet is tried; the page promises the visitor that his address goes then. */
const leafletDays = 3

/**
 * Sends a leaflet that was given by mail as well. The address stands sealed beside it until the mail has gone (`eraseExpired`), also
 * when the mail server is away for a while; a few days at most.
 */
export async function mailLeaflet(
  tx: WriteHandle,
  scope: DeskScope,
  keys: MasterKeys,
  mail: {
    readonly id: string
    readonly libraryId: string
    readonly deskName: string
    readonly email: string
    readonly language: string
    readonly subject: string
    readonly body: string
  },
  now: Instant,
): Promise<'queued' | 'sent-before'> {
  // Who presses twice waits here for himself.
  await tx.selectFrom('referrals.referrals').select('id').where('id', '=', mail.id).forUpdate().execute()
  const before = await listMailStates(tx, scope, [mail.id])
  await recordAudit(tx, scope, now, {
    action: 'referrals.mail-leaflet',
    subjectKind: 'referral',
    subjectId: mail.id,
    libraryId: mail.libraryId,
  })
  if (before.length > 0) return 'sent-before'
  const person = {
    name: undefined,
    contact: { kind: 'email' as const, value: mail.email },
    language: mail.language,
  }
  await keepPerson(
    tx,
    scope,
    keys,
    {
      kind: 'referral',
      id: mail.id,
      libraryId: mail.libraryId,
      person,
      eraseOn: addDays(localDay(now), leafletDays),
    },
    now,
  )
  await queueMail(
    tx,
    scope,
    {
      accountId: undefined,
      language: mail.language,
      subject: mail.subject,
      body: mail.body,
      attachment: undefined,
      purpose: 'referrals.visitor',
      subjectId: mail.id,
      receiver: { kind: 'visitor', name: mail.deskName },
    },
    now,
  )
  return 'queued'
}
