import { deviceNow } from '../time/device-clock.ts'
import {
  afterAnswer,
  clockAhead,
  delayAfter,
  type ItemAnswer,
  largestBatch,
  nextBatch,
  type OutboxItem,
} from './outbox-item.ts'
import { changeItems, onChange } from './outbox-store.ts'

export interface Sending {
  readonly connected: boolean
  /** The session has run out: nothing is sent until somebody signs in. */
  readonly signedOut: boolean
  /** Milliseconds that the device's clock is ahead, negative when behind; 0 when it is right. */
  readonly clockAhead: number
}

export interface SenderOptions {
  /** Where batches go, by POST. */
  readonly address: string
  /** Asked before anything is sent over a line that is not known to work: a small JSON answer with 200. */
  readonly probe: string
  /** Who is signed in on this page. */
  readonly account: string
  /** An item as the server wants it. */
  readonly describe: (item: OutboxItem) => unknown
  readonly report: (sending: Sending) => void
}

type Answer =
  | { readonly kind: 'results'; readonly results: readonly ItemAnswer[] }
  /** The server did not take it in: 'again' for now, 'nobody' without a session, 'refused' never as it is. */
  | { readonly kind: 'again' | 'nobody' | 'not-allowed' | 'refused'; readonly waitSeconds?: number }
  /** No answer: the server may or may not have it. */
  | { readonly kind: 'silence' }

const answerWithin = 30_000
const probeWithin = 5_000

/**
 * Sends what waits, from all tabs one at a time, oldest first, until nothing waits. Starts at once, after each change,
 * and when the network or the page comes back; after a failure it waits longer each time.
 * @returns tries again now
 */
export function startSender(options: SenderOptions): () => void {
  let sending: Sending = { connected: navigator.onLine, signedOut: false, clockAhead: 0 }
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let running = false
  let again = false

  const report = (change: Partial<Sending>): void => {
    sending = { ...sending, ...change }
    options.report(sending)
  }

  /** Whether the line works: asks when that is not known, so that nothing is sent into the void. */
  async function reach(): Promise<boolean> {
    const reached =
      navigator.onLine &&
      (await fetch(options.probe, { cache: 'no-store', signal: timeout(probeWithin) })
        .then(async (response) => response.ok && Boolean(await response.json()))
        .catch(() => false))
    report({ connected: reached })
    return reached
  }

  async function sendAll(): Promise<void> {
    // Whoever holds the lock is the only sender: what still says 'sending' was left by a tab that is gone.
    await changeItems((items) => ({
      put: items.flatMap((item) =>
        item.status === 'sending' ? { ...item, status: 'waiting' as const } : [],
      ),
      result: undefined,
    }))
    for (let most = largestBatch; ; ) {
      const batch = await changeItems((items) => {
        const result = nextBatch(items, options.account, most)
        return {
          put: result.map((item) => ({ ...item, status: 'sending' as const, unanswered: true })),
          result,
        }
      })
      if (batch.length === 0) return
      const answer = await post(batch)
      await settle(batch, answer)
      if (answer.kind === 'results') {
        failures = 0
        if (answer.results.some(({ outcome }) => outcome === 'failed')) return retry()
      } else if (answer.kind === 'nobody') {
        return
      } else if (answer.kind === 'refused') {
        // Something in this batch cannot be read. One by one, the others still get through.
        most = 1
      } else if (answer.kind !== 'not-allowed') {
        return retry(answer.kind === 'again' ? answer.waitSeconds : undefined)
      }
    }
  }

  async function post(batch: readonly OutboxItem[]): Promise<Answer> {
    const sentAt = deviceNow()
    let response: Response
    let body: { receivedAt?: string; results?: ItemAnswer[] }
    try {
      response = await fetch(options.address, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ sentAt, items: batch.map(options.describe) }),
        redirect: 'error',
        signal: timeout(answerWithin),
      })
      body = await response.json()
    } catch {
      report({ connected: false })
      return { kind: 'silence' }
    }
    const { status } = response
    report({ connected: status < 500, signedOut: status === 401 })
    if (response.ok && body.receivedAt && body.results) {
      report({ clockAhead: clockAhead(body.receivedAt, sentAt, deviceNow()) })
      return { kind: 'results', results: body.results }
    }
    if (status === 401) return { kind: 'nobody' }
    if (status === 403) return { kind: 'not-allowed' }
    if (status === 429)
      return { kind: 'again', waitSeconds: Number(response.headers.get('retry-after')) || 0 }
    return { kind: status >= 500 || status === 408 || status < 400 ? 'silence' : 'refused' }
  }

  async function settle(batch: readonly OutboxItem[], answer: Answer): Promise<void> {
    await changeItems((items) => {
      const changes = batch.flatMap((sent) => {
        const item = items.find(({ id }) => id === sent.id)
        return item ? { id: item.id, next: settled(sent, answer, batch.length) } : []
      })
      return {
        put: changes.flatMap(({ next }) => next ?? []),
        remove: changes.flatMap(({ id, next }) => (next ? [] : id)),
        result: undefined,
      }
    })
  }

  function settled(sent: OutboxItem, answer: Answer, together: number): OutboxItem | undefined {
    switch (answer.kind) {
      case 'results':
        return afterAnswer(
          { ...sent, unanswered: true },
          answer.results.find(({ id }) => id === sent.id),
          options.account,
        )
      case 'silence':
        return { ...sent, unanswered: true }
      case 'not-allowed':
        return { ...sent, notBy: options.account }
      case 'refused':
        return together === 1 ? { ...sent, status: 'refused' } : sent
      default:
        return sent
    }
  }

  function retry(waitSeconds = 0): void {
    failures += 1
    timer = setTimeout(run, Math.max(waitSeconds * 1000, delayAfter(failures, Math.random())))
  }

  async function run(): Promise<void> {
    again = running
    if (running) return
    running = true
    clearTimeout(timer)
    timer = undefined
    try {
      if (sending.connected || (await reach())) await alone(sendAll)
      else retry()
    } catch {
      // No storage: there is nothing to send either, and the form goes to the server by itself.
    } finally {
      running = false
    }
    if (again) runUnlessResting()
  }

  function runUnlessResting(): void {
    if (timer === undefined && !sending.signedOut) void run()
  }

  /** At once, whatever came before: the network may be back, or somebody signed in. */
  const runAfresh = (): void => {
    sending = { ...sending, connected: false, signedOut: false }
    void run()
  }

  onChange(runUnlessResting)
  addEventListener('online', runAfresh)
  addEventListener('offline', () => report({ connected: false }))
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') runAfresh()
  })
  runAfresh()
  return runAfresh
}

/** One sender over all tabs. Without locks two may send the same: the server knows by the id what it has already. */
function alone(work: () => Promise<void>): Promise<void> {
  return navigator.locks ? navigator.locks.request('balie-outbox', work) : work()
}

function timeout(milliseconds: number): AbortSignal {
  const controller = new AbortController()
  setTimeout(() => controller.abort(), milliseconds)
  return controller.signal
}
