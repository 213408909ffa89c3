import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { OutboxItem } from './outbox-item.ts'
import { type Marker, markerCookie, nextMarker, readMarker } from './outbox-marker.ts'

export type Fields = readonly (readonly [string, string])[]

interface Schema extends DBSchema {
  items: { key: string; value: OutboxItem }
  drafts: { key: string; value: Fields }
}

export interface Change<Result> {
  readonly put?: readonly OutboxItem[]
  readonly remove?: readonly string[]
  readonly result: Result
}

let opened: Promise<IDBPDatabase<Schema>> | undefined

/** The device's database; opened again when the browser closed it, as it does when it clears storage. */
export function openStore(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('balie', 1, {
    upgrade: (db) => {
      db.createObjectStore('items', { keyPath: 'id' })
      db.createObjectStore('drafts')
    },
    blocking: (_now, _next, event) => (event.target as IDBDatabase).close(),
    terminated: () => {
      opened = undefined
    },
  }).catch((error) => {
    opened = undefined
    throw error
  })
  return opened
}

export async function readItems(): Promise<OutboxItem[]> {
  return (await openStore()).getAll('items')
}

/**
 * The only way in which items change. `decide` sees all items and says what becomes of them, in one transaction: two
 * tabs never decide on the same state. The marker moves within it, so that it tells a loss from a change elsewhere.
 */
export async function changeItems<Result>(
  decide: (items: readonly OutboxItem[]) => Change<Result>,
): Promise<Result> {
  const transaction = (await openStore()).transaction('items', 'readwrite')
  const items = await transaction.store.getAll()
  const before = readMarker(document.cookie)
  const { put = [], remove = [], result } = decide(items)
  const after = new Map(items.map((item) => [item.id, item]))
  for (const item of put) after.set(item.id, item)
  for (const id of remove) after.delete(id)
  writeMarker(
    nextMarker(
      before,
      items.length,
      [...after.values()].map(({ madeAt }) => Date.parse(madeAt)),
    ),
  )
  try {
    await Promise.all([
      ...put.map((item) => transaction.store.put(item)),
      ...remove.map((id) => transaction.store.delete(id)),
      transaction.done,
    ])
  } catch (error) {
    writeMarker(before)
    throw error
  }
  if (put.length + remove.length > 0) itemsChanged()
  return result
}

/** How many items the browser threw away unsent, and when the oldest of them was made (milliseconds since 1970). */
export async function findLoss(): Promise<Pick<Marker, 'lost' | 'lostSince'>> {
  await changeItems(() => ({ result: undefined }))
  return readMarker(document.cookie)
}

/** After a person has read it. */
export function acknowledgeLoss(): void {
  writeMarker({ ...readMarker(document.cookie), lost: 0, lostSince: 0 })
}

function writeMarker(marker: Marker): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store API is not in every browser, and not synchronous
  document.cookie = markerCookie(marker, location.protocol === 'https:')
}

// A channel does not hear itself, so what this page does it hears by the second one.
const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('balie') : undefined
const listeners = new Set<() => void>()
channel?.addEventListener('message', tellListeners)

function tellListeners(): void {
  for (const listener of listeners) listener()
}

function itemsChanged(): void {
  channel?.postMessage('changed')
  tellListeners()
}

/** Calls `listener` after each change of the items, in this tab or another. */
export function onChange(listener: () => void): void {
  listeners.add(listener)
}
