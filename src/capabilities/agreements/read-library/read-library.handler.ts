import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { findAgreement, findAgreements } from '../find-agreements/find-agreements.query.ts'
import { findDueDeliverables } from '../find-due/find-due.query.ts'
import { agreementsPermissions } from '../permissions.ts'
import { readOverview } from '../show-agreement/show-agreement.handler.ts'
import { libraryAgreementsPage, readAgreementPage } from './read-library.page.tsx'

const scopeOf = (request: WebRequest) =>
  request.actor.libraryScope(agreementsPermissions['agreements.read-library'])

/** What municipalities agreed with the library, and what is due. */
export async function listLibraryAgreements(request: WebRequest): Promise<Reply> {
  const scope = scopeOf(request)
  const found = await request.database.read(scope, async (db) => ({
    agreements: await findAgreements(db, scope),
    upcoming: await findDueDeliverables(db, scope, undefined, localDay(request.clock.now())),
  }))
  return showPage(libraryAgreementsPage({ t: request.t, language: request.language, ...found }))
}

/** One of these, to read. */
export async function showLibraryAgreement(request: WebRequest): Promise<Reply> {
  const scope = scopeOf(request)
  const id = request.idParam('agreement')
  const today = localDay(request.clock.now())
  const overview = await request.database.read(scope, async (db) =>
    readOverview(db, scope, foundOrRefuse(await findAgreement(db, scope, id)), today),
  )
  return showPage(
    readAgreementPage({ t: request.t, language: request.language, ...overview, today, reader: 'library' }),
  )
}
