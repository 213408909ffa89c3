import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { findConfirmations, findNotices, findReachedDesks } from '../find-notices/find-notices.query.ts'
import { prepareAnnouncing } from '../notices-address.ts'
import { reachOf } from '../reach.ts'
import { listNoticesPage } from './list-notices.page.tsx'

/** All that a municipality announced or prepares, and how many of its desks have seen it. */
export async function showNotices(request: WebRequest): Promise<Reply> {
  const { scope, codes, ...page } = await prepareAnnouncing(request)
  const notices = await request.database.read(scope, async (db) => {
    const found = await findNotices(db, scope, page.municipality.code)
    const desks = await findReachedDesks(db, scope, codes)
    const confirmations = await findConfirmations(
      db,
      scope,
      found.map(({ id }) => id),
    )
    return found.map((notice) => ({ ...notice, reach: reachOf(notice, desks, confirmations) }))
  })
  const said = (['ingetrokken', 'weggegooid'] as const).find((each) => each === request.query('bericht'))
  return showPage(listNoticesPage({ ...page, notices, said }))
}
