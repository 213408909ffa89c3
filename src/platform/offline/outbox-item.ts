/** A form that was sent on this device and that the server has not accepted yet. */
export interface NewItem {
  /** Made on the device; the server knows by it what it has seen already. */
  readonly id: string
  readonly kind: string
  /** The id of the place that the form belongs to: who works there may send it. */
  readonly place: string
  readonly author: { readonly id: string; readonly name: string }
  readonly fields: readonly (readonly [string, string])[]
  /** What a person recognises it by in the list. */
  readonly label: string
  /** ISO 8601, by the device's clock. */
  readonly madeAt: string
}

export type ItemStatus = 'waiting' | 'sending' | 'refused' | 'conflict'

export interface Reason {
  readonly id: string
  readonly message: string
}

export interface OutboxItem extends NewItem {
  readonly status: ItemStatus
  /** Why the server refused it, in the reader's language. */
  readonly reasons: readonly Reason[]
  /** It was sent and no answer came: the server may have it, so only the server's answer may remove or change it. */
  readonly unanswered: boolean
  /** The account that was told not to send this one; whoever signs in next may. */
  readonly notBy?: string
}

export interface ItemAnswer {
  readonly id: string
  readonly outcome: 'accepted' | 'refused' | 'conflict' | 'not-allowed' | 'failed'
  readonly errors: readonly Reason[]
}

/** As many as the server takes at once. */
export const largestBatch = 50

export function newItem({ id, kind, place, author, fields, label, madeAt }: NewItem): OutboxItem {
  return { id, kind, place, author, fields, label, madeAt, status: 'waiting', reasons: [], unanswered: false }
}

/** What this account can send now, oldest first. */
export function nextBatch(items: readonly OutboxItem[], account: string, most: number): OutboxItem[] {
  return items
    .filter((item) => item.status === 'waiting' && item.notBy !== account)
    .sort((one, other) => (one.madeAt < other.madeAt ? -1 : 1))
    .slice(0, most)
}

/** How an item stands after the server's answer; undefined when it may leave the device. */
export function afterAnswer(
  item: OutboxItem,
  answer: ItemAnswer | undefined,
  account: string,
): OutboxItem | undefined {
  switch (answer?.outcome) {
    case 'accepted':
      return undefined
    case 'refused':
    case 'conflict':
      return { ...item, status: answer.outcome, reasons: answer.errors, unanswered: false }
    case 'not-allowed':
      return { ...item, status: 'waiting', notBy: account, unanswered: false }
    // Our fault, or an answer that forgot this item: it stays, and is sent again.
    default:
      return { ...item, status: 'waiting' }
  }
}

/** Whether a person may still change it or take it away: not while the server may have it. */
export function isOurs(item: OutboxItem): boolean {
  return item.status !== 'sending' && !item.unanswered
}

const firstDelay = 2_000
const longestDelay = 5 * 60_000

/**
 * Milliseconds to wait after so many failures in a row: doubling, at most five minutes, and spread over half of that,
 * so that a hundred tablets do not come back in the same second.
 * @param chance from 0 to 1
 */
export function delayAfter(failures: number, chance: number): number {
  const delay = Math.min(longestDelay, firstDelay * 2 ** (failures - 1))
  return Math.round(delay * (0.5 + chance / 2))
}

/** A clock that is further off than this is said to be wrong. */
const clockTolerance = 5 * 60_000

/**
 * Milliseconds that the device's clock is ahead of the server's (negative: behind); 0 within the tolerance. The
 * server's moment lies somewhere between sending and receiving, so half of that time is given to the device.
 */
export function clockAhead(receivedAt: string, sentAt: string, answeredAt: string): number {
  const sent = Date.parse(sentAt)
  const underWay = Date.parse(answeredAt) - sent
  const ahead = sent + underWay / 2 - Date.parse(receivedAt)
  return Math.abs(ahead) > clockTolerance + underWay / 2 ? ahead : 0
}
