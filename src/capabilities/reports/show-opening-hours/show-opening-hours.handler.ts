import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { areaAt, nation } from '../area-address.ts'
import { listOwnAreas } from '../list-own-areas/list-own-areas.query.ts'
import { openingHoursPage } from './show-opening-hours.page.tsx'
import { findOpeningHoursOfArea } from './show-opening-hours.query.ts'

/** How long the desks of an area are open. Everybody with figures may see every area: hours are no secret. */
export async function showOpeningHours(request: WebRequest): Promise<Reply> {
  const { actor, t, language } = request
  const today = localDay(request.clock.now())
  const scope = actor.selfScope()
  return request.database.read(scope, async (db) => {
    const areas = await listOwnAreas(db, scope, actor, today, t)
    const asked = request.url.searchParams.get('gebied')
    const area = asked ? foundOrRefuse(areaAt(asked)) : (areas[0]?.area ?? nation)
    const found = foundOrRefuse(await findOpeningHoursOfArea(db, scope, area, today))
    return showPage(openingHoursPage({ t, language, area, areas, ...found }))
  })
}
