import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { findSignals } from '../find-signals/find-signals.query.ts'
import { prepareHandling } from '../handled-signal.ts'
import { listSignalsPage } from './list-signals.page.tsx'

/** What the desks say of a municipality's services, by how it stands. */
export async function showSignals(request: WebRequest): Promise<Reply> {
  const { scope, ...page } = await prepareHandling(request)
  const signals = await request.database.read(scope, (db) => findSignals(db, scope, [page.municipality.code]))
  return showPage(listSignalsPage({ ...page, signals }))
}
