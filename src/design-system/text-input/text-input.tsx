import { classNames } from '../class-names.ts'
import { useControl } from '../form-field/field-context.ts'

export interface TextInputProps {
  name: string
  id?: string | undefined
  value?: string | undefined
  type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password'
  /** As wide as the answer is long: 'short' for a postcode, 'code' for six digits. */
  size?: 'short' | 'code' | undefined
  autocomplete?: string | undefined
  inputmode?: 'numeric' | 'decimal' | undefined
  maxlength?: number | undefined
  /** Only where typing is the first thing everybody does on the page, such as a search page. */
  autofocus?: boolean | undefined
}

/** One line of text, inside a FormField. There is no placeholder on purpose: it goes when one starts to type. */
export function TextInput({ id, value, type = 'text', size, ...rest }: TextInputProps) {
  return (
    <input
      {...useControl(id)}
      {...rest}
      class={classNames(
        'utrecht-textbox utrecht-textbox--html-input',
        size === 'short' && 'balie-input--short',
        size === 'code' && 'balie-input--code',
      )}
      type={type}
      value={value}
      dir="auto"
    />
  )
}
