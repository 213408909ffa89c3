import type { Child } from 'hono/jsx'
import { Alert } from '../../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { DescriptionList } from '../../../design-system/description-list/description-list.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { FormError } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { dayInWords, type Instant, localDay, localTime } from '../../../platform/time/local-time.ts'
import { AnswerForm } from '../answer-form.page.tsx'
import type { Person } from '../person.ts'
import type { PassedReferral } from '../read-passed/read-passed.query.ts'
import { isEnd, receiverMayOpen } from '../referral-state.ts'

export interface AnswerPage extends PassedReferral {
  readonly t: Translate
  readonly language: Language
  readonly now: Instant
  /** Where its forms go: the address by the link, or in the partner's own screen. */
  readonly address: string
  /** The partner's own list; undefined for who came by a link. */
  readonly listAddress?: string
  readonly hasPerson: boolean
  /** Opened by a tap. */
  readonly person?: Person | undefined
  /** What happened to the answer. */
  readonly said?: 'changed' | 'already' | 'not-now' | 'too-early' | undefined
  readonly form?: FormFields
  readonly errors?: readonly FormError[]
}

/** A referral as the partner sees it: what, from whom, how it stands, who it is after a tap, and the answers. */
export function answerPage(page: AnswerPage): Page {
  const { t, referral, address, listAddress, said, errors = [] } = page
  const title = t('referrals.passed.title', { code: referral.code })
  const ended = isEnd(referral.state)
  return {
    title,
    errors,
    main: (
      <Stack gap="lg">
        <Stack>
          {listAddress && (
            <Breadcrumb
              label={t('referrals.breadcrumb')}
              items={[{ href: listAddress, label: t('referrals.passed.list') }]}
            />
          )}
          {said && (
            <Alert kind={said === 'changed' ? 'ok' : 'info'} role="status">
              <p>{t(`referrals.passed.said.${said}`)}</p>
            </Alert>
          )}
          <Heading level={1}>{title}</Heading>
          <DescriptionList items={factsOf(page)} />
        </Stack>
        {ended ? (
          <Alert kind="info">
            <p>
              {t(referral.state === 'withdrawn' ? 'referrals.passed.withdrawn' : 'referrals.passed.ended')}
            </p>
          </Alert>
        ) : (
          <>
            {receiverMayOpen(referral.state) && <Who page={page} />}
            <Stack>
              <Heading level={2}>{t('referrals.answer.title')}</Heading>
              <AnswerForm
                t={t}
                action={address}
                referral={referral}
                by="partner"
                now={page.now}
                form={page.form ?? new FormFields([])}
                errors={errors}
              />
            </Stack>
          </>
        )}
      </Stack>
    ),
  }
}

export const momentWords = (moment: Instant, language: Language): string =>
  `${dayInWords(localDay(moment), language, 'without-year')}, ${localTime(moment)}`

function factsOf({ t, language, referral, deskName, serviceName, topic }: AnswerPage) {
  const facts: { term: Child; description: Child }[] = [
    { term: t('referrals.passed.state'), description: t(`referrals.state.${referral.state}`) },
    { term: t('referrals.passed.from'), description: deskName },
    { term: t('referrals.passed.on'), description: dayInWords(referral.madeOn, language, 'date') },
    { term: t('referrals.passed.service'), description: serviceName },
  ]
  if (topic) facts.push({ term: t('referrals.passed.topic'), description: topic })
  if (referral.way !== null && referral.way !== 'leaflet')
    facts.push({
      term: t('referrals.passed.way'),
      description: t(
        `referrals.passed.way.${referral.way as 'phone' | 'mail' | 'appointment' | 'walk-in' | 'consultation-hour'}`,
      ),
    })
  if (referral.appointmentAt)
    facts.push({
      term: t('referrals.passed.appointment'),
      description: momentWords(referral.appointmentAt, language),
    })
  return facts
}

/** The name and contact: on paper nowhere, in a mail nowhere, here only after a tap. */
function Who({ page: { t, address, hasPerson, person } }: { page: AnswerPage }) {
  return (
    <Stack>
      <Heading level={2}>{t('referrals.passed.who')}</Heading>
      {person ? (
        <PersonFacts t={t} person={person} />
      ) : hasPerson ? (
        <>
          <Paragraph>{t('referrals.passed.who-lead')}</Paragraph>
          <Form action={`${address}/tonen`} label={t('referrals.passed.who')}>
            <div>
              <Button type="submit">{t('referrals.passed.show')}</Button>
            </div>
          </Form>
        </>
      ) : (
        <Paragraph>{t('referrals.passed.nobody')}</Paragraph>
      )}
    </Stack>
  )
}

/** Who it is, as far as the visitor said. */
export function PersonFacts({ t, person }: { t: Translate; person: Person }) {
  return (
    <DescriptionList
      items={[
        { term: t('referrals.send.name'), description: person.name ?? t('referrals.passed.no-name') },
        {
          term: t('referrals.passed.contact'),
          description: person.contact?.value ?? t('referrals.passed.no-contact'),
        },
      ]}
    />
  )
}

/** A link that is wrong or has run out: the same page for both. */
export const goneLinkPage = (t: Translate): Page => ({
  title: t('referrals.gone.title'),
  main: (
    <Stack>
      <Heading level={1}>{t('referrals.gone.title')}</Heading>
      <Paragraph>{t('referrals.gone.text')}</Paragraph>
    </Stack>
  ),
})
