import { Alert } from '../../design-system/alert/alert.tsx'
import type { Translate } from '../../platform/i18n/translate.ts'
import type { MailState } from '../../platform/mail/list-mail-states.query.ts'
import { dayInTable, localDay, localTime } from '../../platform/time/local-time.ts'
import { visitorMailPurposes } from './visitor-mail.ts'

/** That a mail about something did not arrive, or is late: to whom, so that the desk can call instead. Nothing when all is well. */
export function MailNotice({ t, mails }: { t: Translate; mails: readonly MailState[] }) {
  const trouble = mails.filter(({ state }) => state === 'refused' || state === 'delayed')
  return (
    <>
      {trouble.map(({ purpose, queuedAt, state, refusal }) => (
        <Alert kind={state === 'refused' ? 'error' : 'info'}>
          <p>
            {t(state === 'refused' ? 'mail.notice.refused' : 'mail.notice.delayed', {
              who: t(visitorMailPurposes.includes(purpose) ? 'mail.notice.visitor' : 'mail.notice.other'),
              day: `${dayInTable(localDay(queuedAt))} ${localTime(queuedAt)}`,
              code: refusal ?? '',
            })}
          </p>
        </Alert>
      ))}
    </>
  )
}
