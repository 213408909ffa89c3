import { Alert } from '../../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { NumberInput } from '../../../design-system/number-input/number-input.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { Textarea } from '../../../design-system/textarea/textarea.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import type { Account } from '../account.ts'
import { showValue } from '../account-words.ts'
import { type Accounting, accountAddress } from '../accounting-request.ts'
import type { Correction, CountedIndicator } from '../indicators.ts'

/** Another number than what was counted, with the reason. */
export function correctionPage(
  page: Accounting & {
    readonly t: Translate
    readonly language: Language
    readonly account: Account
    readonly indicator: { readonly number: CountedIndicator; readonly counted: number }
    /** The correction that holds now. */
    readonly correction: Correction | undefined
    /** Somebody else made it while this form was open. */
    readonly isMeanwhile?: boolean
    readonly form: FormFields
    readonly errors: readonly FormError[]
  },
): Page {
  const { t, language, indicator, year, form, errors, account, correction } = page
  const name = t('accountability.figure-name', {
    number: indicator.number,
    name: t(`accountability.indicator.${indicator.number}`),
  })
  const title = t('accountability.correct-title', { name })
  const back = accountAddress(`/indicator/${indicator.number}`, page)
  return {
    title,
    errors,
    main: (
      <Stack>
        <Breadcrumb
          label={t('accountability.breadcrumb')}
          items={[
            { href: accountAddress('', page), label: t('accountability.of-year', { year }) },
            { href: back, label: name },
          ]}
        />
        <Heading level={1}>{title}</Heading>
        <Paragraph>
          {t('accountability.counted-now', {
            counted: showValue(indicator.number, indicator.counted, t, language),
          })}
        </Paragraph>
        {page.isMeanwhile && correction && (
          <Alert kind="warning" id="meanwhile">
            <Stack>
              <Paragraph>{t('accountability.meanwhile')}</Paragraph>
              <Paragraph>
                {showValue(indicator.number, correction.value, t, language)}.{' '}
                {t('accountability.because', { reason: correction.reason })}
              </Paragraph>
            </Stack>
          </Alert>
        )}
        {account.statement && <Alert kind="warning">{t('accountability.correct-after-signing')}</Alert>}
        <Form action={accountAddress(`/indicator/${indicator.number}/verbeteren`, page)}>
          <input type="hidden" name="id" value={form.text('id')} />
          <input type="hidden" name="over" value={form.text('over')} />
          <FormField
            id="value"
            label={t('accountability.right-number')}
            required
            error={errorAt(errors, 'value')}
          >
            <NumberInput name="value" value={form.text('value')} autocomplete="off" />
          </FormField>
          <FormField
            id="reason"
            label={t('accountability.reason')}
            description={t('accountability.reason-hint')}
            required
            error={errorAt(errors, 'reason')}
          >
            <Textarea name="reason" value={form.text('reason')} rows={3} />
          </FormField>
          <ButtonGroup>
            <Button type="submit" variant="primary">
              {t('accountability.correct-submit')}
            </Button>
            <Button href={back} variant="subtle">
              {t('accountability.back')}
            </Button>
          </ButtonGroup>
        </Form>
      </Stack>
    ),
  }
}
