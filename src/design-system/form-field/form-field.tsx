import type { Child, PropsWithChildren } from 'hono/jsx'
import { classNames } from '../class-names.ts'
import { describe, FieldContext } from './field-context.ts'
import { FieldDescription, FieldError } from './field-texts.tsx'

export interface FieldTexts {
  /** The id of the (first) control; the error summary links to it. */
  id: string
  /** Helps to answer. Only when the label is not enough. */
  description?: Child
  /** What to do to mend it. */
  error?: string | undefined
  /** The words that follow the label of what may stay empty, such as '(niet verplicht)'. */
  optional?: string | undefined
  required?: boolean
}

export type FormFieldProps = PropsWithChildren<FieldTexts & { label: Child }>

/** One question with one control: label, description, error message and control, in that order. */
export function FormField({
  id,
  label,
  description,
  error,
  optional,
  required = false,
  children,
}: FormFieldProps) {
  const { descriptionId, errorId, describedBy } = describe(id, description, error)
  return (
    <div class={classNames('utrecht-form-field', error && 'utrecht-form-field--invalid')}>
      <div class="utrecht-form-field__label">
        <label class="utrecht-form-label" for={id}>
          {label}
        </label>
        {optional && <span class="balie-optional"> {optional}</span>}
      </div>
      <FieldDescription id={descriptionId}>{description}</FieldDescription>
      <FieldError id={errorId} message={error} />
      <FieldContext.Provider value={{ id, describedBy, invalid: Boolean(error), required }}>
        {children}
      </FieldContext.Provider>
    </div>
  )
}
