import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { findDesks } from '../../desks/public.ts'
import { findPartners } from '../../directory/public.ts'
import { readLists } from '../../lists/public.ts'
import { referralsPermissions } from '../permissions.ts'
import { followReferralsPage } from './follow-referrals.page.tsx'
import { listReferrals } from './follow-referrals.query.ts'

/** The referrals of one's desks, with what asks for something first. By code: a name opens on the page of one. */
export async function showFollowReferrals(request: WebRequest): Promise<Reply> {
  const { t, language, actor, database } = request
  const scope = actor.desksScope(referralsPermissions['referrals.refer'])
  const today = localDay(request.clock.now())
  const filter = {
    ended: request.query('toon') === 'klaar',
    mine: request.query('van') === 'mij',
    deskId: request.query('informatiepunt'),
  }
  const page = await database.read(scope, async (db) => {
    const referrals = await listReferrals(
      db,
      scope,
      { ...filter, madeBy: filter.mine ? actor.accountId : undefined },
      today,
    )
    const partnerIds = [...new Set(referrals.flatMap(({ partnerId }) => partnerId ?? []))]
    const desks = await findDesks(db, scope, scope.deskIds)
    const { topics } = await readLists(db, scope, today, language, desks[0]?.libraryId)
    return {
      desks,
      partnerNames: new Map((await findPartners(db, scope, partnerIds)).map(({ id, name }) => [id, name])),
      topicLabels: new Map(topics.map(({ code, label }) => [code, label])),
      referrals,
    }
  })
  return showPage(followReferralsPage({ t, today, filter, ...page }))
}
