import type { Scope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { translator } from '../../../platform/i18n/translate.ts'
import { linkInMail } from '../../../platform/mail/mail.ts'
import { queueMail } from '../../../platform/mail/queue-mail.command.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { ReferralState } from '../referral-state.ts'

/**
 * Tells who sent somebody to the desk what became of it: by mail, with the code and without a word about who it was. Nothing for who
 * has no account; he looks by the code.
 */
export async function tellSender(
  tx: WriteHandle,
  scope: Scope,
  referral: {
    readonly id: string
    readonly code: string
    readonly madeBy: string | null
    readonly state: ReferralState
  },
  now: Instant,
): Promise<void> {
  if (referral.madeBy === null) return
  // Staff that sends people reads Dutch at work; the screens themselves are in the language of the account.
  const t = translator('nl')
  const { code } = referral
  await queueMail(
    tx,
    scope,
    {
      accountId: referral.madeBy,
      subject: t('senders.mail.subject', { code }),
      body: [
        t('senders.mail.state', { code, state: t(`senders.state.${referral.state}`) }),
        t('senders.mail.look'),
        linkInMail('/samenwerking/aangemeld'),
      ].join('\n\n'),
      attachment: undefined,
      purpose: 'referrals.sender-told',
      subjectId: referral.id,
    },
    now,
  )
}
