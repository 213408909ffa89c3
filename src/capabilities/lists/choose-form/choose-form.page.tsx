import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { DateInput } from '../../../design-system/date-input/date-input.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { dayInTable } from '../../../platform/time/local-time.ts'
import { askedFields, type FormChoice, type FormDefinition } from '../form-definition.ts'

export function chooseFormPage({
  t,
  forms,
  inUse,
  choices,
  form,
  errors,
  saved,
}: {
  t: Translate
  forms: readonly FormDefinition[]
  /** What counts today. */
  inUse: FormDefinition | undefined
  choices: readonly FormChoice[]
  form: FormFields
  errors: readonly FormError[]
  saved: boolean
}): Page {
  const titleOf = (code: string): string => forms.find((each) => each.code === code)?.title ?? code
  const asks = ({ asks: asked }: FormDefinition): string =>
    askedFields
      .filter((field) => asked[field])
      .map((field) => t(`lists.asks.${field}`))
      .join(', ')
  return {
    title: t('lists.choose-form.title'),
    errors,
    main: (
      <Stack>
        {saved && (
          <Alert kind="ok">
            <p>{t('shell.saved')}</p>
          </Alert>
        )}
        <Heading level={1}>{t('lists.choose-form.title')}</Heading>
        {inUse && <Paragraph>{t('lists.choose-form.in-use', { form: inUse.title })}</Paragraph>}
        <Form action="/beheer/registratieformulier">
          <RadioGroup
            id="form"
            name="form"
            legend={t('lists.choose-form.which')}
            error={errorAt(errors, 'form')}
            required
            options={forms.map((each) => ({
              value: each.code,
              label: each.title,
              description: t('lists.choose-form.asks', { fields: asks(each) }),
            }))}
            value={form.text('form')}
          />
          <DateInput
            id="from"
            name="from"
            legend={t('lists.choose-form.from')}
            description={t('lists.choose-form.from-hint')}
            labels={{ day: t('shell.day'), month: t('shell.month'), year: t('shell.year') }}
            value={{
              day: form.text('from.day'),
              month: form.text('from.month'),
              year: form.text('from.year'),
            }}
            error={errorAt(errors, 'from')}
            required
          />
          <div>
            <Button type="submit" variant="primary">
              {t('lists.choose-form.submit')}
            </Button>
          </div>
        </Form>
        {choices.length > 0 && (
          <DataTable
            id="choices"
            caption={t('lists.choose-form.choices')}
            columns={[
              {
                key: 'from',
                header: t('lists.choose-form.from-column'),
                cell: ({ validFrom }) => dayInTable(validFrom),
                rowHeader: true,
              },
              {
                key: 'form',
                header: t('lists.choose-form.form-column'),
                cell: ({ formCode }) => titleOf(formCode),
              },
            ]}
            rows={choices}
          />
        )}
      </Stack>
    ),
  }
}
