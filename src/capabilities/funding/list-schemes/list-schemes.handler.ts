import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { fundingPermissions } from '../permissions.ts'
import { findSchemes } from '../read-year-account/read-year-account.query.ts'
import { listSchemesPage } from './list-schemes.page.tsx'

/** The schemes by year, and what of each is not set. */
export async function showSchemes(request: WebRequest): Promise<Reply> {
  const scope = request.actor.nationalScope(fundingPermissions['funding.administer'])
  const schemes = await request.database.read(scope, (db) => findSchemes(db, scope))
  return showPage(listSchemesPage({ t: request.t, schemes }))
}
