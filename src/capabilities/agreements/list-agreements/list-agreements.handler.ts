import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { governedMunicipality } from '../../organisations/public.ts'
import { findAgreements } from '../find-agreements/find-agreements.query.ts'
import { findDueDeliverables } from '../find-due/find-due.query.ts'
import { agreementsPermissions } from '../permissions.ts'
import { listAgreementsPage } from './list-agreements.page.tsx'

/** The agreements of a municipality, and what comes of them. */
export async function listAgreements(request: WebRequest): Promise<Reply> {
  const { scope, municipality, municipalities } = await governedMunicipality(
    request,
    agreementsPermissions['agreements.keep'],
  )
  const found = await request.database.read(scope, async (db) => ({
    agreements: await findAgreements(db, scope, municipality),
    upcoming: await findDueDeliverables(db, scope, municipality, localDay(request.clock.now())),
  }))
  return showPage(
    listAgreementsPage({ t: request.t, language: request.language, municipality, municipalities, ...found }),
  )
}
