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
  mayStayEmpty = !required,
}: {
  t: Translate
  name: string
  legend: string
  description?: string | undefined
  form: FormFields
  errors: readonly FormError[]
  required?: boolean
  /** False for a blank of a text: it may be left open, but then the text says so. */
  mayStayEmpty?: boolean
}) {
  return (
    <DateInput
      id={name}
      name={name}
      legend={legend}
      description={description}
      required={required}
      optional={mayStayEmpty ? t('shell.optional') : undefined}
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
