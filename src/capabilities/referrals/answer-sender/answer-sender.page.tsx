import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { Card, CardList } from '../../../design-system/card-list/card-list.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { Topic } from '../../lists/public.ts'
import { momentText, State } from '../follow-sent/follow-sent.page.tsx'
import { answersNow, isEnd } from '../referral-state.ts'
import { deskAnswers } from './answer-sender.form.ts'
import type { IncomingReferral } from './answer-sender.query.ts'

interface IncomingPage {
  readonly t: Translate
  readonly language: Language
  readonly now: Instant
  readonly topics: readonly Topic[]
  readonly incoming: readonly IncomingReferral[]
  readonly deskNames: ReadonlyMap<string, string>
  /** The code of the one that was just answered. */
  readonly said: string
  /** What was wrong with an answer, with what was typed. */
  readonly answered: {
    readonly id: string
    readonly form: FormFields
    readonly errors: readonly FormError[]
  }
}

export function incomingPage(page: IncomingPage): Page {
  const { t, incoming, said, answered } = page
  const open = incoming.filter(({ state }) => !isEnd(state))
  const ended = incoming.filter(({ state }) => isEnd(state))
  return {
    title: t('senders.incoming.title'),
    errors: answered.errors,
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('senders.incoming.title')}</Heading>
          <Paragraph>{t('senders.incoming.lead')}</Paragraph>
          {incoming.some(({ code }) => code === said) && (
            <Alert kind="ok">{t('senders.incoming.said', { code: said })}</Alert>
          )}
          {open.length === 0 && <EmptyState>{t('senders.incoming.none')}</EmptyState>}
        </Stack>
        {open.length > 0 && (
          <CardList>
            {open.map((referral) => (
              <Incoming {...page} referral={referral} />
            ))}
          </CardList>
        )}
        {ended.length > 0 && (
          <Details summary={t('senders.incoming.ended', { count: ended.length })}>
            <CardList>
              {ended.map((referral) => (
                <Incoming {...page} referral={referral} />
              ))}
            </CardList>
          </Details>
        )}
      </Stack>
    ),
  }
}

function Incoming(page: IncomingPage & { referral: IncomingReferral }) {
  const { t, language, topics, deskNames, referral } = page
  const { id, code, appointmentAt, senderName, senderKind, topicCode, state, deskId, madeAt } = referral
  const topic = topics.find((each) => each.code === topicCode)?.label
  return (
    <Card>
      <Stack gap="sm">
        <Heading level={2} id={id}>
          {code}
        </Heading>
        <State t={t} state={state} />
        <Paragraph>
          {[
            appointmentAt
              ? t('senders.incoming.comes', { when: momentText(appointmentAt, language) })
              : t('senders.incoming.walks-in'),
            topic,
            deskNames.get(deskId),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Paragraph>
        <Paragraph>
          {t('senders.incoming.by', {
            sender: `${senderName} (${t(`senders.kind.${senderKind}`)})`,
            when: momentText(madeAt, language),
          })}
        </Paragraph>
        <Answers {...page} />
      </Stack>
    </Card>
  )
}

/** What can be said of it now, a button each; only 'not for us' asks why. */
function Answers({ t, now, referral, answered }: IncomingPage & { referral: IncomingReferral }) {
  const { id, code } = referral
  const action = `/balie/aanmeldingen/${id}`
  const possibleNow: readonly string[] = answersNow(referral, 'desk', now)
  const possible = deskAnswers.filter((answer) => possibleNow.includes(answer))
  const quick = possible.filter((answer) => answer !== 'decline')
  const typed = answered.id === id ? answered : undefined
  const errors = typed?.errors ?? []
  return (
    <>
      {quick.length > 0 && (
        <Form action={action} label={code}>
          <ButtonGroup>
            {quick.map((answer) => (
              <Button type="submit" name="answer" value={answer} variant="secondary">
                {t(`senders.answer.${answer}`)}
              </Button>
            ))}
          </ButtonGroup>
        </Form>
      )}
      {possible.includes('decline') && (
        <Details summary={t('senders.answer.decline')} open={errors.length > 0}>
          <Form action={action} label={t('senders.answer.decline')}>
            <FormField
              id={`reason-${id}`}
              label={t('senders.reason')}
              required
              error={errorAt(errors, `reason-${id}`)}
            >
              <TextInput name="reason" value={typed?.form.text('reason')} autocomplete="off" />
            </FormField>
            <FormField
              id={`betterPlace-${id}`}
              label={t('senders.better')}
              optional={t('shell.optional')}
              error={errorAt(errors, `betterPlace-${id}`)}
            >
              <TextInput name="better" value={typed?.form.text('better')} autocomplete="off" />
            </FormField>
            <Button type="submit" name="answer" value="decline" variant="secondary">
              {t('senders.answer.send')}
            </Button>
          </Form>
        </Details>
      )}
    </>
  )
}
