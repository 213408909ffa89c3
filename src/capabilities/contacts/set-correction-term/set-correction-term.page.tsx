import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ErrorSummary } from '../../../design-system/error-summary/error-summary.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { NumberInput } from '../../../design-system/number-input/number-input.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { longestTerm } from './set-correction-term.form.ts'

export function correctionTermPage({
  t,
  days,
  wrong,
  saved,
}: {
  t: Translate
  days: string
  wrong: boolean
  saved: boolean
}): Page {
  const title = t('contacts.term.title')
  const error = wrong ? t('contacts.term.error', { most: longestTerm }) : undefined
  return {
    title: error ? t('shell.error-prefix', { title }) : title,
    main: (
      <Stack>
        {saved && (
          <Alert kind="ok">
            <p>{t('contacts.term.saved')}</p>
          </Alert>
        )}
        {error && (
          <ErrorSummary
            title={t('shell.errors-title', { count: 1 })}
            errors={[{ id: 'days', message: error }]}
          />
        )}
        <Heading level={1}>{title}</Heading>
        <Paragraph>{t('contacts.term.lead')}</Paragraph>
        <Form action="/beheer/correcties">
          <FormField
            id="days"
            label={t('contacts.term.days')}
            description={t('contacts.term.hint')}
            error={error}
            required
          >
            <NumberInput name="days" value={days} />
          </FormField>
          <div>
            <Button type="submit" variant="primary">
              {t('contacts.term.submit')}
            </Button>
          </div>
        </Form>
      </Stack>
    ),
  }
}
