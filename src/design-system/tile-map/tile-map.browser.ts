/**
 * Puts a map that can be moved in the place of its image, once the reader presses the button: until then nothing is
 * fetched, neither the code that draws it nor tiles from elsewhere. When that fails the image stays.
 */
class TileMapElement extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button')
    if (!button) return
    button.hidden = false
    button.addEventListener('click', async () => {
      const ground = document.createElement('div')
      ground.className = 'balie-tile-map__ground'
      ground.setAttribute('role', 'region')
      ground.setAttribute('aria-label', this.dataset.label ?? '')
      const { openMap } = await import('./leaflet-map.browser.ts')
      this.replaceChildren(ground)
      await openMap(ground, {
        tiles: this.dataset.tiles ?? '',
        credit: this.dataset.credit ?? '',
        points: JSON.parse(this.dataset.points ?? '[]'),
        zoomIn: this.dataset.zoomIn ?? '',
        zoomOut: this.dataset.zoomOut ?? '',
      })
      ground.focus()
    })
  }
}

customElements.define('balie-tile-map', TileMapElement)

export {}
