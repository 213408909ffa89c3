import { pageAsked, paging } from '../../../platform/http/paging.ts'
import { type Reply, showPage } from '../../../platform/http/reply.ts'
import { isId, type WebRequest } from '../../../platform/http/web-request.ts'
import { findOrganisationsOfKinds } from '../../organisations/public.ts'
import { desksPermissions } from '../permissions.ts'
import { listBranchesPage } from './list-branches.page.tsx'
import { listBranches } from './list-branches.query.ts'

export async function showBranches(request: WebRequest): Promise<Reply> {
  const scope = request.actor.administrationScope(desksPermissions['desks.administer'])
  const search = request.query('zoek')
  const asked = request.query('bibliotheek')
  const libraryId = isId(asked) ? asked : undefined
  const withoutDesk = request.query('zonder') === 'ja'
  const page = pageAsked(request.url)
  const { libraries, rows, total } = await request.database.read(scope, async (db) => ({
    libraries: scope.kind === 'nation' ? await findOrganisationsOfKinds(db, scope, ['library']) : [],
    ...(await listBranches(db, scope, { search, libraryId, withoutDesk, page })),
  }))
  return showPage(
    listBranchesPage({
      t: request.t,
      search,
      libraryId,
      withoutDesk,
      libraries,
      rows,
      total,
      paging: paging(request.url, total),
    }),
  )
}
