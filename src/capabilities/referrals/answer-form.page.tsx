import { Button } from '../../design-system/button/button.tsx'
import { ButtonGroup } from '../../design-system/button-group/button-group.tsx'
import { DateInput } from '../../design-system/date-input/date-input.tsx'
import { Details } from '../../design-system/details/details.tsx'
import { Form } from '../../design-system/form/form.tsx'
import { FormField } from '../../design-system/form-field/form-field.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import { TextInput } from '../../design-system/text-input/text-input.tsx'
import { errorAt, type FormError } from '../../platform/http/form-errors.ts'
import type { FormFields } from '../../platform/http/form-fields.ts'
import type { Translate } from '../../platform/i18n/translate.ts'
import type { Instant } from '../../platform/time/local-time.ts'
import type { Referral } from './find-referral/find-referral.query.ts'
import { answersNow, isStillToCome } from './referral-state.ts'

/**
 * The answers to a referral that can be given now: each a button that is one tap, and two that ask something. Nothing happens by
 * opening the page: programs that look into mail open links too.
 */
export function AnswerForm({
  t,
  action,
  referral,
  by,
  now,
  form,
  errors,
}: {
  readonly t: Translate
  readonly action: string
  readonly referral: Pick<Referral, 'state' | 'appointmentAt'>
  readonly by: 'partner' | 'desk'
  readonly now: Instant
  readonly form: FormFields
  readonly errors: readonly FormError[]
}) {
  const possible = answersNow(referral, by, now)
  const taps = possible.filter((event) => event !== 'plan' && event !== 'decline')
  return (
    <Stack>
      {isStillToCome(referral.appointmentAt, now) && (
        <Paragraph>{t('referrals.answer.still-to-come')}</Paragraph>
      )}
      {taps.length > 0 && (
        <Form action={action} label={t('referrals.answer.title')}>
          <ButtonGroup>
            {taps.map((event) => (
              <Button type="submit" name="event" value={event}>
                {t(`referrals.answer.${event}`)}
              </Button>
            ))}
          </ButtonGroup>
        </Form>
      )}
      {possible.includes('plan') && (
        <Details summary={t('referrals.answer.plan')} open={form.text('event') === 'plan'}>
          <Form action={action} label={t('referrals.answer.plan')}>
            <input type="hidden" name="event" value="plan" />
            <DateInput
              id="day"
              name="day"
              legend={t('referrals.answer.day')}
              labels={{ day: t('shell.day'), month: t('shell.month'), year: t('shell.year') }}
              value={{
                day: form.text('day.day'),
                month: form.text('day.month'),
                year: form.text('day.year'),
              }}
              error={errorAt(errors, 'day')}
              required
            />
            <FormField
              id="time"
              label={t('referrals.answer.time')}
              description={t('referrals.answer.time-hint')}
              error={errorAt(errors, 'time')}
              required
            >
              <TextInput name="time" value={form.text('time')} size="short" autocomplete="off" />
            </FormField>
            <div>
              <Button type="submit">{t('referrals.answer.plan-submit')}</Button>
            </div>
          </Form>
        </Details>
      )}
      {possible.includes('decline') && (
        <Details summary={t('referrals.answer.decline')} open={form.text('event') === 'decline'}>
          <Form action={action} label={t('referrals.answer.decline')}>
            <input type="hidden" name="event" value="decline" />
            <FormField
              id="reason"
              label={t('referrals.answer.reason')}
              description={t('referrals.answer.reason-hint')}
              error={errorAt(errors, 'reason')}
              required
            >
              <TextInput name="reason" value={form.text('reason')} autocomplete="off" />
            </FormField>
            <FormField
              id="betterPlace"
              label={t('referrals.answer.better-place')}
              optional={t('referrals.optional')}
              error={errorAt(errors, 'betterPlace')}
            >
              <TextInput name="better-place" value={form.text('better-place')} autocomplete="off" />
            </FormField>
            <div>
              <Button type="submit">{t('referrals.answer.decline-submit')}</Button>
            </div>
          </Form>
        </Details>
      )}
    </Stack>
  )
}
