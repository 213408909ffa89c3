import type { Child } from 'hono/jsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ChoiceList } from '../../../design-system/choice/choice.tsx'
import { DateInput } from '../../../design-system/date-input/date-input.tsx'
import { FieldGroup } from '../../../design-system/field-group/field-group.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { addressOfList, type ListOption, type MappedList } from '../list-option.ts'
import { mostParts, seenOf } from './replace-options.form.ts'

interface ReplacePage {
  readonly t: Translate
  readonly list: MappedList
  /** What can be merged or split. */
  readonly choices: readonly ListOption[]
  readonly form: FormFields
  readonly errors: readonly FormError[]
}

export function mergePage({ t, list, choices, form, errors }: ReplacePage): Page {
  return framed(t, list, errors, {
    title: t('list-care.merge.title', { list: t(`list-care.list.${list}`).toLowerCase() }),
    lead: t('list-care.merge.lead'),
    form: (
      <Form action={`${addressOfList(list)}/samenvoegen`}>
        <input type="hidden" name="seen" value={seenOf(choices)} />
        <FieldGroup id="from" legend={t('list-care.merge.from')} error={errorAt(errors, 'from')}>
          <ChoiceList
            type="checkbox"
            id="from"
            name="from"
            options={choices.map(({ code, labelNl }) => ({ value: code, label: labelNl }))}
            selected={form.all('from')}
            invalid={errorAt(errors, 'from') !== undefined}
            layout="list"
          />
        </FieldGroup>
        <FormField id="into" label={t('list-care.merge.into')} error={errorAt(errors, 'into')}>
          <Select
            name="into"
            value={form.text('into')}
            options={[
              { value: '', label: t('list-care.merge.new') },
              ...choices.map(({ code, labelNl }) => ({ value: code, label: labelNl })),
            ]}
          />
        </FormField>
        <FormField
          id="labelNl"
          label={t('list-care.merge.label')}
          description={t('list-care.merge.label-hint')}
          optional={t('shell.optional')}
          error={errorAt(errors, 'labelNl')}
        >
          <TextInput name="labelNl" value={form.text('labelNl')} autocomplete="off" />
        </FormField>
        <FormField id="labelEn" label={t('list-care.label-en')} optional={t('shell.optional')}>
          <TextInput name="labelEn" value={form.text('labelEn')} autocomplete="off" />
        </FormField>
        <Since t={t} form={form} errors={errors} />
        <div>
          <Button type="submit" variant="primary">
            {t('list-care.merge.submit')}
          </Button>
        </div>
      </Form>
    ),
  })
}

export function splitPage({ t, list, choices, form, errors }: ReplacePage): Page {
  return framed(t, list, errors, {
    title: t('list-care.split.title', { list: t(`list-care.list.${list}`).toLowerCase() }),
    lead: t('list-care.split.lead'),
    form: (
      <Form action={`${addressOfList(list)}/splitsen`}>
        <input type="hidden" name="seen" value={seenOf(choices)} />
        <FormField id="from" label={t('list-care.split.from')} error={errorAt(errors, 'from')} required>
          <Select
            name="from"
            value={form.text('from')}
            options={[
              { value: '', label: t('list-care.choose') },
              ...choices.map(({ code, labelNl }) => ({ value: code, label: labelNl })),
            ]}
          />
        </FormField>
        <FieldGroup id="parts" legend={t('list-care.split.parts')} error={errorAt(errors, 'parts')}>
          {Array.from({ length: mostParts }, (_, number) => (
            <>
              <FormField
                id={number === 0 ? 'parts' : `part-${number}`}
                label={t('list-care.split.part', { number: number + 1 })}
                optional={number > 1 ? t('shell.optional') : undefined}
              >
                <TextInput name={`part-${number}`} value={form.text(`part-${number}`)} autocomplete="off" />
              </FormField>
              <FormField
                id={`part-en-${number}`}
                label={t('list-care.split.part-en', { number: number + 1 })}
                optional={t('shell.optional')}
              >
                <TextInput
                  name={`part-en-${number}`}
                  value={form.text(`part-en-${number}`)}
                  autocomplete="off"
                />
              </FormField>
            </>
          ))}
        </FieldGroup>
        <Since t={t} form={form} errors={errors} />
        <div>
          <Button type="submit" variant="primary">
            {t('list-care.split.submit')}
          </Button>
        </div>
      </Form>
    ),
  })
}

function framed(
  t: Translate,
  list: MappedList,
  errors: readonly FormError[],
  { title, lead, form }: { title: string; lead: string; form: Child },
): Page {
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
        <Paragraph>{lead}</Paragraph>
        {form}
      </Stack>
    ),
  }
}

function Since({ t, form, errors }: Pick<ReplacePage, 't' | 'form' | 'errors'>) {
  return (
    <DateInput
      id="since"
      name="since"
      legend={t('list-care.since')}
      description={t('list-care.since-hint')}
      labels={{ day: t('shell.day'), month: t('shell.month'), year: t('shell.year') }}
      value={{
        day: form.text('since.day'),
        month: form.text('since.month'),
        year: form.text('since.year'),
      }}
      error={errorAt(errors, 'since')}
      required
    />
  )
}
