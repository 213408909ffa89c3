export interface ButtonTilesProps {
  id: string
  /** Names the group. */
  label: string
  name: string
  options: readonly { value: string; label: string }[]
}

/** Large buttons in a grid, each of which does its work with one tap; inside a form, they send it. */
export function ButtonTiles({ id, label, name, options }: ButtonTilesProps) {
  return (
    <fieldset class="balie-button-tiles" id={id}>
      <legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend">
        {label}
      </legend>
      <div class="balie-button-tiles__grid">
        {options.map((option) => (
          <button class="nl-button nl-button--secondary" type="submit" name={name} value={option.value}>
            {option.label}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
