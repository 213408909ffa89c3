/** Decimals of a degree that are sent: a hundred metres is near enough to find a desk. */
const decimals = 3

/**
 * Offers to use the device's own position, where it has one and the visitor says so. It goes to the server in a form: not in
 * the address, and nobody keeps it.
 */
class Position extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form')
    const field = this.querySelector<HTMLInputElement>('input[name=plek]')
    const status = this.querySelector('[role=status]')
    if (!form || !field || !status || !('geolocation' in navigator)) return
    this.hidden = false
    // Coming back by the browser's button would send an old position again.
    field.value = ''
    form.addEventListener('submit', (event) => {
      if (field.value !== '') return
      event.preventDefault()
      status.textContent = this.dataset.asking ?? ''
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          field.value = `${coords.latitude.toFixed(decimals)},${coords.longitude.toFixed(decimals)}`
          status.textContent = ''
          void showAnswer(form)
        },
        () => {
          status.textContent = this.dataset.failed ?? ''
        },
        { timeout: 10_000, maximumAge: 300_000 },
      )
    })
    window.addEventListener('pageshow', () => {
      field.value = ''
    })
  }
}

customElements.define('balie-position', Position)

/**
 * Puts the answer to a form with the position in this page. Sent as usual it would be a page of its own that nobody may keep,
 * and who comes back to it from a desk would find an error in its place.
 */
async function showAnswer(form: HTMLFormElement, button?: HTMLElement | null): Promise<void> {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form, button)) fields.append(name, String(value))
  try {
    const response = await fetch(form.getAttribute('action') ?? '', { method: 'POST', body: fields })
    const answer = new DOMParser().parseFromString(await response.text(), 'text/html')
    const main = answer.querySelector('main')
    if (!main) throw new Error('No answer')
    document.title = answer.title
    document.querySelector('main')?.replaceWith(document.adoptNode(main))
    scrollTo(0, 0)
    document.querySelector<HTMLElement>('[data-focus-on-load], main')?.focus()
  } catch {
    form.submit()
  }
}

// Another filter, or the next ten, for the position that was given.
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement
  if (event.defaultPrevented || !form.matches('main form:has(input[name=plek])')) return
  if (form.querySelector<HTMLInputElement>('input[name=plek]')?.value === '') return
  event.preventDefault()
  void showAnswer(form, event.submitter)
})
// Only where this installation shows such maps.
if (document.querySelector('balie-tile-map'))
  void import('../../../design-system/tile-map/tile-map.browser.ts')
