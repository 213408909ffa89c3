// While somebody types hours, the weeks ahead show what they would become. The server reckons them, as it does without script.
const form = document.querySelector<HTMLFormElement>('#hours-form')
const preview = document.querySelector<HTMLElement>('#week-preview')
const said = document.querySelector<HTMLElement>('#preview-status')

/** Long enough to finish a word, short enough to see it happen. */
const pause = 500
let waiting: ReturnType<typeof setTimeout> | undefined
let asked = 0

async function refresh(): Promise<void> {
  if (!form || !preview) return
  asked += 1
  const question = asked
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
  body.set('action', 'preview')
  try {
    // A button is called 'action', so form.action is that button.
    const answer = await fetch(form.getAttribute('action') ?? '', { method: 'POST', body })
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const fresh = page.querySelector('#week-preview')
    // Somebody typed on, or was signed out: what stands there stays.
    if (question !== asked || !fresh || fresh.innerHTML === preview.innerHTML) return
    preview.replaceChildren(...fresh.childNodes)
    if (said) said.textContent = said.dataset.updated ?? ''
  } catch {
    // Without a network there is no preview; saving says so itself.
  }
}

form?.addEventListener('input', () => {
  if (said) said.textContent = ''
  clearTimeout(waiting)
  waiting = setTimeout(refresh, pause)
})

export {}
