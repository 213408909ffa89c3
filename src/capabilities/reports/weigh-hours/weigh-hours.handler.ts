import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { hourClasses } from '../../desks/public.ts'
import { readCoverageChoice } from '../coverage-view.ts'
import { findUsualArea } from '../show-coverage/show-coverage.query.ts'
import { weighHoursPage } from './weigh-hours.page.tsx'
import { weighHoursOfArea } from './weigh-hours.query.ts'

/** From so many hours a week on a desk is open long, unless another of the classes is chosen. */
const usualHours = 16

/** What wider hours of one desk would bring. Nothing is kept. */
export async function weighHours(request: WebRequest): Promise<Reply> {
  const { actor, t, language, url } = request
  const today = localDay(request.clock.now())
  const scope = actor.selfScope()
  const hours = hourClasses.find((each) => each > 0 && `${each}` === request.query('uren')) ?? usualHours
  return request.database.read(scope, async (db) => {
    const { area } = readCoverageChoice(url.searchParams, await findUsualArea(db, scope, actor, today))
    const choice = { deskCode: request.query('informatiepunt'), hours }
    const weighed = foundOrRefuse(await weighHoursOfArea(db, scope, area, choice, today))
    return showPage(weighHoursPage({ t, language, area, hours, weighed }))
  })
}
