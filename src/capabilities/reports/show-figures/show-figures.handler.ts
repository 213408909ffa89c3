import { type Reply, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { readFilter } from '../figures-filter.ts'
import { listOwnAreas } from '../list-own-areas/list-own-areas.query.ts'
import { figuresScope, mayOpenContacts, seesVisitors } from '../own-areas.ts'
import { readReport } from '../read-report/read-report.query.ts'
import { figuresPage, noAreaPage, wrongFilterPage } from './show-figures.page.tsx'

/** The figures of an area over a period; nothing asked, those of one's widest area over the last twelve months. */
export async function showFigures(request: WebRequest): Promise<Reply> {
  const { actor, t, language } = request
  const now = request.clock.now()
  const today = localDay(now)
  const self = actor.selfScope()
  const areas = await request.database.read(self, (db) => listOwnAreas(db, self, actor, today, t))
  const [widest, ...others] = areas
  if (!widest) return showPage(noAreaPage(t))

  const read = readFilter(
    request.url.searchParams,
    [widest.area, ...others.map(({ area }) => area)],
    today,
    request,
  )
  if (!read.ok) return showAgain(wrongFilterPage({ t, areas, typed: read.typed, errors: read.errors }))
  const { area, period } = read.filter
  const scope = figuresScope(actor, area)
  const named = await request.database.read(scope, (db) =>
    readReport(db, scope, { area, period, seesVisitors: seesVisitors(actor, area.level), language, t }, now),
  )
  return showPage(
    figuresPage({
      ...named,
      words: { t, language, nameOf: named.nameOf },
      filter: read.filter,
      typed: read.typed,
      areas,
      now,
      opens: mayOpenContacts(actor, area),
    }),
  )
}
