import { drop, type OutboxItem, replace, watch } from '../../platform/offline/outbox.ts'
import { isOurs } from '../../platform/offline/outbox-item.ts'
import { momentInWords } from '../../platform/time/device-clock.ts'
import { fillIn } from '../fill-in.ts'
import type { OutboxListData } from './outbox-list.page.tsx'

const { language, messages }: OutboxListData = JSON.parse(find(document, '#page-data').textContent ?? '')
const list = find(document, '#outbox-items')
const template = find(document, '#outbox-item') as HTMLTemplateElement

/** The form in which an item of a kind can be mended, and the page of what stands under its id on the server. */
const pagesOf: Readonly<Record<string, { edit: string; look: string } | undefined>> = {
  contact: { edit: '/balie?bewerk=', look: '/balie/contacten/' },
}

watch((items) => {
  const byMoment = [...items].sort((one, other) => (one.madeAt < other.madeAt ? -1 : 1))
  // The one with the focus is drawn again as well: the focus goes back to the same button.
  const focused = document.activeElement?.closest<HTMLElement>('[data-action]')
  const focusedItem = focused?.closest<HTMLElement>('[data-item]')?.dataset.item
  list.replaceChildren(...byMoment.map(card))
  if (focusedItem)
    list
      .querySelector<HTMLElement>(
        `[data-item="${focusedItem}"] [data-action="${focused?.dataset.action}"] > *`,
      )
      ?.focus()
  const none = items.length === 0
  find(document, '#outbox-empty').hidden = !none
  find(document, '#outbox-send').hidden = none
  const news = find(document, '#outbox-news')
  const count = messages[items.length === 1 ? 'offline.list.count-one' : 'offline.list.count-other']
  const text = fillIn(count, { count: items.length })
  news.hidden = none
  if (news.textContent !== text) news.textContent = text
})

find(document, '#outbox-send').addEventListener('click', () => {
  document.dispatchEvent(new Event('outbox-send'))
})

function card(item: OutboxItem): Node {
  const content = template.content.cloneNode(true) as DocumentFragment
  const root = content.firstElementChild as HTMLElement
  root.dataset.item = item.id
  const part = (name: string): HTMLElement => find(root, `[data-part="${name}"]`)
  part('label').textContent = item.label
  part('made').textContent = `${item.author.name}, ${momentInWords(item.madeAt, language)}`
  part('reason').textContent = reasonOf(item)
  part('reason').hidden = reasonOf(item) === ''
  for (const status of root.querySelectorAll<HTMLElement>('[data-status]'))
    if (status.dataset.status !== item.status) status.remove()

  const pages = pagesOf[item.kind]
  const refused = item.status === 'refused' || item.status === 'conflict'
  action(root, 'edit', refused && pages, (link) => {
    ;(link as HTMLAnchorElement).href = `${pages?.edit}${item.id}`
  })
  action(root, 'look', item.status === 'conflict' && pages, (link) => {
    ;(link as HTMLAnchorElement).href = `${pages?.look}${item.id}`
  })
  action(root, 'as-new', item.status === 'conflict', (button) => {
    button.addEventListener('click', () => void replace(item.id, item.fields))
  })
  action(root, 'drop', isOurs(item), (button) => {
    button.addEventListener('click', () => askToDrop(item))
  })
  return content
}

/** Keeps a button, named after its item for who hears it without the rest of the card, or takes it away. */
function action(
  root: HTMLElement,
  name: string,
  possible: unknown,
  set: (button: HTMLElement) => void,
): void {
  const place = find(root, `[data-action="${name}"]`)
  if (!possible) {
    place.remove()
    return
  }
  const button = place.firstElementChild as HTMLElement
  button.setAttribute('aria-label', `${button.textContent}: ${find(root, '[data-part="label"]').textContent}`)
  set(button)
}

function reasonOf(item: OutboxItem): string {
  if (item.reasons.length > 0) return item.reasons.map(({ message }) => message).join(' ')
  if (item.status === 'conflict') return messages['offline.list.reason-conflict']
  if (item.status === 'refused') return messages['offline.list.reason-unreadable']
  if (item.notBy) return messages['offline.list.reason-not-allowed']
  return item.unanswered && item.status === 'waiting' ? messages['offline.list.reason-unanswered'] : ''
}

function askToDrop(item: OutboxItem): void {
  const dialog = find(document, '#drop-dialog') as HTMLDialogElement
  find(document, '#drop-question').textContent = fillIn(messages['offline.list.drop-question'], {
    label: item.label,
  })
  dialog.returnValue = ''
  dialog.onclose = () => {
    if (dialog.returnValue === 'yes') void drop(item.id)
  }
  dialog.showModal()
}

function find(where: ParentNode, selector: string): HTMLElement {
  const found = where.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`No ${selector} on this page`)
  return found
}
