// Shows the figures that are chosen without a new page: the same address is asked for, and what is within <main> takes the place of
// what stood there. Whatever goes wrong, the browser goes to that address by itself.
import { offerPictures } from '../../../design-system/figure-panel/figure-panel.browser.ts'

const { said } = JSON.parse(document.getElementById('page-data')?.textContent ?? '{}') as { said: string }
const status = document.createElement('div')
status.className = 'balie-visually-hidden'
status.setAttribute('role', 'status')
document.body.append(status)

let asked: AbortController | undefined

const scriptsOf = (page: Document): string =>
  [...page.scripts].map((script) => script.getAttribute('src') ?? '').join()
const openDetails = (): NodeListOf<Element> => document.querySelectorAll('main details[id][open]')

async function show(address: string, isNew: boolean): Promise<void> {
  asked?.abort()
  const asking = new AbortController()
  asked = asking
  document.querySelector('main')?.setAttribute('aria-busy', 'true')
  try {
    const response = await fetch(address, { signal: asking.signal, headers: { accept: 'text/html' } })
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    const [before, after] = [document.querySelector('main'), page.querySelector('main')]
    // Signed out, wrong, or a page that needs another script: that is for the browser.
    if (!response.ok || response.redirected || !before || !after || scriptsOf(page) !== scriptsOf(document))
      throw new Error('no figures')
    const focused = document.activeElement?.id
    for (const { id } of openDetails()) page.getElementById(id)?.setAttribute('open', '')
    if (isNew) history.pushState(null, '', address)
    document.title = page.title
    before.replaceWith(after)
    offerPictures()
    // What had the focus and is still there keeps it; a filter that was taken away leaves it at the heading.
    const heading = after.querySelector<HTMLElement>('h1')
    const next = (focused && document.getElementById(focused)) || heading
    if (next === heading) heading?.setAttribute('tabindex', '-1')
    next?.focus({ preventScroll: true })
    status.textContent = `${said}: ${heading?.textContent}, ${heading?.nextElementSibling?.textContent}`
  } catch {
    if (!asking.signal.aborted) location.assign(address)
  }
}

/** Where the form would go, without what is left empty. */
function addressOf(form: HTMLFormElement): string {
  const query = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (value !== '') query.append(name, String(value))
  return `${form.action}?${query}`
}

const filterOf = (event: Event): HTMLFormElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLFormElement>('form#filter') : null

document.addEventListener('change', (event) => {
  const form = filterOf(event)
  if (form && event.target instanceof HTMLSelectElement) void show(addressOf(form), true)
})
document.addEventListener('submit', (event) => {
  const form = filterOf(event)
  if (!form) return
  event.preventDefault()
  void show(addressOf(form), true)
})
// Whoever types a day is not finished: what is under way would take away what was typed.
document.addEventListener('input', (event) => {
  if (filterOf(event) && event.target instanceof HTMLInputElement) asked?.abort()
})
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('#gekozen a') : null
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  void show(link.href, true)
})
addEventListener('popstate', () => void show(location.href, false))
