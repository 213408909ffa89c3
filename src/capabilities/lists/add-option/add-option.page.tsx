import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { CheckboxGroup } from '../../../design-system/checkbox-group/checkbox-group.tsx'
import { DateInput } from '../../../design-system/date-input/date-input.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { askedFields } from '../form-definition.ts'
import { addressOfList, type KeptList, type ListOption } from '../list-option.ts'
import { topicGroups } from '../list-snapshot.ts'
import { OptionFields } from '../option-fields.page.tsx'
import { nationalChoices } from './add-option.form.ts'

export function addOptionPage({
  t,
  list,
  options,
  local,
  form,
  errors,
}: {
  t: Translate
  list: KeptList
  options: readonly ListOption[]
  /** A library adds it for itself. */
  local: boolean
  form: FormFields
  errors: readonly FormError[]
}): Page {
  const title = t(local ? 'list-care.add.local-title' : 'list-care.add.title', {
    list: t(`list-care.one.${list}`),
  })
  return {
    title,
    errors,
    main: (
      <Stack>
        <Breadcrumb
          label={t('list-care.breadcrumb')}
          items={[{ href: addressOfList(list), label: t(`list-care.list.${list}`) }]}
        />
        <Heading level={1}>{title}</Heading>
        <Paragraph>{t(local ? 'list-care.add.local-lead' : 'list-care.add.lead')}</Paragraph>
        <Form action={`${addressOfList(list)}/nieuw`}>
          <OptionFields t={t} list={list} form={form} errors={errors} />
          {local && (
            <FormField
              id="nationalCode"
              label={t('list-care.national')}
              description={t('list-care.national-hint')}
              error={errorAt(errors, 'nationalCode')}
              required
            >
              <Select
                name="nationalCode"
                value={form.text('nationalCode')}
                options={[
                  { value: '', label: t('list-care.choose') },
                  ...nationalChoices(options).map(({ code, labelNl }) => ({ value: code, label: labelNl })),
                ]}
              />
            </FormField>
          )}
          {list === 'topic' && !local && (
            <RadioGroup
              id="group"
              name="group"
              legend={t('list-care.group')}
              error={errorAt(errors, 'group')}
              required
              options={topicGroups.map((group) => ({ value: group, label: t(`list-care.group.${group}`) }))}
              value={form.text('group')}
            />
          )}
          {list === 'form' && (
            <CheckboxGroup
              id="asks"
              name="asks"
              legend={t('list-care.asks')}
              error={errorAt(errors, 'asks')}
              options={askedFields.map((field) => ({ value: field, label: t(`lists.asks.${field}`) }))}
              values={form.all('asks')}
            />
          )}
          <DateInput
            id="from"
            name="from"
            legend={t('list-care.from')}
            description={t('list-care.from-hint')}
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
              {t('list-care.add.submit')}
            </Button>
          </div>
        </Form>
      </Stack>
    ),
  }
}
