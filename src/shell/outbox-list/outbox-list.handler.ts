import { type Reply, showPage } from '../../platform/http/reply.ts'
import type { WebRequest } from '../../platform/http/web-request.ts'
import { notHerePage, outboxListPage } from './outbox-list.page.tsx'

/** What waits on the device. The server knows nothing of it: the script fills the page. */
export function showOutboxList({ t, language }: WebRequest): Reply {
  return showPage(outboxListPage(t, language))
}

/** Stands without a network for every page that does not work so. */
export function showNotHere({ t }: WebRequest): Reply {
  return showPage(notHerePage(t))
}
