// On every page: what takes the focus when the page opens (an error summary), and signing out of a shared device.
import { readMarker } from '../../platform/offline/outbox-marker.ts'

document.querySelector<HTMLElement>('[data-focus-on-load]')?.focus()

document.querySelector<HTMLFormElement>('[data-sign-out]')?.addEventListener('submit', async (event) => {
  const form = event.currentTarget as HTMLFormElement
  event.preventDefault()
  const waiting = document.querySelector<HTMLDialogElement>('#sign-out-waiting')
  if (waiting && readMarker(document.cookie).waiting > 0 && (await answerOf(waiting)) !== 'yes') return
  try {
    // Only when the session has really ended: without a network it has not.
    const answer = await fetch(form.action, { method: 'POST', redirect: 'manual' })
    if (answer.type !== 'opaqueredirect') throw new Error('not signed out')
    // The pages kept for working offline bear a name. What waits to be sent stays.
    for (const name of (await globalThis.caches?.keys()) ?? [])
      if (name.startsWith('balie-pages-')) await caches.delete(name)
    location.href = '/inloggen'
  } catch {
    document.querySelector<HTMLDialogElement>('#sign-out-failed')?.showModal()
  }
})

function answerOf(dialog: HTMLDialogElement): Promise<string> {
  dialog.returnValue = ''
  dialog.showModal()
  return new Promise((answer) => {
    dialog.addEventListener('close', () => answer(dialog.returnValue), { once: true })
  })
}
