import type { Child } from 'hono/jsx'
import { useControl } from '../form-field/field-context.ts'

export interface ComboboxProps {
  name: string
  id?: string | undefined
  value?: string | undefined
  /** The name of the list of suggestions. */
  listLabel: string
  /** Suggestions known beforehand; a script can replace them while one types. */
  options?: readonly { value: string; label: Child }[]
}

/**
 * A text input with suggestions, inside a FormField: only the markup of the ARIA pattern 'combobox with list'. Without
 * a script it is a text input. A script opens and fills `#<id>-list`, moves `aria-activedescendant`, marks
 * `aria-selected`, and says the number of suggestions in `#<id>-status`.
 */
export function Combobox({ name, id, value, listLabel, options = [] }: ComboboxProps) {
  const control = useControl(id)
  return (
    <div class="balie-combobox">
      <input
        {...control}
        class="utrecht-textbox utrecht-textbox--html-input"
        type="text"
        role="combobox"
        name={name}
        value={value}
        aria-expanded="false"
        aria-controls={`${control.id}-list`}
        aria-autocomplete="list"
        autocomplete="off"
        dir="auto"
      />
      <ComboboxList id={`${control.id}-list`} label={listLabel} options={options} hidden />
      <div class="balie-visually-hidden" id={`${control.id}-status`} role="status" />
    </div>
  )
}

interface ComboboxListProps {
  id: string
  label: string
  options: readonly { value: string; label: Child }[]
  hidden?: boolean
}

/** The suggestions; a script that fills the list copies this markup. */
export function ComboboxList({ id, label, options, hidden }: ComboboxListProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA pattern's own markup, allowed by ARIA in HTML
    <ul class="balie-combobox__list" id={id} role="listbox" aria-label={label} hidden={hidden}>
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the input (aria-activedescendant)
        <li
          class="balie-combobox__option"
          id={`${id}-${index}`}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: as above
          role="option"
          aria-selected="false"
          data-value={option.value}
        >
          {option.label}
        </li>
      ))}
    </ul>
  )
}
