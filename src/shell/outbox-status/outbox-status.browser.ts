import { saveDraftsNow, watch } from '../../platform/offline/outbox.ts'
import type { OutboxItem } from '../../platform/offline/outbox-item.ts'
import { type Sending, startSender } from '../../platform/offline/outbox-sender.ts'
import { acknowledgeLoss, findLoss } from '../../platform/offline/outbox-store.ts'
import { daysSince, durationInWords, momentInWords } from '../../platform/time/device-clock.ts'
import { fillIn } from '../fill-in.ts'
import type { OutboxStatusData } from './outbox-status.page.tsx'

// On every page of the desk: sends what waits, and says how it stands.

/** Browsers may clear what a site keeps after seven days without use (WebKit does). */
const oldAfterDays = 6

const data: OutboxStatusData = JSON.parse(element('outbox-status-data').textContent ?? '')
const { messages, language } = data
let items: readonly OutboxItem[] = []
let sending: Sending | undefined

const sendNow = startSender({
  address: '/balie/ontvangen',
  probe: '/healthz',
  account: data.account,
  describe: ({ id, kind, place, author, fields }) => ({ id, kind, desk: place, author: author.id, fields }),
  report: (next) => {
    sending = next
    show()
  },
})
// The list of what waits has a button for it.
document.addEventListener('outbox-send', sendNow)

let asked = false
watch((next) => {
  items = next
  // Asked when there is something to keep: some browsers put the question to the person.
  if (items.length > 0 && !asked) {
    asked = true
    navigator.storage?.persist?.().catch(() => {})
  }
  show()
})

function show(): void {
  if (!sending) return
  const { connected, signedOut, clockAhead } = sending
  const attention = items.filter(({ status }) => status === 'refused' || status === 'conflict').length
  const waiting = items.length - attention
  const status = element('outbox-status')
  status.hidden = false
  status.dataset.connected = String(connected)
  status.dataset.waiting = String(items.length > 0)
  const words = [
    messages[connected ? 'offline.connected' : 'offline.disconnected'],
    fillIn(messages[waiting === 1 ? 'offline.waiting-one' : 'offline.waiting-other'], { count: waiting }),
    ...(attention > 0 ? [fillIn(messages['offline.attention'], { count: attention })] : []),
  ]
  setText(status.lastElementChild, words.join(' · '))

  showLine('disconnected', !connected)
  showLine('signed-out', signedOut && waiting > 0)
  showLine(
    'clock',
    clockAhead !== 0 &&
      fillIn(messages[clockAhead > 0 ? 'offline.line.clock-ahead' : 'offline.line.clock-behind'], {
        time: durationInWords(clockAhead, language),
      }),
  )
  const oldest = Math.min(...items.map(({ madeAt }) => Date.parse(madeAt)))
  showLine(
    'old',
    items.length > 0 &&
      daysSince(oldest) > oldAfterDays &&
      fillIn(messages['offline.line.old'], { moment: momentInWords(oldest, language) }),
  )
}

/** Shows a line, with this text if it is one, or hides it. */
function showLine(id: string, shown: boolean | string): void {
  element(`line-${id}`).hidden = !shown
  if (typeof shown === 'string') setText(element(`line-${id}-text`), shown)
}

/** Only what is new is set: a screen reader says again whatever is. */
function setText(target: Element | null, text: string): void {
  if (target && target.textContent !== text) target.textContent = text
}

async function showLoss(): Promise<void> {
  const { lost, lostSince } = await findLoss()
  showLine(
    'lost',
    lost > 0 &&
      fillIn(messages[lost === 1 ? 'offline.line.lost-one' : 'offline.line.lost-other'], {
        count: lost,
        moment: momentInWords(lostSince, language),
      }),
  )
}
showLoss().catch(() => {})
element('lost-read').addEventListener('click', () => {
  acknowledgeLoss()
  showLine('lost', false)
})

// ── the service worker, and its next version ──

async function keepPages(): Promise<void> {
  // Not from the browser's cache: an old worker would hold on to an old application.
  const registration = await navigator.serviceWorker.register('/sw.js', {
    scope: '/balie',
    updateViaCache: 'none',
  })
  const offerUpdate = (): void => {
    // Without a controller this is the first version, and nothing to tell.
    if (registration.waiting && navigator.serviceWorker.controller) showLine('update', true)
  }
  offerUpdate()
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offerUpdate)
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => {})
  })
  element('refresh').addEventListener('click', async () => {
    await saveDraftsNow()
    // Gone when another tab asked for it already.
    if (!registration.waiting) location.reload()
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload())
    registration.waiting?.postMessage({ type: 'take-over' })
  })
  const { active } = await navigator.serviceWorker.ready
  active?.postMessage({ type: 'keep-pages', owner: `${data.account} ${language}` })
}
if ('serviceWorker' in navigator) keepPages().catch(() => {})

function element(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (!found) throw new Error(`No ${id} on this page`)
  return found
}
