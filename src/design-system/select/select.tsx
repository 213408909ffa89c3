import { classNames } from '../class-names.ts'
import { useControl } from '../form-field/field-context.ts'

export interface SelectOption {
  value: string
  label: string
}

export interface SelectProps {
  name: string
  id?: string | undefined
  value?: string | undefined
  /** Answers, or groups of answers under a name. */
  options: readonly (SelectOption | { label: string; options: readonly SelectOption[] })[]
}

/** One of many known answers, inside a FormField. Up to seven or so, a RadioGroup is easier. */
export function Select({ name, id, value, options }: SelectProps) {
  const control = useControl(id)
  const show = (option: SelectOption) => (
    <option value={option.value} selected={option.value === value}>
      {option.label}
    </option>
  )
  return (
    <select
      {...control}
      class={classNames(
        'utrecht-select utrecht-select--html-select',
        control['aria-invalid'] && 'utrecht-select--invalid',
      )}
      name={name}
    >
      {options.map((option) =>
        'options' in option ? (
          <optgroup label={option.label}>{option.options.map(show)}</optgroup>
        ) : (
          show(option)
        ),
      )}
    </select>
  )
}
