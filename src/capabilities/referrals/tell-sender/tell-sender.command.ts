import type { Scope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { translator } from '../../../platform/i18n/translate.ts'
import { linkInMail } from '../../../platform/mail/mail.ts'
import { queueMail } from '../../../platform/mail/queue-mail.command.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { momentText } from '../appointment-words.ts'
import type { ReferralState } from '../referral-state.ts'

/**
 * Tells who sent somebody to the desk what became of it, or of his appointment: by mail, with the code and without a word about who it was. Nothing for who
 * has no account; he looks by the code.
 */
export async function tellSender(
  tx: WriteHandle,
  scope: Scope,
  referral: {
    readonly id: string
    readonly code: string
    readonly madeBy: string | null
    /** How far it is; or that the appointment has another time, or is no more. */
    readonly news: ReferralState | { readonly appointmentAt: Instant | undefined }
  },
  now: Instant,
): Promise<void> {
  if (referral.madeBy === null) return
  // Staff that sends people reads Dutch at work; the screens themselves are in the language of the account.
  const t = translator('nl')
  const { code, news } = referral
  const line =
    typeof news === 'string'
      ? t('senders.mail.state', { code, state: t(`senders.state.${news}`) })
      : news.appointmentAt
        ? t('appointments.sender.moved', { code, when: momentText(news.appointmentAt, 'nl') })
        : t('appointments.sender.cancelled', { code })
  await queueMail(
    tx,
    scope,
    {
      accountId: referral.madeBy,
      subject: t('senders.mail.subject', { code }),
      body: [line, t('senders.mail.look'), linkInMail('/samenwerking/aangemeld')].join('\n\n'),
      attachment: undefined,
      purpose: 'referrals.sender-told',
      subjectId: referral.id,
    },
    now,
  )
}
