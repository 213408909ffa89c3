import type { Actor } from '../../../platform/auth/actor.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { desksPermissions } from '../../desks/public.ts'
import { findOutlines } from '../../organisations/public.ts'
import { municipalityMap } from '../coverage-map.ts'
import { readCoverageChoice } from '../coverage-view.ts'
import { readCoverage } from '../read-coverage/read-coverage.query.ts'
import { coveragePage, notReckonedPage } from './show-coverage.page.tsx'
import { findCoverageOfArea, findUsualArea } from './show-coverage.query.ts'

/** How far the inhabitants of an area live from a desk. Everybody with figures may see every area: it is no secret. */
export async function showCoverage(request: WebRequest): Promise<Reply> {
  const { actor, t, language } = request
  const today = localDay(request.clock.now())
  const scope = actor.selfScope()
  return request.database.read(scope, async (db) => {
    const usual = await findUsualArea(db, scope, actor, today)
    const choice = readCoverageChoice(request.url.searchParams, usual)
    const coverage = await findCoverageOfArea(db, scope, choice.area, today)
    if (!coverage) {
      // Before the worker has begun there is nothing of any area; after that an area without a row does not exist.
      const any = await readCoverage(db, scope)
      return any.length === 0 ? showPage(notReckonedPage(t)) : foundOrRefuse<Reply>(undefined)
    }
    const outlines = await findOutlines(db, scope)
    const map = municipalityMap(
      coverage.province?.key ?? 'NL',
      outlines,
      new Set(coverage.municipalities.map(({ key }) => key)),
    )
    return showPage(coveragePage({ t, language, choice, coverage, map, mayChange: keepsDesksOf(actor) }))
  })
}

function keepsDesksOf(actor: Actor): (library: string) => boolean {
  if (!actor.may(desksPermissions['desks.administer'])) return () => false
  const kept = actor.administrationScope(desksPermissions['desks.administer'])
  return (library) => kept.kind === 'nation' || kept.libraryId === library
}
