export {}

/** How often the page asks how far the count is. */
const askEveryMilliseconds = 1_000

const { address } = JSON.parse(document.getElementById('page-data')?.textContent ?? '{}') as {
  address: string
}

async function ask(): Promise<void> {
  const response = await fetch(address, { headers: { accept: 'application/json' } })
  if (!response.ok) return location.reload()
  const state = (await response.json()) as { state: string; done: number; months: number }
  if (state.state !== 'counting') return location.reload()
  const bar = document.querySelector<HTMLProgressElement>('progress')
  if (!bar) return
  bar.value = state.done
  const text = bar.nextElementSibling
  // The words stand there already; only the first number of them changes.
  if (text) text.textContent = (text.textContent ?? '').replace(/\d+/, String(state.done))
}

async function keepAsking(): Promise<void> {
  await ask().catch(() => undefined)
  setTimeout(keepAsking, askEveryMilliseconds)
}
void keepAsking()
