// Keeps today's screen true: every twenty seconds, while somebody looks at it and is not in the midst of something.

const everyMilliseconds = 20_000
const part = 'today-now'

async function renew(): Promise<void> {
  const shown = document.getElementById(part)
  if (!shown || document.hidden || shown.contains(document.activeElement)) return
  const address = new URL(location.href)
  // What was just given or called has been read by now.
  for (const said of ['gegeven', 'geroepen', 'code']) address.searchParams.delete(said)
  const answer = await fetch(address, { headers: { accept: 'text/html' }, redirect: 'error' })
  if (!answer.ok) return
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(part)
  // While it was fetched somebody may have begun something.
  if (fresh && !shown.contains(document.activeElement)) shown.replaceWith(fresh)
}

// Without a network the screen says by its time how old it is.
setInterval(() => void renew().catch(() => {}), everyMilliseconds)

export {}
