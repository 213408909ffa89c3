import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { NumberInput } from '../../../design-system/number-input/number-input.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { errorAt } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { MessageKey, Translate } from '../../../platform/i18n/translate.ts'
import { agreementWays } from '../agreement.ts'
import {
  DayQuestion,
  type EntryForm,
  entryPage,
  type OfPartner,
  partnerAddress,
  TextQuestion,
} from '../entry-form.page.tsx'
import type { ContactPerson } from '../partner.ts'
import type { Service } from '../service.ts'
import { type ConsultationHour, consultationValue } from './keep-agreement.form.ts'

export interface AgreementChoices {
  readonly services: readonly Service[]
  readonly persons: readonly ContactPerson[]
  readonly consultations: readonly ConsultationHour[]
}

type Props = EntryForm & { partner: OfPartner; agreementId?: string; choices: AgreementChoices }

/** The form of what was agreed on referring (guide § 2.3.2); without an id a new agreement. */
export function keepAgreementPage(props: Props): Page {
  const { t, form, errors, partner, agreementId, choices } = props
  return entryPage({
    ...props,
    title: t(agreementId ? 'directory.agreement.change' : 'directory.agreement.add', { name: partner.name }),
    lead: t('directory.agreement.lead'),
    action: partnerAddress(partner, agreementId ? `/afspraak/${agreementId}` : '/afspraak'),
    submit: agreementId ? 'directory.save' : 'directory.agreement.submit',
    children: (
      <>
        <Choice
          {...props}
          name="service"
          none="directory.agreement.all-services"
          options={choices.services.map(({ id, name }) => [id, name])}
        />
        <TextQuestion {...props} name="when-to-refer" hint="directory.hint.when-to-refer" />
        <RadioGroup
          id="way"
          name="way"
          legend={t('directory.field.way')}
          required
          error={errorAt(errors, 'way')}
          options={agreementWays.map((way) => ({ value: way, label: t(`directory.way.${way}`) }))}
          value={form.text('way')}
        />
        {choices.consultations.length > 0 ? (
          <Choice
            {...props}
            name="consultation"
            hint="directory.hint.consultation"
            none="directory.agreement.no-consultation"
            options={choices.consultations.map((hour) => [consultationValue(hour), sayConsultation(hour, t)])}
          />
        ) : (
          <p id="consultation" tabindex={-1}>
            {t('directory.agreement.without-consultations')}
          </p>
        )}
        <TextQuestion {...props} name="how" hint="directory.hint.how" />
        <Choice
          {...props}
          name="contact-person"
          hint="directory.hint.contact-person"
          none="directory.agreement.no-person"
          options={choices.persons.map(({ id, name, role }) => [id, [name, role].filter(Boolean).join(', ')])}
        />
        <TextQuestion {...props} name="refers-back" hint="directory.hint.refers-back" />
        <FormField
          id="answer-days"
          label={t('directory.field.answer-days')}
          description={t('directory.hint.answer-days')}
          required
          error={errorAt(errors, 'answer-days')}
        >
          <NumberInput name="answer-days" value={form.text('answer-days')} autocomplete="off" />
        </FormField>
        <DayQuestion {...props} name="valid-from" />
        <DayQuestion {...props} name="valid-until" hint="directory.hint.valid-until" optional />
        <DayQuestion {...props} name="review" hint="directory.hint.agreement-review" />
      </>
    ),
  })
}

/** 'Spreekuur sociaal raadslieden, Centrum'. */
export const sayConsultation = ({ label, deskName }: ConsultationHour, t: Translate): string =>
  `${label || t('directory.agreement.unnamed-hour')}, ${deskName}`

function Choice({
  t,
  form,
  errors,
  name,
  hint,
  none,
  options,
}: Props & {
  name: 'service' | 'contact-person' | 'consultation'
  hint?: MessageKey
  none: MessageKey
  options: readonly (readonly [string, string])[]
}) {
  return (
    <FormField
      id={name}
      label={t(`directory.field.${name}`)}
      description={hint && t(hint)}
      error={errorAt(errors, name)}
    >
      <Select
        name={name}
        value={form.text(name)}
        options={[{ value: '', label: t(none) }, ...options.map(([value, label]) => ({ value, label }))]}
      />
    </FormField>
  )
}
