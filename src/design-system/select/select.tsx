import { classNames } from '../class-names.ts'
import { useControl } from '../form-field/field-context.ts'

export interface SelectProps {
  name: string
  id?: string | undefined
  value?: string | undefined
  options: readonly { value: string; label: string }[]
}

/** One of many known answers, inside a FormField. Up to seven or so, a RadioGroup is easier. */
export function Select({ name, id, value, options }: SelectProps) {
  const control = useControl(id)
  return (
    <select
      {...control}
      class={classNames(
        'utrecht-select utrecht-select--html-select',
        control['aria-invalid'] && 'utrecht-select--invalid',
      )}
      name={name}
    >
      {options.map((option) => (
        <option value={option.value} selected={option.value === value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
