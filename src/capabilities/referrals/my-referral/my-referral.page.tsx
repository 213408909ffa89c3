import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { PublicMessageKey, PublicVoice } from '../../../platform/i18n/public-language.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { whenText } from '../appointment-words.ts'
import { isEnd, isStillToCome } from '../referral-state.ts'
import { visitorAnswers } from '../tell-outcome/tell-outcome.command.ts'
import type { MyReferral } from './my-referral.query.ts'

const path = '/mijn-doorverwijzing'

/** By what the page was opened: a link, or a code that was typed and goes along in the forms, never in an address. */
export type CodeOrLink = { readonly token: string } | { readonly code: string }

export function askMyCodePage({
  voice,
  typed,
  problem,
}: {
  readonly voice: PublicVoice
  readonly typed: string
  readonly problem?: PublicMessageKey
}): Page {
  const { t, language, link } = voice
  return {
    title: t('visit.referral.code-title'),
    errors: problem ? [{ id: 'code', message: t(problem) }] : [],
    forPublic: { language, path, description: t('visit.referral.code-lead'), unlisted: true },
    main: (
      <Stack>
        <Heading level={1}>{t('visit.referral.code-title')}</Heading>
        <Paragraph lead>{t('visit.referral.code-lead')}</Paragraph>
        <Form action={link(path)}>
          <FormField id="code" label={t('visit.referral.code-field')} error={problem && t(problem)} required>
            <TextInput name="code" value={typed} size="code" autocomplete="off" />
          </FormField>
          <div>
            <Button type="submit" variant="primary">
              {t('visit.referral.code-show')}
            </Button>
          </div>
        </Form>
      </Stack>
    ),
  }
}

/** How it goes, in one sentence; a way to stop it; and whether it helped. */
export function myReferralPage({
  voice,
  by,
  now,
  referral,
  partner,
  hasPerson,
}: MyReferral & { readonly voice: PublicVoice; readonly by: CodeOrLink; readonly now: Instant }): Page {
  const { t, language, link } = voice
  const { state, appointmentAt, visitorSaid } = referral
  const action = 'token' in by ? link(`${path}/${by.token}`) : link(path)
  const code = 'code' in by && <input type="hidden" name="code" value={by.code} />
  // Of what has ended nothing is stopped, but who it was can still go.
  const stop = t(isEnd(state) ? 'visit.referral.erase' : 'visit.referral.stop')
  // A leaflet has no page: it is about nobody.
  const words = state === 'given' ? 'closed' : state
  return {
    title: t('visit.referral.to', { partner }),
    forPublic: { language, path: undefined, description: t('visit.referral.code-lead'), unlisted: true },
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('visit.referral.to', { partner })}</Heading>
          <Paragraph lead>{t(`visit.referral.state.${words}`, { partner })}</Paragraph>
          {state === 'appointment' && appointmentAt && (
            <Paragraph>
              {t('visit.referral.next.appointment', {
                when: whenText(appointmentAt, voice),
              })}
            </Paragraph>
          )}
        </Stack>
        {state !== 'withdrawn' && !isStillToCome(appointmentAt, now) && (
          <Stack>
            <Heading level={2}>{t('visit.referral.helped')}</Heading>
            {visitorSaid && (
              <Alert kind={visitorSaid === 'no' ? 'info' : 'ok'} role="status">
                <p>{t(visitorSaid === 'no' ? 'visit.referral.thanks-no' : 'visit.referral.thanks')}</p>
              </Alert>
            )}
            <Form action={action} label={t('visit.referral.helped')}>
              {code}
              <ButtonGroup>
                {visitorAnswers.map((answer) => (
                  <Button type="submit" name="action" value={answer}>
                    {t(`visit.referral.helped.${answer}`)}
                  </Button>
                ))}
              </ButtonGroup>
            </Form>
          </Stack>
        )}
        {isEnd(state) && state !== 'withdrawn' && !hasPerson && (
          <Paragraph>{t('visit.referral.not-kept')}</Paragraph>
        )}
        {(!isEnd(state) || hasPerson) && (
          <Details summary={stop}>
            <Stack>
              <Paragraph>{t('visit.referral.stop-lead', { partner })}</Paragraph>
              <Form action={action} label={stop}>
                {code}
                <div>
                  <Button type="submit" variant="danger" name="action" value="stop">
                    {t(isEnd(state) ? 'visit.referral.erase-sure' : 'visit.referral.stop-sure')}
                  </Button>
                </div>
              </Form>
            </Stack>
          </Details>
        )}
      </Stack>
    ),
  }
}
