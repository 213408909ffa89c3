import { type Reply, seeOther, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { organisationsPermissions } from '../../organisations/public.ts'
import { chooseImportPage } from './choose-import.page.tsx'

/** What to read from a file; who has one choice goes there at once. */
export function showImports(request: WebRequest): Reply {
  const { actor, t } = request
  if (actor.may(organisationsPermissions['organisations.administer']))
    return showPage(chooseImportPage({ t, of: 'nation' }))
  // The history belongs to contacts, which this capability does not know; its page asks for the permission itself.
  const readsHistory = actor.grants.some(
    ({ role, wholeOrganisation }) => role === 'library-manager' && wholeOrganisation,
  )
  return readsHistory
    ? showPage(chooseImportPage({ t, of: 'library' }))
    : seeOther('/beheer/inlezen/informatiepunten')
}
