/** How often the page asks how far the job is. */
const askEveryMilliseconds = 700
/** A screen reader hears it this often; more is a nuisance. */
const sayEveryMilliseconds = 5_000

interface State {
  readonly working: boolean
  readonly done: number
  readonly total: number
  readonly text: string
}

const { address } = JSON.parse(document.getElementById('page-data')?.textContent ?? '{}') as {
  address: string
}
const said = document.getElementById('progress-said')
let lastSaid = performance.now()

async function ask(): Promise<void> {
  const response = await fetch(`${address}/voortgang`, { headers: { accept: 'application/json' } })
  // Signed out, or the import is gone: the page itself says which, and asking on would never help.
  if (response.status >= 400 && response.status < 500) return location.reload()
  if (!response.ok) return
  const state = (await response.json()) as State
  const bar = document.querySelector<HTMLProgressElement>('progress')
  // What comes next is another page; and so is the bar, as soon as it is known how much there is to do.
  if (!state.working || (state.total > 0 && !bar)) return location.reload()
  if (bar) {
    bar.max = state.total
    bar.value = state.done
  }
  const seen = bar?.nextElementSibling ?? document.getElementById('progress-text')
  if (seen) seen.textContent = state.text
  if (said && performance.now() - lastSaid > sayEveryMilliseconds) {
    said.textContent = state.text
    lastSaid = performance.now()
  }
}

async function keepAsking(): Promise<void> {
  // Without a connection it goes on asking: the job does not stop for it.
  await ask().catch(() => undefined)
  setTimeout(keepAsking, askEveryMilliseconds)
}
void keepAsking()
