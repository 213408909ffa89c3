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
          form.submit()
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
// Only where this installation shows such maps.
if (document.querySelector('balie-tile-map'))
  void import('../../../design-system/tile-map/tile-map.browser.ts')
