import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { referralsPermissions } from '../permissions.ts'
import { listPassed } from '../read-passed/read-passed.query.ts'
import { listPassedPage } from './list-passed.page.tsx'

/** What was passed to one's own organisation: what waits first, or what has ended. */
export async function showListPassed(request: WebRequest): Promise<Reply> {
  const { t, language, database, clock } = request
  const scope = request.actor.partnerScope(referralsPermissions['referrals.answer'])
  const which = request.query('toon') === 'klaar' ? 'ended' : 'open'
  const now = clock.now()
  const passed = await database.read(scope, (db) => listPassed(db, scope, { which, language }, now))
  return showPage(listPassedPage({ t, language, which, passed, now }))
}
