import type { Child, PropsWithChildren } from 'hono/jsx'
import { Alert } from '../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../design-system/button/button.tsx'
import { ButtonGroup } from '../../design-system/button-group/button-group.tsx'
import { DateInput } from '../../design-system/date-input/date-input.tsx'
import { FieldGroup } from '../../design-system/field-group/field-group.tsx'
import { Form } from '../../design-system/form/form.tsx'
import { FormField } from '../../design-system/form-field/form-field.tsx'
import { Heading } from '../../design-system/heading/heading.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { RadioGroup } from '../../design-system/radio-group/radio-group.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import { TextInput } from '../../design-system/text-input/text-input.tsx'
import { Textarea } from '../../design-system/textarea/textarea.tsx'
import { errorAt, type FormError } from '../../platform/http/form-errors.ts'
import type { FormFields } from '../../platform/http/form-fields.ts'
import type { Page } from '../../platform/http/reply.ts'
import type { MessageKey, Translate } from '../../platform/i18n/translate.ts'
import type { EntryField } from './entry-fields.ts'

/** What every form of the directory is made from. */
export interface EntryForm {
  readonly t: Translate
  readonly form: FormFields
  readonly errors: readonly FormError[]
  /** What somebody else saved while it was open: the fields that differ from what was typed here. */
  readonly meanwhile?: readonly string[] | undefined
}

/** Of whom it is part, to go back to. */
export interface OfPartner {
  readonly id: string
  readonly name: string
}

export const partnerAddress = ({ id }: Pick<OfPartner, 'id'>, rest = ''): string =>
  `/beheer/sociale-kaart/organisatie/${id}${rest}`

/** A page with one form of the directory: the way back, what somebody else did meanwhile, the questions, the button. */
export function entryPage({
  t,
  form,
  errors,
  meanwhile,
  title,
  action,
  partner,
  lead,
  submit,
  children,
  after,
}: EntryForm & {
  title: string
  action: string
  partner?: OfPartner | undefined
  lead?: string
  submit: MessageKey
  children: Child
  after?: Child
}): Page {
  const back = partner ? partnerAddress(partner) : '/beheer/sociale-kaart'
  return {
    title,
    errors,
    main: (
      <Stack>
        <Breadcrumb
          label={t('directory.breadcrumb')}
          items={[
            { href: '/beheer/sociale-kaart', label: t('directory.keep.title') },
            ...(partner ? [{ href: back, label: partner.name }] : []),
          ]}
        />
        <Heading level={1}>{title}</Heading>
        {lead && <Paragraph>{lead}</Paragraph>}
        {meanwhile && (
          <Alert kind="warning" id="meanwhile">
            <Stack>
              <Paragraph>{t('directory.meanwhile')}</Paragraph>
              <ul>
                {meanwhile.map((line) => (
                  <li>{line}</li>
                ))}
              </ul>
            </Stack>
          </Alert>
        )}
        <Form action={action}>
          <input type="hidden" name="version" value={form.text('version')} />
          {children}
          <ButtonGroup>
            <Button type="submit" variant="primary">
              {t(submit)}
            </Button>
            <Button href={back} variant="subtle">
              {t('directory.back')}
            </Button>
          </ButtonGroup>
        </Form>
        {after}
      </Stack>
    ),
  }
}

/** A question with one line of text. */
export function LineQuestion({
  t,
  form,
  errors,
  name,
  hint,
  type = 'text',
  required = false,
}: EntryForm & {
  name: EntryField
  hint?: MessageKey
  type?: 'text' | 'tel' | 'email'
  required?: boolean
}) {
  return (
    <FormField
      id={name}
      label={t(`directory.field.${name}`)}
      description={hint && t(hint)}
      optional={required ? undefined : t('shell.optional')}
      required={required}
      error={errorAt(errors, name)}
    >
      <TextInput name={name} type={type} value={form.text(name)} autocomplete="off" />
    </FormField>
  )
}

/** A question with several lines of text. */
export function TextQuestion({
  t,
  form,
  errors,
  name,
  hint,
  rows = 3,
}: EntryForm & { name: EntryField; hint?: MessageKey; rows?: number }) {
  return (
    <FormField
      id={name}
      label={t(`directory.field.${name}`)}
      description={hint && t(hint)}
      optional={t('shell.optional')}
      error={errorAt(errors, name)}
    >
      <Textarea name={name} value={form.text(name)} rows={rows} />
    </FormField>
  )
}

/** When it can be reached: by the clock, and in words for what a clock cannot say. */
export function HoursQuestions(props: EntryForm & { hint: MessageKey }) {
  return (
    <>
      <LineQuestion {...props} name="hours" hint={props.hint} />
      <LineQuestion {...props} name="hours-note" hint="directory.hint.hours-note" />
    </>
  )
}

/** Yes, no, or not known. */
export function YesNoQuestion({ t, form, errors, name }: EntryForm & { name: EntryField }) {
  return (
    <RadioGroup
      id={name}
      name={name}
      legend={t(`directory.field.${name}`)}
      error={errorAt(errors, name)}
      options={[
        { value: 'yes', label: t('shell.yes') },
        { value: 'no', label: t('shell.no') },
        { value: '', label: t('directory.not-known') },
      ]}
      value={form.text(name)}
      layout="row"
    />
  )
}

export function DayQuestion({
  t,
  form,
  errors,
  name,
  hint,
  optional = false,
}: EntryForm & { name: EntryField; hint?: MessageKey; optional?: boolean }) {
  const box = (part: string): string => form.text(`${name}.${part}`)
  return (
    <DateInput
      id={name}
      name={name}
      legend={t(`directory.field.${name}`)}
      description={hint && t(hint)}
      optional={optional ? t('shell.optional') : undefined}
      required={!optional}
      error={errorAt(errors, name)}
      labels={{ day: t('shell.day'), month: t('shell.month'), year: t('shell.year') }}
      value={{ day: box('day'), month: box('month'), year: box('year') }}
    />
  )
}

/** A part of a long form, with a heading as its name. */
export function FormPart({ id, title, children }: PropsWithChildren<{ id: string; title: string }>) {
  return (
    <FieldGroup id={`part-${id}`} legend={<Heading level={2}>{title}</Heading>}>
      <Stack>{children}</Stack>
    </FieldGroup>
  )
}
