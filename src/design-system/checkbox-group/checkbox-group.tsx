import { ChoiceList, type ChoiceOption } from '../choice/choice.tsx'
import { FieldGroup, type FieldGroupTexts } from '../field-group/field-group.tsx'

export type CheckboxGroupProps = FieldGroupTexts & {
  name: string
  options: readonly ChoiceOption[]
  values?: readonly string[] | undefined
  layout?: 'list' | 'row'
}

/** Any number of answers out of a few. A single checkbox is a group of one, with the question as its legend. */
export function CheckboxGroup({ name, options, values = [], layout = 'list', ...group }: CheckboxGroupProps) {
  return (
    <FieldGroup {...group}>
      <ChoiceList
        type="checkbox"
        id={group.id}
        name={name}
        options={options}
        selected={values}
        invalid={Boolean(group.error)}
        layout={layout}
      />
    </FieldGroup>
  )
}
