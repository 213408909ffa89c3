import { publicScope } from '../../../platform/auth/scope.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { catalogueText } from '../catalogue-text.ts'
import { dataPackage } from '../data-package.ts'
import { keptByWhoAsked } from '../kept-for-others.ts'
import { listReleases } from '../read-published/read-published.query.ts'

/** The files and their fields, for programs that read tables (Data Package, version 2). */
export async function sendDataPackage(request: WebRequest): Promise<Reply> {
  const releases = await request.database.read(publicScope, (db) => listReleases(db, publicScope))
  return keptByWhoAsked(
    'application/json; charset=utf-8',
    JSON.stringify(dataPackage(releases, request.origin), null, 1),
  )
}

/** The same for catalogues of open data (DCAT-AP-NL 3.0). */
export async function sendCatalogueText(request: WebRequest): Promise<Reply> {
  const releases = await request.database.read(publicScope, (db) => listReleases(db, publicScope))
  return keptByWhoAsked('text/turtle; charset=utf-8', catalogueText(releases, request.origin))
}
