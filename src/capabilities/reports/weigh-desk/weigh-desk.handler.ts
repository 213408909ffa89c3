import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type Reply, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { readCoverageChoice } from '../coverage-view.ts'
import { findUsualArea } from '../show-coverage/show-coverage.query.ts'
import { readSpot } from './weigh-desk.form.ts'
import { type WeighedDesk, weighDeskPage } from './weigh-desk.page.tsx'
import { findScales } from './weigh-desk.query.ts'

/** What a desk would bring at a branch without one, or at a postcode. Nothing is kept. */
export async function weighDesk(request: WebRequest): Promise<Reply> {
  const { actor, t, language, url } = request
  const today = localDay(request.clock.now())
  const scope = actor.selfScope()
  const { area, scales } = await request.database.read(scope, async (db) => {
    const usual = await findUsualArea(db, scope, actor, today)
    const choice = readCoverageChoice(url.searchParams, usual)
    return { area: choice.area, scales: await findScales(db, scope, choice.area, today) }
  })
  const areaName = foundOrRefuse(scales.areaName)
  const { spot, typed, errors } = readSpot(url.searchParams, scales.branches, scales.postcodes, t)
  let weighed: WeighedDesk | undefined
  if (spot) {
    const point = spot.kind === 'postcode' ? spot.area : scales.pointOfBranch(spot.branch)
    const { municipality } = spot.kind === 'postcode' ? spot.area : spot.branch
    weighed = {
      name: spot.kind === 'postcode' ? `${spot.area.code} ${spot.area.town}` : spot.branch.name,
      municipality:
        scales.ground.municipalities.find(({ code }) => code === municipality)?.name ?? municipality,
      gain: point && scales.gainAt(point, municipality),
    }
  }
  const page = weighDeskPage({ t, language, area, areaName, scales, typed, weighed, errors })
  return errors.length > 0 ? showAgain(page) : showPage(page)
}
