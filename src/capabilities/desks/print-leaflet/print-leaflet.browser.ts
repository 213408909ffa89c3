/** Offers to print the page. Without this script its text says how the browser does. */
class Print extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button')
    const hint = this.querySelector('p')
    if (!button || !hint) return
    hint.hidden = true
    button.hidden = false
    button.addEventListener('click', () => window.print())
  }
}

customElements.define('balie-print', Print)
