import { type Reply, seeOther, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { organisationsPermissions } from '../../organisations/public.ts'
import { chooseImportPage } from './choose-import.page.tsx'

/** What to read from a file; who has one choice goes there at once. */
export function showImports(request: WebRequest): Reply {
  return request.actor.may(organisationsPermissions['organisations.administer'])
    ? showPage(chooseImportPage({ t: request.t }))
    : seeOther('/beheer/inlezen/informatiepunten')
}
