import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { findDesks } from '../../desks/public.ts'
import { nameAccounts } from '../../people/public.ts'
import { findAgreements } from '../find-agreement/find-agreement.query.ts'
import { findContactPersons, findLocations, findPartner } from '../find-partner/find-partner.query.ts'
import { findServices } from '../find-service/find-service.query.ts'
import { keepingScope, ownerOf } from '../keeping-scope.ts'
import { partnerDone, showPartnerPage } from './show-partner.page.tsx'

/** Everything that is kept of one organisation, with the ways to change it; agreements with who is another's too. */
export async function showPartner(request: WebRequest): Promise<Reply> {
  const scope = keepingScope(request.actor)
  return request.database.read(scope, async (db) => {
    const partner = foundOrRefuse(await findPartner(db, scope, request.idParam('partner')))
    const owner = ownerOf(scope)
    const agreements =
      scope.kind === 'desk'
        ? await findAgreements(db, scope, { partnerIds: [partner.id], libraryId: scope.libraryId })
        : []
    const desks = await findDesks(
      db,
      scope,
      agreements.flatMap(({ deskId }) => deskId ?? []),
    )
    const keepers = await nameAccounts(db, scope, partner.keeperAccountId ? [partner.keeperAccountId] : [])
    return showPage(
      showPartnerPage({
        t: request.t,
        language: request.language,
        today: localDay(request.clock.now()),
        partner,
        isOwn: partner.libraryId === owner,
        isNation: scope.kind === 'nation',
        owner,
        services: await findServices(db, scope, { partnerIds: [partner.id] }),
        locations: await findLocations(db, scope, [partner.id]),
        persons: await findContactPersons(db, scope, partner.id),
        agreements,
        deskNames: new Map(desks.map(({ id, name }) => [id, name])),
        keeper: partner.keeperAccountId ? keepers.get(partner.keeperAccountId) : undefined,
        done: partnerDone(request.query('bewaard')),
      }),
    )
  })
}
