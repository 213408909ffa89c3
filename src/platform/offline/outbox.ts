import { uuidv7 } from 'uuidv7'
import { isOurs, type NewItem, newItem, type OutboxItem } from './outbox-item.ts'
import { type Change, changeItems, type Fields, onChange, openStore, readItems } from './outbox-store.ts'

export type { OutboxItem } from './outbox-item.ts'

/**
 * Keeps a sent form on this device until the server has accepted it. Under the id of an item that was taken for
 * editing it takes that one's place and keeps its author.
 * @returns the id under which it waits: another one after a conflict, since the old one is taken
 * @throws when the browser has no room or no storage; let the plain form go to the server then
 */
export async function enqueue(item: NewItem): Promise<string> {
  return changeItems((items) => {
    const present = items.find(({ id }) => id === item.id)
    return present ? putInPlace(present, item) : { put: [newItem(item)], result: item.id }
  })
}

/**
 * Takes an item back before it was sent.
 * @returns 'sent' when the server has it, or may have it: it can then only be undone there
 */
export function cancel(id: string): Promise<'removed' | 'sent'> {
  return changeItems((items) => {
    const item = items.find((candidate) => candidate.id === id)
    return item && isOurs(item) ? { remove: [id], result: 'removed' } : { result: 'sent' }
  })
}

/** Throws an item away. Only after a person said so, who saw what it was. */
export const drop = cancel

/** Everything that is on this device now and not yet accepted by the server; nothing where there is no storage. */
export function waitingItems(): Promise<OutboxItem[]> {
  return readItems().catch(() => [])
}

/** An item that the server refused, with its fields, to fill a form with. It stays in the list until it is sent again. */
export async function takeForEditing(id: string): Promise<OutboxItem | undefined> {
  const item = (await readItems()).find((candidate) => candidate.id === id)
  return item && (item.status === 'refused' || item.status === 'conflict') ? item : undefined
}

/**
 * Sends a refused item once more, with these fields.
 * @returns the id under which it now waits; undefined when it is not there any more
 */
export function replace(id: string, fields: Fields): Promise<string | undefined> {
  return changeItems((items) => {
    const present = items.find((candidate) => candidate.id === id)
    return present ? putInPlace(present, { ...present, fields }) : { result: undefined }
  })
}

/** Whoever mends it, it stays the item of who made it. */
function putInPlace(present: OutboxItem, { place, fields, label }: NewItem): Change<string> {
  // A double press: what the server may have is not changed under its hands.
  if (!isOurs(present)) return { result: present.id }
  const id = present.status === 'conflict' ? uuidv7() : present.id
  return {
    put: [newItem({ ...present, id, place, fields, label })],
    remove: id === present.id ? [] : [present.id],
    result: id,
  }
}

/** Tells all items now, and again after each change in this tab or another. */
export function watch(listener: (items: OutboxItem[]) => void): void {
  const tell = (): void => {
    readItems().then(listener, () => listener([]))
  }
  onChange(tell)
  tell()
}

/** Keeps a form half filled in, so that it survives a reload, a crash and an update. */
export async function saveDraft(key: string, fields: Fields): Promise<void> {
  await (await openStore()).put('drafts', fields, key)
}

export async function readDraft(key: string): Promise<Fields | undefined> {
  return (await openStore()).get('drafts', key)
}

export async function dropDraft(key: string): Promise<void> {
  await (await openStore()).delete('drafts', key)
}

const draftSavers = new Set<() => Promise<void> | void>()

/** A form says here how it saves its draft; it is asked before the page makes way for a new version. */
export function beforeRefresh(save: () => Promise<void> | void): void {
  draftSavers.add(save)
}

export async function saveDraftsNow(): Promise<void> {
  await Promise.all([...draftSavers].map((save) => save()))
}
