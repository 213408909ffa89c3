import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { CheckboxGroup } from '../../../design-system/checkbox-group/checkbox-group.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { errorAt } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { AnswerForm } from '../answer-form.page.tsx'
import { PersonFacts } from '../answer-referral/answer-referral.page.tsx'
import { isToCall } from '../referral-attention.ts'
import { isEnd, isStillToCome, referralOutcomes } from '../referral-state.ts'
import { addressWith, referAddress, referralsAddress } from '../referring-desk.ts'
import type { ReferralPage } from '../show-referral/show-referral.page.tsx'
import { SignFirst } from '../sign-first.page.tsx'
import { visitorAnswers } from '../tell-outcome/tell-outcome.command.ts'

/** All that a desk can do about a referral: who it is, what the partner told, remind, send on, close, stop, and what the visitor said. */
export function ReferralActs({ page }: { page: ReferralPage }) {
  const { t, referral } = page
  const address = `${referralsAddress}/${referral.id}`
  const ended = isEnd(referral.state)
  return (
    <>
      {!ended && <Who page={page} address={address} />}
      {(!ended || referral.actsAgain) && (
        <Stack>
          <Heading level={2}>{t('referrals.acts.title')}</Heading>
          <ButtonGroup>
            {isToCall(referral) && (
              <Form action={`${address}/antwoord`}>
                <Button type="submit" variant="primary" name="event" value="receive">
                  {t('referrals.acts.called')}
                </Button>
              </Form>
            )}
            <Button
              href={addressWith(referAddress, {
                informatiepunt: referral.deskId,
                onderwerp: referral.topicCode ?? undefined,
                vervolg: ended ? undefined : referral.id,
              })}
            >
              {t(ended ? 'referrals.acts.refer-again' : 'referrals.acts.send-on')}
            </Button>
            {page.mayRemind && (
              <Form action={`${address}/herinneren`}>
                <Button type="submit">{t('referrals.acts.remind')}</Button>
              </Form>
            )}
            {referral.actsAgain && (
              <Form action={`${address}/bezoeker`}>
                <Button type="submit" name="said" value="settled">
                  {t('referrals.acts.settled')}
                </Button>
              </Form>
            )}
          </ButtonGroup>
        </Stack>
      )}
      {!ended && <OnBehalf page={page} address={address} />}
      {!ended && <Close page={page} address={address} />}
      <VisitorSaid page={page} address={address} />
      {!ended && <Withdraw page={page} address={address} />}
    </>
  )
}

interface Act {
  readonly page: ReferralPage
  readonly address: string
}

const typed = ({ form }: ReferralPage): FormFields => form ?? new FormFields([])

function Who({ page: { t, hasPerson, person }, address }: Act) {
  return (
    <Stack>
      <Heading level={2}>{t('referrals.passed.who')}</Heading>
      {person === 'sign-first' ? (
        <SignFirst t={t} />
      ) : person ? (
        <PersonFacts t={t} person={person} />
      ) : hasPerson ? (
        <>
          <Paragraph>{t('referrals.acts.who-lead')}</Paragraph>
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

function OnBehalf({ page, address }: Act) {
  const { t, referral, errors = [] } = page
  return (
    <Stack>
      <Heading level={2}>{t('referrals.acts.told')}</Heading>
      <Paragraph>{t('referrals.acts.told-lead')}</Paragraph>
      <AnswerForm
        t={t}
        action={`${address}/antwoord`}
        referral={referral}
        by="desk"
        now={page.now}
        form={typed(page)}
        errors={errors}
      />
    </Stack>
  )
}

function Close({ page, address }: Act) {
  const { t, referral, errors = [], sendsMail, hasPerson } = page
  const stillToCome = isStillToCome(referral.appointmentAt, page.now)
  return (
    <Stack>
      <Heading level={2}>{t('referrals.acts.close')}</Heading>
      <Form action={`${address}/afronden`} label={t('referrals.acts.close')}>
        <input type="hidden" name="version" value={String(referral.version)} />
        <RadioGroup
          id="outcome"
          name="outcome"
          legend={t('referrals.acts.outcome')}
          value={typed(page).text('outcome')}
          error={errorAt(errors, 'outcome')}
          required
          options={referralOutcomes.map((value) => ({ value, label: t(`referrals.outcome.${value}`) }))}
        />
        {sendsMail && hasPerson && referral.askedVisitorAt === null && !stillToCome && (
          <CheckboxGroup
            id="ask"
            name="ask"
            legend={t('referrals.acts.ask-legend')}
            values={typed(page).all('ask')}
            options={[{ value: 'yes', label: t('referrals.acts.ask') }]}
          />
        )}
        <div>
          <Button type="submit" variant="primary">
            {t('referrals.acts.close-submit')}
          </Button>
        </div>
      </Form>
    </Stack>
  )
}

function VisitorSaid({ page, address }: Act) {
  const { t, errors = [], referral } = page
  // Who was refused, or has yet to come, cannot say whether it helped.
  const { warmth, state, appointmentAt } = referral
  if (warmth === 'plain' || state === 'withdrawn' || state === 'not-for-us' || state === 'no-room')
    return null
  if (isStillToCome(appointmentAt, page.now)) return null
  return (
    <Details summary={t('referrals.acts.said')} open={errorAt(errors, 'said') !== undefined}>
      <Form action={`${address}/bezoeker`} label={t('referrals.acts.said')}>
        <RadioGroup
          id="said"
          name="said"
          legend={t('referrals.acts.said-legend')}
          value={referral.visitorSaid ?? ''}
          error={errorAt(errors, 'said')}
          required
          options={visitorAnswers.map((value) => ({ value, label: t(`referrals.visitor.${value}`) }))}
        />
        <div>
          <Button type="submit">{t('referrals.acts.said-submit')}</Button>
        </div>
      </Form>
    </Details>
  )
}

function Withdraw({ page: { t }, address }: Act) {
  return (
    <Details summary={t('referrals.acts.withdraw')}>
      <Stack>
        <Alert kind="warning">
          <p>{t('referrals.acts.withdraw-lead')}</p>
        </Alert>
        <Form action={`${address}/intrekken`} label={t('referrals.acts.withdraw')}>
          <div>
            <Button type="submit" variant="danger">
              {t('referrals.acts.withdraw-submit')}
            </Button>
          </div>
        </Form>
      </Stack>
    </Details>
  )
}
