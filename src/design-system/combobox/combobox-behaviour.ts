/** One suggestion below a combobox. */
export interface Suggestion {
  readonly value: string
  readonly label: string
}

export interface ComboboxBehaviour {
  /** Suggestions for what was typed, best first. */
  readonly suggest: (typed: string) => readonly Suggestion[]
  readonly choose: (suggestion: Suggestion) => void
  /** Said aloud: how many there are, or that there is none. */
  readonly count: (number: number) => string
}

const mostShown = 8

/** Makes the markup of Combobox work by the ARIA pattern 'combobox with list': arrows, Enter, Escape, pointer; focus stays in the input. */
export function behaveAsCombobox(
  input: HTMLInputElement,
  { suggest, choose, count }: ComboboxBehaviour,
): void {
  const list = document.getElementById(`${input.id}-list`) as HTMLUListElement
  const status = document.getElementById(`${input.id}-status`) as HTMLElement
  let shown: readonly Suggestion[] = []
  let active = -1

  const close = (): void => {
    list.hidden = true
    active = -1
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }

  const point = (index: number): void => {
    list.children[active]?.setAttribute('aria-selected', 'false')
    active = index
    const option = list.children[active]
    if (!option) return
    option.setAttribute('aria-selected', 'true')
    option.scrollIntoView({ block: 'nearest' })
    input.setAttribute('aria-activedescendant', option.id)
  }

  const take = (index: number): void => {
    const suggestion = shown[index]
    if (!suggestion) return
    input.value = ''
    close()
    choose(suggestion)
  }

  input.addEventListener('input', () => {
    const typed = input.value.trim()
    shown = typed === '' ? [] : suggest(typed).slice(0, mostShown)
    list.replaceChildren(
      ...shown.map(({ value, label }, index) => {
        const option = document.createElement('li')
        option.className = 'balie-combobox__option'
        option.id = `${list.id}-${index}`
        option.role = 'option'
        option.dataset.value = value
        option.textContent = label
        option.setAttribute('aria-selected', 'false')
        return option
      }),
    )
    status.textContent = typed === '' ? '' : count(shown.length)
    if (shown.length === 0) return close()
    list.hidden = false
    input.setAttribute('aria-expanded', 'true')
    point(0)
  })

  input.addEventListener('keydown', (event) => {
    if (list.hidden) {
      // Enter in a search that found nothing must not send the form half filled in.
      if (event.key === 'Enter' && input.value.trim() !== '') event.preventDefault()
      return
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) point((active + step + shown.length) % shown.length)
    else if (event.key === 'Enter' && !event.ctrlKey) take(active)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
  })

  // On mousedown the input would lose the focus, and with it the list, before the click arrives.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const option = (event.target as Element).closest('[role=option]')
    take([...list.children].indexOf(option as Element))
  })
  input.addEventListener('blur', close)
}
