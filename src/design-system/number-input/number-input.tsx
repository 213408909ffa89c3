import { TextInput, type TextInputProps } from '../text-input/text-input.tsx'

export type NumberInputProps = Pick<TextInputProps, 'name' | 'id' | 'autocomplete' | 'maxlength'> & {
  value?: number | string | undefined
  /** Asks the keyboard of a phone for a comma too. */
  decimals?: boolean
}

/**
 * A number, inside a FormField. Not type=number: that changes its value when one scrolls, hides what it cannot read,
 * and says nothing to whoever types 'tien' (NL Design System and GOV.UK advise against it).
 */
export function NumberInput({ value, decimals, ...rest }: NumberInputProps) {
  return (
    <TextInput
      {...rest}
      value={value === undefined ? undefined : `${value}`}
      size="short"
      inputmode={decimals ? 'decimal' : 'numeric'}
    />
  )
}
