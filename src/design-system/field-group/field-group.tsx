import type { Child, PropsWithChildren } from 'hono/jsx'
import { classNames } from '../class-names.ts'
import { describe } from '../form-field/field-context.ts'
import { FieldDescription, FieldError } from '../form-field/field-texts.tsx'
import type { FieldTexts } from '../form-field/form-field.tsx'

export type FieldGroupTexts = FieldTexts & {
  legend: Child
  /** The question stands before its answers instead of above them, where the screen is wide enough. */
  beside?: boolean
}

export type FieldGroupProps = PropsWithChildren<
  FieldGroupTexts & {
    /** A radio group can be required and wrong as a whole; a group of other controls cannot, by ARIA. */
    role?: 'radiogroup'
  }
>

/** One question with several controls. RadioGroup, CheckboxGroup, ChoiceTiles and DateInput are made of it. */
export function FieldGroup(props: FieldGroupProps) {
  const { id, legend, description, error, optional, required, beside, role, children } = props
  const { descriptionId, errorId, describedBy } = describe(id, description, error)
  const whole = role && {
    role,
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-required': required ? ('true' as const) : undefined,
  }
  return (
    <div class={classNames('utrecht-form-fieldset', error && 'utrecht-form-fieldset--invalid')}>
      <fieldset
        class={classNames(
          'utrecht-form-fieldset__fieldset--html-fieldset',
          beside && 'balie-field-group--beside',
        )}
        aria-describedby={describedBy}
        {...whole}
      >
        <legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend">
          {legend}
          {optional && <span class="balie-optional"> {optional}</span>}
        </legend>
        <div class="balie-field-group__content">
          <FieldDescription id={descriptionId}>{description}</FieldDescription>
          <FieldError id={errorId} message={error} />
          {children}
        </div>
      </fieldset>
    </div>
  )
}
