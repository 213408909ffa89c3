interface Answer {
  place?: string
  problem?: string
  desks: {
    name: string
    url: string
    distance: string
    state: string
    address: string
    phone: string | null
  }[]
}

const style = `
:host { display: block }
ol { list-style: none; margin: 1em 0 0; padding: 0 }
li { padding: .75em 0; border-top: 1px solid currentColor }
p { margin: .25em 0 0 }
a { color: inherit; font-weight: bold }
.distance { float: inline-end }`

/**
 * The finder in somebody else's page: `<balie-zoeker taal="nl">` around a plain form. Without this script the form leads to
 * the finder; with it the answer comes below the form. No frame, no cookie, and only the finder itself is asked.
 */
class Finder extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form')
    if (!form || this.shadowRoot) return
    const root = this.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(style)
    root.adoptedStyleSheets = [sheet]
    const status = document.createElement('div')
    status.setAttribute('role', 'status')
    const list = document.createElement('ol')
    root.append(document.createElement('slot'), status, list)
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      const where = String(new FormData(form).get('waar') ?? '')
      this.ask(form.action, where)
        .then((answer) => {
          status.textContent = answer.problem ?? answer.place ?? ''
          list.lang = this.getAttribute('taal') ?? 'nl'
          list.replaceChildren(...answer.desks.map(entry))
        })
        // The finder's own page says more than we can.
        .catch(() => form.submit())
    })
  }

  private async ask(finder: string, where: string): Promise<Answer> {
    const address = new URL('/informatiepunten.json', finder)
    address.searchParams.set('waar', where)
    address.searchParams.set('taal', this.getAttribute('taal') ?? 'nl')
    const response = await fetch(address, { credentials: 'omit' })
    if (!response.ok) throw new Error(`${response.status}`)
    return (await response.json()) as Answer
  }
}

function entry({ name, url, distance, state, address, phone }: Answer['desks'][number]): HTMLElement {
  const item = document.createElement('li')
  const far = document.createElement('span')
  far.className = 'distance'
  far.textContent = distance
  const link = document.createElement('a')
  link.href = url
  link.textContent = name
  item.append(far, link)
  for (const text of [state, address]) {
    const line = document.createElement('p')
    line.textContent = text
    item.append(line)
  }
  if (phone) {
    const call = document.createElement('a')
    call.href = `tel:${phone.replace(/[^\d+]/g, '')}`
    call.textContent = phone
    const line = document.createElement('p')
    line.append(call)
    item.append(line)
  }
  return item
}

customElements.define('balie-zoeker', Finder)
