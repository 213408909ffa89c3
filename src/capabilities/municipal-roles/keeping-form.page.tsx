import type { Child } from 'hono/jsx'
import { Alert } from '../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../design-system/button/button.tsx'
import { ButtonGroup } from '../../design-system/button-group/button-group.tsx'
import { DateInput } from '../../design-system/date-input/date-input.tsx'
import { DescriptionList } from '../../design-system/description-list/description-list.tsx'
import { Form } from '../../design-system/form/form.tsx'
import { FormField } from '../../design-system/form-field/form-field.tsx'
import { Heading } from '../../design-system/heading/heading.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import { TextInput } from '../../design-system/text-input/text-input.tsx'
import { Textarea } from '../../design-system/textarea/textarea.tsx'
import { errorAt, type FormError } from '../../platform/http/form-errors.ts'
import type { FormFields } from '../../platform/http/form-fields.ts'
import type { Page } from '../../platform/http/reply.ts'
import type { Language, Translate } from '../../platform/i18n/translate.ts'
import { dayInWords } from '../../platform/time/local-time.ts'

/** The page around a form of something that is kept. */
export function keepingPage(parts: {
  readonly t: Translate
  readonly title: string
  readonly lead?: string | undefined
  /** The page above it. */
  readonly up: { readonly href: string; readonly label: string }
  readonly action: string
  readonly form: FormFields
  readonly errors: readonly FormError[]
  readonly saved: boolean
  readonly isNew: boolean
  /** What somebody else saved meanwhile, above what was typed here. */
  readonly meanwhile?: readonly { readonly term: string; readonly text: string }[] | undefined
  readonly submit?: string | undefined
  readonly fields: Child
  readonly below?: Child
}): Page {
  const { t, title, up, form, meanwhile } = parts
  return {
    title,
    errors: parts.errors,
    main: (
      <Stack gap="lg">
        <Stack>
          <Breadcrumb label={t('direction.breadcrumb')} items={[up]} />
          <Heading level={1}>{title}</Heading>
          {parts.lead && <Paragraph lead>{parts.lead}</Paragraph>}
          {parts.saved && <Alert kind="ok">{t('direction.saved')}</Alert>}
          {meanwhile && (
            <Alert kind="warning" id="meanwhile">
              <Stack>
                <Paragraph>{t('direction.meanwhile')}</Paragraph>
                <DescriptionList
                  items={meanwhile.map(({ term, text }) => ({ term, description: text || '–' }))}
                />
              </Stack>
            </Alert>
          )}
          <Form action={parts.action}>
            {parts.isNew ? (
              <input type="hidden" name="id" value={form.text('id')} />
            ) : (
              <input type="hidden" name="version" value={form.text('version')} />
            )}
            {parts.fields}
            <ButtonGroup>
              <Button type="submit" variant="primary">
                {parts.submit ?? t('direction.save')}
              </Button>
              <Button href={up.href} variant="subtle">
                {t('direction.back', { page: up.label })}
              </Button>
            </ButtonGroup>
          </Form>
        </Stack>
        {parts.below}
      </Stack>
    ),
  }
}

interface Asked {
  readonly t: Translate
  readonly form: FormFields
  readonly errors: readonly FormError[]
  /** The name of the field, and its id. */
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly optional?: boolean
}

/** One line of text. */
export function LineField({
  t,
  form,
  errors,
  name,
  label,
  hint,
  optional,
  short,
  type,
}: Asked & { readonly short?: boolean; readonly type?: 'email' | 'tel' }) {
  return (
    <FormField
      id={name}
      label={label}
      description={hint}
      required={!optional}
      optional={optional ? t('shell.optional') : undefined}
      error={errorAt(errors, name)}
    >
      <TextInput
        name={name}
        value={form.text(name)}
        type={type ?? 'text'}
        size={short ? 'short' : undefined}
        autocomplete="off"
      />
    </FormField>
  )
}

/** Text of more lines. */
export function LongField({
  t,
  form,
  errors,
  name,
  label,
  hint,
  optional,
  rows = 4,
}: Asked & { readonly rows?: number }) {
  return (
    <FormField
      id={name}
      label={label}
      description={hint}
      required={!optional}
      optional={optional ? t('shell.optional') : undefined}
      error={errorAt(errors, name)}
    >
      <Textarea name={name} value={form.text(name)} rows={rows} />
    </FormField>
  )
}

/** From when until when something counts, as a colleague kept it. */
export const daysKept = (
  { fromDay, untilDay }: { readonly fromDay: string; readonly untilDay: string | null },
  { t, language }: { readonly t: Translate; readonly language: Language },
) => [
  { term: t('direction.from'), text: dayInWords(fromDay, language) },
  { term: t('direction.until'), text: untilDay === null ? '' : dayInWords(untilDay, language) },
]

/** A day in three boxes. */
export function DayField({ t, form, errors, name, label, hint, optional }: Asked) {
  const box = (part: string) => form.text(`${name}.${part}`)
  return (
    <DateInput
      id={name}
      name={name}
      legend={label}
      description={hint}
      required={!optional}
      optional={optional ? t('shell.optional') : undefined}
      error={errorAt(errors, name)}
      labels={{ day: t('direction.day'), month: t('direction.month'), year: t('direction.year') }}
      value={{ day: box('day'), month: box('month'), year: box('year') }}
    />
  )
}
