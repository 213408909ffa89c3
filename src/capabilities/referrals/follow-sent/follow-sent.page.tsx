import { Alert } from '../../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { Card, CardList } from '../../../design-system/card-list/card-list.tsx'
import { DescriptionList } from '../../../design-system/description-list/description-list.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { StatusBadge } from '../../../design-system/status-badge/status-badge.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { dayInWords, type Instant, localDay } from '../../../platform/time/local-time.ts'
import type { Topic } from '../../lists/public.ts'
import { timeText } from '../appointment-words.ts'
import { asksToAct, isEnd, next, type ReferralState } from '../referral-state.ts'
import type { SentReferral } from './follow-sent.query.ts'

interface Words {
  readonly t: Translate
  readonly language: Language
  readonly topics: readonly Topic[]
}

/** Everything that the own organisation sent to desks: what became of whom, by code. */
export function sentReferralsPage({
  referrals,
  withdrawn,
  ...words
}: Words & { referrals: readonly SentReferral[]; withdrawn: boolean }): Page {
  const { t } = words
  return {
    title: t('senders.follow.title'),
    main: (
      <Stack>
        <Heading level={1}>{t('senders.follow.title')}</Heading>
        {withdrawn && <Alert kind="ok">{t('senders.follow.withdrawn')}</Alert>}
        {referrals.length === 0 ? (
          <EmptyState
            action={
              <Button href="/samenwerking/aanmelden" variant="secondary">
                {t('senders.choose.title')}
              </Button>
            }
          >
            {t('senders.follow.none')}
          </EmptyState>
        ) : (
          <CardList>
            {referrals.map((sent) => (
              <Card>
                <Stack gap="sm">
                  <Heading level={2}>{sent.code}</Heading>
                  <State t={t} state={sent.state} />
                  <Facts {...words} sent={sent} />
                  {next(sent.state, 'withdraw', 'sender') && (
                    <Details summary={t('senders.follow.withdraw', { code: sent.code })}>
                      <Form action={`/samenwerking/aangemeld/${sent.id}/intrekken`} label={sent.code}>
                        <Paragraph>{t('senders.follow.withdraw-means')}</Paragraph>
                        <Button type="submit" variant="secondary">
                          {t('senders.follow.withdraw-yes')}
                        </Button>
                      </Form>
                    </Details>
                  )}
                </Stack>
              </Card>
            ))}
          </CardList>
        )}
      </Stack>
    ),
  }
}

/** For who has no account: the code leads to how far it is. */
export function askCodePage({ t, code, problem }: Words & { code: string; problem?: string }): Page {
  return {
    title: t('senders.follow.by-code'),
    errors: problem ? [{ id: 'code', message: problem }] : [],
    main: (
      <Stack>
        <Heading level={1}>{t('senders.follow.by-code')}</Heading>
        <Paragraph>{t('senders.follow.by-code-lead')}</Paragraph>
        <Form action="/doorverwijzen/aanmelding">
          <FormField id="code" label={t('senders.follow-code')} required error={problem}>
            <TextInput name="code" value={code} size="short" autocomplete="off" />
          </FormField>
          <Button type="submit" variant="primary">
            {t('senders.follow.show')}
          </Button>
        </Form>
      </Stack>
    ),
  }
}

/** How far one is, for who has its code. */
export function sentReferralPage({
  sent,
  code,
  ...words
}: Words & { sent: SentReferral; code: string }): Page {
  const { t } = words
  return {
    title: t('senders.follow.one', { code: sent.code }),
    main: (
      <Stack>
        <Breadcrumb
          label={t('senders.breadcrumb')}
          items={[{ href: '/doorverwijzen/aanmelding', label: t('senders.follow.by-code') }]}
        />
        <Heading level={1}>{t('senders.follow.one', { code: sent.code })}</Heading>
        <State t={t} state={sent.state} />
        <Facts {...words} sent={sent} />
        {next(sent.state, 'withdraw', 'sender') && (
          <Details summary={t('senders.follow.withdraw', { code: sent.code })}>
            <Form action="/doorverwijzen/aanmelding">
              <input type="hidden" name="code" value={code} />
              <Paragraph>{t('senders.follow.withdraw-means')}</Paragraph>
              <Button type="submit" name="act" value="withdraw" variant="secondary">
                {t('senders.follow.withdraw-yes')}
              </Button>
            </Form>
          </Details>
        )}
      </Stack>
    ),
  }
}

export const State = ({ t, state }: { t: Translate; state: ReferralState }) => (
  <StatusBadge
    kind={
      asksToAct(state)
        ? 'failed'
        : isEnd(state) || state === 'came' || state === 'helped'
          ? 'done'
          : 'waiting'
    }
  >
    {t(`senders.state.${state}`)}
  </StatusBadge>
)

/** A moment, as 'di 24 nov 10.00'. */
export const momentText = (moment: Instant, language: Language): string =>
  `${dayInWords(localDay(moment), language, 'short')} ${timeText(moment, language)}`

function Facts({ t, language, topics, sent }: Words & { sent: SentReferral }) {
  const topic = topics.find(({ code }) => code === sent.topicCode)?.label
  return (
    <DescriptionList
      items={[
        { term: t('senders.where'), description: sent.deskName },
        ...(sent.way === 'appointment' || sent.appointmentAt
          ? [
              {
                term: t('senders.when'),
                description: sent.appointmentAt
                  ? momentText(sent.appointmentAt, language)
                  : t('appointments.sender.none'),
              },
            ]
          : []),
        ...(topic ? [{ term: t('senders.topic'), description: topic }] : []),
        { term: t('senders.sent-on'), description: momentText(sent.madeAt, language) },
        ...(sent.state === 'sent'
          ? []
          : [{ term: t('senders.state-since'), description: momentText(sent.stateSince, language) }]),
        ...(sent.reason ? [{ term: t('senders.reason'), description: sent.reason }] : []),
        ...(sent.betterPlace ? [{ term: t('senders.better'), description: sent.betterPlace }] : []),
      ]}
    />
  )
}
