import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { findDesks } from '../../desks/public.ts'
import { readLists } from '../../lists/public.ts'
import { listMunicipalities } from '../../organisations/public.ts'
import { findService } from '../find-service/find-service.query.ts'
import { keepingScope, ownerOf, readingScope } from '../keeping-scope.ts'
import { directoryPermissions } from '../permissions.ts'
import { showServicePage } from './show-service.page.tsx'

/** Everything about one service, to tell a visitor or to print. */
export async function showService(request: WebRequest): Promise<Reply> {
  const { t, language, actor } = request
  const scope = readingScope(actor)
  const now = request.clock.now()
  const today = localDay(now)
  return request.database.read(scope, async (db) => {
    const details = foundOrRefuse(await findService(db, scope, request.idParam('service'), { today }))
    const lists = await readLists(db, scope, today, language)
    const municipalities = await listMunicipalities(db, scope, today)
    const [desk] = details.agreement?.deskId ? await findDesks(db, scope, [details.agreement.deskId]) : []
    const mayKeep =
      actor.may(directoryPermissions['directory.open-keeping']) &&
      details.partner.libraryId === ownerOf(keepingScope(actor))
    const mayAgree = actor.may(directoryPermissions['directory.keep'])
    return showPage(
      showServicePage({
        t,
        language,
        now,
        details,
        topics: lists.topics.filter(({ code }) => details.service.topicCodes.includes(code)),
        municipalities: municipalities.filter(({ code }) => details.service.municipalityCodes.includes(code)),
        deskName: desk?.name,
        mayOpen: mayKeep || mayAgree,
        mayRefer: actor.desksFor(directoryPermissions['directory.read-agreements']).length > 0,
      }),
    )
  })
}
