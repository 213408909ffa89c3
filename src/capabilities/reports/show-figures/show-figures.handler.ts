import { json, type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { askedFigures } from '../asked-figures.ts'
import { comparisons, type Filter } from '../figures-filter.ts'
import { noAreaPage, wrongFilterPage } from '../figures-head.page.tsx'
import { findCountedAreas } from '../find-counted-areas/find-counted-areas.query.ts'
import { isNarrowed } from '../narrowing.ts'
import { figuresScope, mayOpenContacts, seesVisitors } from '../own-areas.ts'
import { readAskedCount } from '../read-narrowed/read-narrowed.query.ts'
import { type NamedReport, readNarrowedReport, readReport } from '../read-report/read-report.query.ts'
import { readStanding } from '../read-standing/read-standing.query.ts'
import { fullField, uncountedPage } from '../uncounted.page.tsx'
import { figuresPage } from './show-figures.page.tsx'

/** The figures of an area over a period; nothing asked, those of one's widest area over the last twelve months. */
export async function showFigures(request: WebRequest): Promise<Reply> {
  const { actor, t, language } = request
  const asked = await askedFigures(request)
  if (!asked) return showPage(noAreaPage(t, '/sturing'))
  const { areas, read, choices } = asked
  const form = { t, language, address: '/sturing', areas, choices, typed: read.typed } as const
  if (!read.ok) return showAgain(wrongFilterPage({ ...form, errors: read.errors }))
  const found = await readAsked(request, read.filter)
  const page = { ...form, filter: read.filter }
  if ('state' in found)
    return showPage(uncountedPage({ ...page, found, full: request.query(fullField) !== '' }))
  const { area, period, narrowing } = read.filter
  const scope = figuresScope(actor, area)
  const now = request.clock.now()
  return showPage(
    figuresPage({
      ...page,
      ...found,
      countedAt: found.report.narrowed?.countedAt,
      monthsLeftOut: found.report.narrowed?.monthsLeftOut ?? [],
      words: { t, language, nameOf: found.nameOf },
      now,
      opens: mayOpenContacts(actor, area),
      // It is of everything: beside a part of the figures it would be read as of that part.
      standing: isNarrowed(narrowing)
        ? undefined
        : await request.database.read(scope, (db) =>
            readStanding(db, scope, { area, period, language }, now),
          ),
    }),
  )
}

/** How far a count is that was asked for, for the script of the page that waits for it. */
export async function showCountProgress(request: WebRequest): Promise<Reply> {
  const asked = await askedFigures(request)
  if (!asked?.read.ok) return seeOther(`/sturing${request.url.search}`)
  const { area, period, narrowing } = asked.read.filter
  const scope = figuresScope(request.actor, area)
  const found = await request.database.read(scope, async (db) =>
    readAskedCount(db, await findCountedAreas(db, scope, area), { period, narrowing }),
  )
  return json(found?.state === 'counting' ? found : { state: 'ready' })
}

/** Reads what was asked for, narrowed down or not. */
export function readAsked(
  { actor, t, language, database, clock }: WebRequest,
  { area, period, narrowing, comparing }: Filter,
): Promise<NamedReport | Exclude<Awaited<ReturnType<typeof readNarrowedReport>>, NamedReport>> {
  const scope = figuresScope(actor, area)
  const wish = {
    area,
    period,
    comparing: comparisons[comparing],
    seesVisitors: seesVisitors(actor, area.level),
    language,
    t,
  }
  return database.read(scope, (db) =>
    isNarrowed(narrowing)
      ? readNarrowedReport(db, scope, { ...wish, narrowing }, clock.now())
      : readReport(db, scope, wish, clock.now()),
  )
}
