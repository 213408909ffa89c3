const digits = '1234567890'

/** Writes on the first ten tiles of a group which key chooses them. */
export function writeKeys(tiles: Element | null | undefined): void {
  for (const [index, tile] of [...(tiles?.children ?? [])].entries()) {
    tile.querySelector('.balie-choice__key')?.remove()
    const digit = digits[index]
    if (!digit) continue
    const key = Object.assign(document.createElement('span'), {
      className: 'balie-choice__key',
      textContent: digit,
      ariaHidden: 'true',
    })
    tile.append(key)
  }
}

/**
 * Number keys for the tiles, working only while a tile has the focus (WCAG 2.1.4): a digit chooses the topic and goes on
 * to the help, there it ticks a way, and Enter saves. A letter among the topics begins a search.
 */
export function tileKeys(form: HTMLFormElement): void {
  const help = document.getElementById('help')
  for (const group of [
    form.querySelector('#current-question .balie-choices--tiles'),
    help?.closest('.balie-choices--tiles'),
  ])
    writeKeys(group)

  form.addEventListener('keydown', (event) => {
    const target = event.target as HTMLInputElement
    const group = target.closest('.balie-choices--tiles')
    if (!group || event.ctrlKey || event.altKey || event.metaKey) return
    const tile = group.children[digits.indexOf(event.key)]?.querySelector('input')
    if (digits.includes(event.key) && tile) {
      event.preventDefault()
      tile.click()
      // Once a topic is chosen, the help is what comes next.
      ;(tile.type === 'radio' && help ? help : tile).focus()
    } else if (target.type === 'radio' && /^\p{L}$/u.test(event.key)) {
      document.getElementById('topic-search')?.focus()
    }
  })
}
