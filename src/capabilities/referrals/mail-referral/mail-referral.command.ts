import type { Scope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { voiceOf } from '../../../platform/i18n/public-language.ts'
import { translator } from '../../../platform/i18n/translate.ts'
import { linkInMail } from '../../../platform/mail/mail.ts'
import { queueMail } from '../../../platform/mail/queue-mail.command.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { findPartners } from '../../directory/public.ts'

/**
 * A mail to the partner: the code by which both sides speak of it, and a link. Nothing about who it is, nor what it is about: a mail
 * is read by more people than it is for.
 */
export async function mailPartner(
  tx: WriteHandle,
  scope: Scope,
  mail: {
    readonly what: 'sent' | 'reminder' | 'withdrawn'
    readonly id: string
    readonly code: string
    readonly deskName: string
    /** Of the link by which he answers. */
    readonly linkId?: string
  },
  now: Instant,
): Promise<void> {
  const t = translator('nl')
  const { what, code, deskName } = mail
  const referral = await tx
    .selectFrom('referrals.referrals')
    .select('partner_id as partnerId')
    .where('id', '=', mail.id)
    .executeTakeFirst()
  const [partner] = referral?.partnerId ? await findPartners(tx, scope, [referral.partnerId]) : []
  await queueMail(
    tx,
    scope,
    {
      accountId: undefined,
      subject: t(`referrals.mail.${what}.subject`, { code }),
      body: [
        t('referrals.mail.hello'),
        t(`referrals.mail.${what}.lead`, { desk: deskName, code }),
        ...(mail.linkId
          ? [t('referrals.mail.link'), linkInMail('/antwoord', mail.linkId), t('referrals.mail.not-on')]
          : []),
        t('referrals.mail.no-data'),
        deskName,
      ].join('\n\n'),
      attachment: undefined,
      purpose: `referrals.${what}`,
      receiver: partner && { kind: 'organisation', name: partner.name },
      subjectId: mail.id,
    },
    now,
  )
}

/**
 * The slip by mail, in the language of the visitor: where to, the code for there, and a link to see how it goes. His own code stands on
 * paper only: a mail that waits in the database opens nothing.
 * @param linkId of a link of purpose `referrals.visitor`
 */
export async function mailSlip(
  tx: WriteHandle,
  scope: Scope,
  slip: {
    readonly id: string
    readonly code: string
    readonly linkId: string
    readonly deskName: string
    readonly partner: string
    readonly language: string
  },
  now: Instant,
): Promise<void> {
  const { t, language, link } = voiceOf(slip.language)
  const { partner } = slip
  await queueMail(
    tx,
    scope,
    {
      accountId: undefined,
      language,
      subject: t('visit.mail-referral.slip', { partner }),
      body: [
        t('visit.mail-referral.hello'),
        t('visit.referral.to', { partner }),
        `${t('visit.referral.reference', { partner })}: ${slip.code}`,
        `${t('visit.mail-referral.see')}: ${linkInMail(link('/mijn-doorverwijzing'), slip.linkId)}`,
        t('visit.mail-referral.from', { desk: slip.deskName }),
      ].join('\n\n'),
      attachment: undefined,
      purpose: 'referrals.visitor',
      receiver: { kind: 'visitor', name: slip.deskName },
      subjectId: slip.id,
    },
    now,
  )
}

/** Asks a visitor, once, whether it helped. @param linkId of a link of purpose `referrals.visitor` */
export async function mailQuestion(
  tx: WriteHandle,
  scope: Scope,
  question: {
    readonly id: string
    readonly linkId: string
    readonly deskName: string
    readonly partner: string
    readonly language: string
  },
  now: Instant,
): Promise<void> {
  const { t, language, link } = voiceOf(question.language)
  const { partner } = question
  await queueMail(
    tx,
    scope,
    {
      accountId: undefined,
      language,
      subject: t('visit.referral.helped'),
      body: [
        t('visit.mail-referral.hello'),
        t('visit.mail-referral.ask-lead', { partner }),
        `${t('visit.mail-referral.answer')}: ${linkInMail(link('/mijn-doorverwijzing'), question.linkId)}`,
        t('visit.mail-referral.from', { desk: question.deskName }),
      ].join('\n\n'),
      attachment: undefined,
      purpose: 'referrals.visitor',
      receiver: { kind: 'visitor', name: question.deskName },
      subjectId: question.id,
    },
    now,
  )
}
