import type { Child } from 'hono/jsx'
import { Alert } from '../../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { DescriptionList } from '../../../design-system/description-list/description-list.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import type { MailState } from '../../../platform/mail/list-mail-states.query.ts'
import { dayInWords, type Instant } from '../../../platform/time/local-time.ts'
import { reachOf } from '../../directory/public.ts'
import { momentWords } from '../answer-referral/answer-referral.page.tsx'
import { Attention } from '../follow-referrals/follow-referrals.page.tsx'
import { MailNotice } from '../mail-notice.page.tsx'
import { PassOnLink } from '../pass-on/pass-on.page.tsx'
import type { Person } from '../person.ts'
import { ReferralActs } from '../referral-acts/referral-acts.page.tsx'
import { referralsAddress } from '../referring-desk.ts'
import type { ReferralDetails } from './show-referral.query.ts'

/** What was just done, told above the page. */
export const saidThings = ['changed', 'already', 'reminded', 'not-reminded'] as const
export type Said = (typeof saidThings)[number]

export interface ReferralPage extends ReferralDetails {
  readonly t: Translate
  readonly language: Language
  readonly now: Instant
  readonly today: string
  /** The partner has been silent for a working day, and has an address. */
  readonly mayRemind: boolean
  readonly sendsMail: boolean
  /** What became of the mails about it. */
  readonly mails: readonly MailState[]
  /** A municipality to whose system the desk may pass on. */
  readonly receiver: string | undefined
  readonly said?: Said | undefined
  /** Opened by a tap; 'sign-first' without a signed statement on confidentiality. */
  readonly person?: Person | 'sign-first' | undefined
  readonly form?: FormFields
  readonly errors?: readonly FormError[]
}

export function showReferralPage(page: ReferralPage): Page {
  const { t, referral, said, errors = [] } = page
  const title = t('referrals.passed.title', { code: referral.code })
  return {
    title,
    errors,
    main: (
      <Stack gap="lg">
        <Stack>
          <Breadcrumb
            label={t('referrals.breadcrumb')}
            items={[{ href: referralsAddress, label: t('referrals.list.title') }]}
          />
          {said && (
            <Alert kind={said === 'changed' || said === 'reminded' ? 'ok' : 'info'} role="status">
              <p>{t(`referrals.said.${said}`)}</p>
            </Alert>
          )}
          <Heading level={1}>{title}</Heading>
          <div id="stand">
            <DescriptionList items={factsOf(page)} />
          </div>
          <MailNotice t={t} mails={page.mails} />
          <PassOnLink t={t} item={{ kind: 'referral', id: referral.id }} receiver={page.receiver} />
        </Stack>
        <ReferralActs page={page} />
        <History page={page} />
      </Stack>
    ),
  }
}

function factsOf(page: ReferralPage): { term: Child; description: Child }[] {
  const { t, language, today, referral, deskName, partnerName, offer, topic, before } = page
  const { phone } = offer ? reachOf(offer) : { phone: null }
  const facts: (readonly [string, Child | null | undefined | false])[] = [
    [
      t('referrals.passed.state'),
      referral.outcome ? t(`referrals.outcome.${referral.outcome}`) : t(`referrals.state.${referral.state}`),
    ],
    [t('referrals.column.to-do'), <Attention t={t} referral={referral} today={today} />],
    [t('referrals.fact.reason'), referral.reason],
    [t('referrals.fact.better'), referral.betterPlace],
    [t('referrals.send.partner'), partnerName],
    [t('referrals.passed.service'), offer && offer.service.name !== partnerName && offer.service.name],
    [t('referrals.send.phone'), phone],
    [
      t('referrals.send.contact-person'),
      offer?.contactPerson &&
        [offer.contactPerson.name, offer.contactPerson.phone].filter(Boolean).join(', '),
    ],
    [t('referrals.passed.topic'), topic],
    [
      t('referrals.send.way'),
      referral.way &&
        t(
          `referrals.way.${referral.way as 'phone' | 'mail' | 'appointment' | 'walk-in' | 'consultation-hour' | 'leaflet'}`,
        ),
    ],
    [
      t('referrals.passed.appointment'),
      referral.appointmentAt && momentWords(referral.appointmentAt, language),
    ],
    [t('referrals.passed.from'), deskName],
    [
      t('referrals.fact.look-again'),
      referral.remindOn && dayInWords(referral.remindOn, language, 'without-year'),
    ],
    [
      t('referrals.fact.visitor-said'),
      referral.visitorSaid && t(`referrals.visitor.${referral.visitorSaid}`),
    ],
    [
      t('referrals.fact.follows'),
      before && <Link href={`${referralsAddress}/${before.id}`}>{before.code}</Link>,
    ],
  ]
  return facts.flatMap(([term, description]) => (description ? [{ term, description }] : []))
}

/** What happened, from which side, and who of the staff did it. */
function History({ page: { t, language, steps, names } }: { page: ReferralPage }) {
  return (
    <Stack>
      <Heading level={2}>{t('referrals.history')}</Heading>
      <ol>
        {steps.map(({ at, event, by, accountId, reason }) => (
          <li>
            {t('referrals.step', {
              when: momentWords(at, language),
              what: t(`people.audit.action.referrals.${event}`),
              who: names.get(accountId ?? '') ?? t(`referrals.by.${by}`),
            })}
            {reason && `: ${reason}`}
          </li>
        ))}
      </ol>
    </Stack>
  )
}
