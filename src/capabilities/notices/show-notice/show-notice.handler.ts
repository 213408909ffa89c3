import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { findConfirmations, findNotice, findReachedDesks } from '../find-notices/find-notices.query.ts'
import { prepareAnnouncing } from '../notices-address.ts'
import { reachOf } from '../reach.ts'
import { showNoticePage } from './show-notice.page.tsx'

/** One notice, with which desks have seen it and which not. */
export async function showNotice(request: WebRequest): Promise<Reply> {
  const { scope, codes, ...page } = await prepareAnnouncing(request)
  const id = request.idParam('notice')
  const found = await request.database.read(scope, async (db) => {
    const notice = foundOrRefuse(await findNotice(db, scope, id))
    const desks = await findReachedDesks(db, scope, codes)
    return { notice, reach: reachOf(notice, desks, await findConfirmations(db, scope, [id])) }
  })
  if (found.notice.municipalityCode !== page.municipality.code) refuse('not-found')
  const said = (['bewaard', 'aangekondigd'] as const).find((each) => each === request.query('bericht'))
  return showPage(showNoticePage({ ...page, ...found, said }))
}
