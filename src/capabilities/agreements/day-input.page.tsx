import { DateInput } from '../../design-system/date-input/date-input.tsx'
import { errorAt, type FormError } from '../../platform/http/form-errors.ts'
import type { FormFields } from '../../platform/http/form-fields.ts'
import type { Translate } from '../../platform/i18n/translate.ts'

/** A day in a form about an agreement; one that need not be given says so. */
export function DayInput({
  t,
  name,
  legend,
  description,
  form,
  errors,
  required = false,
}: {
  t: Translate
  name: string
  legend: string
  description?: string | undefined
  form: FormFields
  errors: readonly FormError[]
  required?: boolean
}) {
  return (
    <DateInput
      id={name}
      name={name}
      legend={legend}
      description={description}
      required={required}
      optional={required ? undefined : t('shell.optional')}
      error={errorAt(errors, name)}
      labels={{ day: t('agreements.day'), month: t('agreements.month'), year: t('agreements.year') }}
      value={{
        day: form.text(`${name}.day`),
        month: form.text(`${name}.month`),
        year: form.text(`${name}.year`),
      }}
    />
  )
}
