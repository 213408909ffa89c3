import { DateInput } from '../../design-system/date-input/date-input.tsx'
import { FormField } from '../../design-system/form-field/form-field.tsx'
import { RadioGroup } from '../../design-system/radio-group/radio-group.tsx'
import { TextInput } from '../../design-system/text-input/text-input.tsx'
import { errorAt, type FormError } from '../../platform/http/form-errors.ts'
import type { FormFields } from '../../platform/http/form-fields.ts'
import type { Translate } from '../../platform/i18n/translate.ts'
import { purposeLetters, purposes } from './booking.ts'

interface Asked {
  readonly t: Translate
  readonly form: FormFields
  readonly errors: readonly FormError[]
}

/** On which of the three purposes of the scheme (article 5) it is. */
export const PurposeField = ({ t, form, errors }: Asked) => (
  <RadioGroup
    id="purpose"
    name="purpose"
    legend={t('money.booking.purpose')}
    required
    error={errorAt(errors, 'purpose')}
    value={form.text('purpose')}
    options={purposes.map((purpose) => ({
      value: purpose,
      label: `${purposeLetters[purpose]}. ${t(`money.purpose.${purpose}`)}`,
    }))}
  />
)

export const DescriptionField = ({ t, form, errors }: Asked) => (
  <FormField
    id="description"
    label={t('money.booking.description')}
    required
    error={errorAt(errors, 'description')}
  >
    <TextInput name="description" value={form.text('description')} autocomplete="off" />
  </FormField>
)

/** The day in the year that is booked. */
export const BookedDayField = ({ t, form, errors, year }: Asked & { readonly year: number }) => (
  <DateInput
    id="day"
    name="day"
    legend={t('money.booking.day')}
    description={t('money.booking.day-hint', { year: String(year) })}
    required
    error={errorAt(errors, 'day')}
    labels={{ day: t('money.day'), month: t('money.month'), year: t('money.year') }}
    value={{ day: form.text('day.day'), month: form.text('day.month'), year: form.text('day.year') }}
  />
)
