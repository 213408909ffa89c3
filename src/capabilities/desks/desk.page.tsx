import type { PropsWithChildren } from 'hono/jsx'
import { Button } from '../../design-system/button/button.tsx'
import { ButtonGroup } from '../../design-system/button-group/button-group.tsx'
import { CheckboxGroup } from '../../design-system/checkbox-group/checkbox-group.tsx'
import { FieldGroup } from '../../design-system/field-group/field-group.tsx'
import { Form } from '../../design-system/form/form.tsx'
import { FormField } from '../../design-system/form-field/form-field.tsx'
import { Heading } from '../../design-system/heading/heading.tsx'
import { NumberInput } from '../../design-system/number-input/number-input.tsx'
import { RadioGroup } from '../../design-system/radio-group/radio-group.tsx'
import { Select } from '../../design-system/select/select.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import { TextInput } from '../../design-system/text-input/text-input.tsx'
import { Textarea } from '../../design-system/textarea/textarea.tsx'
import { errorAt } from '../../platform/http/form-errors.ts'
import type { Language, MessageKey } from '../../platform/i18n/translate.ts'
import { AddressFields, type FormPartProps, MunicipalityField, YesNoField } from './address.page.tsx'
import { type DeskKind, deskKinds, deskVariants } from './desk.ts'
import { languagesByName } from './languages.ts'

export interface DeskFormChoices {
  /** To choose from, the library's own working area first. */
  readonly municipalities: readonly { readonly code: string; readonly name: string }[]
  readonly mothers: readonly { readonly id: string; readonly name: string; readonly kind: DeskKind }[]
  /** The municipalities that are likely to pay: of the working area, around it, and who pays already. */
  readonly financiers: readonly { readonly code: string; readonly name: string }[]
}

export interface DeskFormProps extends FormPartProps {
  readonly language: Language
  readonly choices: DeskFormChoices
}

/** The form in which a desk is added and changed. */
export function DeskForm(
  props: DeskFormProps & {
    isNew: boolean
    action: string
    /** Sent along unseen. */
    hidden: Readonly<Record<string, string>>
    /** The address is another than it was: then it is asked why. */
    asksWhyMoved?: boolean
  },
) {
  const { t, form, errors, isNew, action, hidden, asksWhyMoved } = props
  return (
    <Form action={action}>
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <WhatItIs {...props} />
      <FormPart name="where" t={t}>
        <FormField
          id="host"
          label={t('desks.host')}
          description={t('desks.host-hint')}
          optional={t('shell.optional')}
          error={errorAt(errors, 'host')}
        >
          <TextInput name="host" value={form.text('host')} autocomplete="off" />
        </FormField>
        <MunicipalityField {...props} municipalities={props.choices.municipalities} />
        <AddressFields {...props} />
        {asksWhyMoved && (
          <RadioGroup
            id="address-change"
            name="address-change"
            legend={t('desks.address-change')}
            description={t('desks.address-change-hint')}
            required
            error={errorAt(errors, 'address-change')}
            options={[
              { value: 'moved', label: t('desks.address-change.moved') },
              { value: 'mended', label: t('desks.address-change.mended') },
            ]}
            value={form.text('address-change')}
          />
        )}
      </FormPart>
      <HowToReach {...props} />
      <WhatVisitorsMeet {...props} />
      <WhoWorksThere {...props} />
      <WhoPays {...props} />
      <ButtonGroup>
        <Button type="submit" variant="primary">
          {t(isNew ? 'desks.add.submit' : 'desks.change.submit')}
        </Button>
        <Button href="/beheer/informatiepunten" variant="subtle">
          {t('desks.back')}
        </Button>
      </ButtonGroup>
    </Form>
  )
}

/** A part of a long form, with a heading as its name. */
function FormPart({
  name,
  t,
  children,
}: PropsWithChildren<{
  name: 'where' | 'reach' | 'visitors' | 'staff' | 'payment'
  t: FormPartProps['t']
}>) {
  return (
    <FieldGroup id={`part-${name}`} legend={<Heading level={2}>{t(`desks.part.${name}`)}</Heading>}>
      <Stack>{children}</Stack>
    </FieldGroup>
  )
}

