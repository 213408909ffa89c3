import { pageAsked, paging } from '../../../platform/http/paging.ts'
import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { keepingScope } from '../keeping-scope.ts'
import { directoryPermissions } from '../permissions.ts'
import { listPartnersPage } from './list-partners.page.tsx'
import { listPartners } from './list-partners.query.ts'

/** The entries that somebody keeps. */
export async function showPartners(request: WebRequest): Promise<Reply> {
  const scope = keepingScope(request.actor)
  const words = request.query('zoek').slice(0, 100)
  const { rows, total } = await request.database.read(scope, (db) =>
    listPartners(db, scope, { words, page: pageAsked(request.url) }),
  )
  return showPage(
    listPartnersPage({
      t: request.t,
      words,
      rows,
      total,
      today: localDay(request.clock.now()),
      paging: paging(request.url, total),
      isNation: scope.kind === 'nation',
      mayImport: request.actor.may(directoryPermissions['directory.import']),
      feed: `${request.origin}/hsds`,
    }),
  )
}
