import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { NumberInput } from '../../../design-system/number-input/number-input.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { MessageKey, Translate } from '../../../platform/i18n/translate.ts'
import { aboutKinds } from '../person.ts'
import { type RetentionTerm, retentionField } from '../retention.ts'

export function retentionPage({
  t,
  terms,
  ofLibrary,
  form,
  errors,
  saved,
}: {
  t: Translate
  terms: readonly RetentionTerm[]
  /** Of a library, that may leave a field empty; otherwise of the nation. */
  ofLibrary: boolean
  form: FormFields
  errors: readonly FormError[]
  saved: boolean
}): Page {
  const title = t('privacy.retention.title')
  return {
    title,
    errors,
    main: (
      <Stack>
        {saved && (
          <Alert kind="ok">
            <p>{t('shell.saved')}</p>
          </Alert>
        )}
        <Heading level={1}>{title}</Heading>
        <Paragraph>{t('privacy.retention.lead')}</Paragraph>
        <Paragraph>{t(ofLibrary ? 'privacy.retention.empty' : 'privacy.retention.nation')}</Paragraph>
        <Form action="/beheer/bewaartermijnen">
          {aboutKinds.map((kind) => (
            <Stack>
              <Heading level={2}>{t(`privacy.kind.${kind}`)}</Heading>
              {terms
                .filter(({ aboutKind }) => aboutKind === kind)
                .map((term) => {
                  const field = retentionField(term)
                  return (
                    <FormField
                      id={field}
                      label={t(`privacy.outcome.${field}` as MessageKey)}
                      description={
                        ofLibrary ? t('privacy.retention.national', { days: term.national }) : undefined
                      }
                      error={errorAt(errors, field)}
                    >
                      <NumberInput name={field} value={form.text(field)} />
                    </FormField>
                  )
                })}
            </Stack>
          ))}
          <div>
            <Button type="submit" variant="primary">
              {t('privacy.retention.submit')}
            </Button>
          </div>
        </Form>
      </Stack>
    ),
  }
}