function WhatItIs({ t, form, errors, choices }: DeskFormProps) {
  return (
    <>
      <FormField id="name" label={t('desks.name')} error={errorAt(errors, 'name')} required>
        <TextInput name="name" value={form.text('name')} autocomplete="off" />
      </FormField>
      <RadioGroup
        id="kind"
        name="kind"
        legend={t('desks.kind')}
        required
        error={errorAt(errors, 'kind')}
        options={deskKinds.map((kind) => ({ value: kind, label: t(`desks.kind.${kind}`) }))}
        value={form.text('kind')}
      />
      {(choices.mothers.length > 0 || errorAt(errors, 'mother')) && (
        <FormField
          id="mother"
          label={t('desks.mother')}
          description={t('desks.mother-hint')}
          error={errorAt(errors, 'mother')}
        >
          <Select
            name="mother"
            value={form.text('mother')}
            options={[
              { value: '', label: t('desks.no-mother') },
              ...choices.mothers.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </FormField>
      )}
    </>
  )
}

function HowToReach({ t, form, errors }: DeskFormProps) {
  const field = (name: string, type: 'tel' | 'email' | 'text', label: MessageKey, hint: MessageKey) => (
    <FormField
      id={name}
      label={t(label)}
      description={t(hint)}
      optional={t('shell.optional')}
      error={errorAt(errors, name)}
    >
      <TextInput name={name} type={type} value={form.text(name)} autocomplete="off" />
    </FormField>
  )
  return (
    <FormPart name="reach" t={t}>
      {field('phone', 'tel', 'desks.phone', 'desks.phone-hint')}
      {field('email', 'email', 'desks.email', 'desks.email-hint')}
      {field('website', 'text', 'desks.website', 'desks.website-hint')}
    </FormPart>
  )
}

function WhatVisitorsMeet(props: DeskFormProps) {
  const { t, form, errors, language } = props
  return (
    <FormPart name="visitors" t={t}>
      <YesNoField {...props} name="step-free" legend="desks.step-free" />
      <YesNoField {...props} name="hearing-loop" legend="desks.hearing-loop" />
      <YesNoField {...props} name="private-room" legend="desks.private-room" />
      <CheckboxGroup
        id="languages"
        name="languages"
        legend={t('desks.languages')}
        description={t('desks.languages-hint')}
        optional={t('shell.optional')}
        error={errorAt(errors, 'languages')}
        options={languagesByName(language).map(({ code, name }) => ({ value: code, label: name }))}
        values={form.all('languages')}
        layout="row"
      />
      <RadioGroup
        id="variant"
        name="variant"
        legend={t('desks.variant')}
        required
        error={errorAt(errors, 'variant')}
        options={deskVariants.map((variant) => ({
          value: variant,
          label: t(`desks.variant.${variant}`),
          description: t(`desks.variant-hint.${variant}`),
        }))}
        value={form.text('variant') || 'basic'}
      />
      <CheckboxGroup
        id="by-appointment"
        name="by-appointment"
        legend={t('desks.by-appointment')}
        optional={t('shell.optional')}
        options={[{ value: 'yes', label: t('desks.by-appointment.yes') }]}
        values={form.all('by-appointment')}
      />
      <FormField
        id="note"
        label={t('desks.note')}
        description={t('desks.note-hint')}
        optional={t('shell.optional')}
        error={errorAt(errors, 'note')}
      >
        <Textarea name="note" value={form.text('note')} />
      </FormField>
    </FormPart>
  )
}

function WhoWorksThere({ t, form, errors }: DeskFormProps) {
  const field = (name: string, label: MessageKey) => (
    <FormField id={name} label={t(label)} optional={t('shell.optional')} error={errorAt(errors, name)}>
      <NumberInput name={name} value={form.text(name)} autocomplete="off" />
    </FormField>
  )
  return (
    <FormPart name="staff" t={t}>
      {field('employees', 'desks.employees')}
      {field('volunteers', 'desks.volunteers')}
      {field('partner-staff', 'desks.partner-staff')}
    </FormPart>
  )
}

function WhoPays({ t, form, errors, choices }: DeskFormProps) {
  const chosen = form.all('financiers')
  const unlisted = choices.municipalities.filter(
    ({ code }) => chosen.includes(code) && !choices.financiers.some((listed) => listed.code === code),
  )
  return (
    <FormPart name="payment" t={t}>
      <CheckboxGroup
        id="financiers"
        name="financiers"
        legend={t('desks.financiers')}
        description={t('desks.financiers-hint')}
        optional={t('shell.optional')}
        error={errorAt(errors, 'financiers')}
        options={[...choices.financiers, ...unlisted].map(({ code, name }) => ({ value: code, label: name }))}
        values={chosen}
        layout="row"
      />
    </FormPart>
  )
}
