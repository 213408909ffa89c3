import type { Child } from 'hono/jsx'
import { classNames } from '../class-names.ts'

/** One answer out of a list. */
export interface ChoiceOption {
  value: string
  label: Child
  /** One line that helps to choose. */
  description?: Child
}

export interface ChoiceListProps {
  type: 'radio' | 'checkbox'
  /** The group's id: the first control carries it, because the error summary links to it. */
  id: string
  name: string
  options: readonly ChoiceOption[]
  selected: readonly string[]
  invalid: boolean
  /** 'list': one below the other. 'row': beside each other as far as they fit. 'tiles': in a grid of equal tiles. */
  layout: 'list' | 'row' | 'tiles'
  /** Points at other elements that say more, by ids. */
  describedBy?: string | undefined
}

const layouts = {
  list: 'balie-choices',
  row: 'balie-choices balie-choices--row',
  tiles: 'balie-choices balie-choices--tiles',
} as const

/**
 * The answers of RadioGroup, CheckboxGroup and ChoiceTiles. The browser draws radio buttons and checkboxes itself: it
 * does so well with forced colours, in print and when zoomed, which drawn ones in CSS do not.
 */
export function ChoiceList({
  type,
  id,
  name,
  options,
  selected,
  invalid,
  layout,
  describedBy,
}: ChoiceListProps) {
  return (
    <div class={layouts[layout]}>
      {options.map((option, index) => {
        const controlId = index === 0 ? id : `${id}-${option.value}`
        const descriptionId = option.description ? `${controlId}-hint` : undefined
        return (
          <div class="balie-choice">
            <input
              class="balie-choice__control"
              id={controlId}
              type={type}
              name={name}
              value={option.value}
              checked={selected.includes(option.value)}
              aria-describedby={classNames(descriptionId, describedBy) || undefined}
              aria-invalid={type === 'checkbox' && invalid ? 'true' : undefined}
            />
            <label class="balie-choice__label" for={controlId}>
              {option.label}
              {option.description && (
                <span class="balie-choice__description" id={descriptionId}>
                  {option.description}
                </span>
              )}
            </label>
          </div>
        )
      })}
    </div>
  )
}
