import { pageAsked, paging } from '../../../platform/http/paging.ts'
import { type Reply, showPage } from '../../../platform/http/reply.ts'
import { isId, type WebRequest } from '../../../platform/http/web-request.ts'
import { findOrganisationsOfKinds } from '../../organisations/public.ts'
import { desksPermissions } from '../permissions.ts'
import { listDesksPage } from './list-desks.page.tsx'
import { listDesks } from './list-desks.query.ts'

export async function showDesks(request: WebRequest): Promise<Reply> {
  const scope = request.actor.administrationScope(desksPermissions['desks.administer'])
  const search = request.query('zoek')
  const asked = request.query('bibliotheek')
  const libraryId = isId(asked) ? asked : undefined
  const page = pageAsked(request.url)
  const { libraries, rows, total } = await request.database.read(scope, async (db) => ({
    libraries: scope.kind === 'nation' ? await findOrganisationsOfKinds(db, scope, ['library']) : [],
    ...(await listDesks(db, scope, { search, libraryId, page })),
  }))
  return showPage(
    listDesksPage({
      t: request.t,
      search,
      libraryId,
      libraries,
      rows,
      total,
      paging: paging(request.url, total),
    }),
  )
}
