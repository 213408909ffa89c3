import { ChoiceList, type ChoiceOption } from '../choice/choice.tsx'
import { FieldGroup, type FieldGroupTexts } from '../field-group/field-group.tsx'

export type RadioGroupProps = FieldGroupTexts & {
  name: string
  options: readonly ChoiceOption[]
  value?: string | undefined
  layout?: 'list' | 'row'
}

/** One answer out of a few. */
export function RadioGroup({ name, options, value, layout = 'list', ...group }: RadioGroupProps) {
  return (
    <FieldGroup {...group} role="radiogroup">
      <ChoiceList
        type="radio"
        id={group.id}
        name={name}
        options={options}
        selected={value === undefined ? [] : [value]}
        invalid={Boolean(group.error)}
        layout={layout}
      />
    </FieldGroup>
  )
}
