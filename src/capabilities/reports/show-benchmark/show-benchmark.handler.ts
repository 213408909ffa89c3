import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { areaAt, sameArea } from '../area-address.ts'
import { isCompared } from '../benchmark-measure.ts'
import { findRegistered } from '../find-registered/find-registered.query.ts'
import { listOwnAreas } from '../list-own-areas/list-own-areas.query.ts'
import { figuresScope } from '../own-areas.ts'
import { comparedPeriod, findFirstCompared, readBenchmark } from '../read-benchmark/read-benchmark.query.ts'
import { benchmarkPage, noComparedAreaPage } from './show-benchmark.page.tsx'

/** How an area compares with others; nothing asked, the widest of one's areas that has figures to compare. */
export async function showBenchmark(request: WebRequest): Promise<Reply> {
  const { actor, t, language } = request
  const self = actor.selfScope()
  const today = localDay(request.clock.now())
  const own = await request.database.read(self, (db) => listOwnAreas(db, self, actor, today, t))
  const areas = own.filter(({ area }) => isCompared(area.level))
  const asked = request.url.searchParams.get('gebied')
  const widest = areas[0]?.area
  const opened =
    widest &&
    (await request.database.read(figuresScope(actor, widest), (db) =>
      findFirstCompared(
        db,
        figuresScope(actor, widest),
        areas.map((named) => named.area),
      ),
    ))
  const area = asked ? foundOrRefuse(areaAt(asked)) : (opened ?? widest)
  if (!area) return showPage(noComparedAreaPage(t))
  const scope = figuresScope(actor, area)
  const now = request.clock.now()
  const found = await request.database.read(scope, async (db) => {
    const benchmark = await readBenchmark(db, scope, area)
    const period = benchmark && comparedPeriod(benchmark)
    return { benchmark, registration: period && (await findRegistered(db, scope, area, period, now)) }
  })
  const named = own.find((each) => sameArea(each.area, area)) ?? { area, name: area.key }
  return showPage(benchmarkPage({ t, language, named, areas, ...found }))
}
