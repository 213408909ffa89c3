import { pageAsked, paging } from '../../../platform/http/paging.ts'
import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { kindOfSlug } from '../organisation.ts'
import { organisationsPermissions } from '../permissions.ts'
import { listOrganisationsPage } from './list-organisations.page.tsx'
import { listOrganisations } from './list-organisations.query.ts'

export async function showOrganisations(request: WebRequest): Promise<Reply> {
  const scope = request.actor.nationalScope(organisationsPermissions['organisations.administer'])
  const search = request.query('zoek')
  const kind = kindOfSlug(request.query('soort'))
  const { rows, total } = await request.database.read(scope, (db) =>
    listOrganisations(db, scope, { search, kind, page: pageAsked(request.url) }),
  )
  return showPage(
    listOrganisationsPage({ t: request.t, search, kind, rows, total, paging: paging(request.url, total) }),
  )
}
