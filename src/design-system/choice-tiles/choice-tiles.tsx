import { ChoiceList, type ChoiceOption } from '../choice/choice.tsx'
import { FieldGroup, type FieldGroupTexts } from '../field-group/field-group.tsx'

export type ChoiceTilesProps = FieldGroupTexts & {
  name: string
  options: readonly ChoiceOption[]
  /** With `multiple` the tiles are checkboxes, without it radio buttons. */
  multiple?: boolean
  values?: readonly string[] | undefined
}

/**
 * Answers as large tiles, for a form that is filled in all day on a tablet: two taps where a list takes four. Under
 * it are ordinary radio buttons or checkboxes, so arrow keys, the space bar and a page without script just work.
 */
export function ChoiceTiles({ name, options, multiple = false, values = [], ...group }: ChoiceTilesProps) {
  return (
    <FieldGroup {...group} {...(multiple ? {} : { role: 'radiogroup' })}>
      <ChoiceList
        type={multiple ? 'checkbox' : 'radio'}
        id={group.id}
        name={name}
        options={options}
        selected={values}
        invalid={Boolean(group.error)}
        layout="tiles"
      />
    </FieldGroup>
  )
}
