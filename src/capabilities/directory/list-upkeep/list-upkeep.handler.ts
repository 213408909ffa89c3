import { pageAsked, paging } from '../../../platform/http/paging.ts'
import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { nameAccounts } from '../../people/public.ts'
import { keepingScope } from '../keeping-scope.ts'
import { directoryPermissions } from '../permissions.ts'
import { listUpkeepPage } from './list-upkeep.page.tsx'
import { listUpkeep, upkeepStates } from './list-upkeep.query.ts'

/** The entries of which nobody knows for sure that they are right, those that nobody looked at for longest first. */
export async function showUpkeep(request: WebRequest): Promise<Reply> {
  const scope = keepingScope(request.actor)
  const today = localDay(request.clock.now())
  const state = upkeepStates.find((each) => each === request.query('welke')) ?? 'due'
  const mine = request.query('van') === 'mij'
  const { rows, total, waiting, names } = await request.database.read(scope, async (db) => {
    const listed = await listUpkeep(db, scope, { state, mine, page: pageAsked(request.url), today })
    const accounts = listed.rows.flatMap(({ keeperAccountId, lastAccountId }) =>
      [keeperAccountId, lastAccountId].filter((id): id is string => id !== null),
    )
    return { ...listed, names: await nameAccounts(db, scope, [...new Set(accounts)]) }
  })
  return showPage(
    listUpkeepPage({
      t: request.t,
      rows,
      total,
      waiting,
      names,
      state,
      mine,
      today,
      paging: paging(request.url, total),
      mayImport: request.actor.may(directoryPermissions['directory.import']),
      saved: request.query('bewaard') !== '',
    }),
  )
}
