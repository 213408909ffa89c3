import { refuse } from '../../platform/errors/refusals.ts'
import type { WebRequest } from '../../platform/http/web-request.ts'
import { type Language, type Translate, translator } from '../../platform/i18n/translate.ts'
import { type Instant, localDay } from '../../platform/time/local-time.ts'
import type { Area, FiguresScope } from './area.ts'
import { sameArea } from './area-address.ts'
import { findWrittenReport, type KeptReport } from './find-written-reports/find-written-reports.query.ts'
import { listOwnAreas, type NamedArea } from './list-own-areas/list-own-areas.query.ts'
import {
  type CountedReport,
  readDesksOfReport,
  readWrittenReport,
} from './read-written-report/read-written-report.query.ts'
import { type ReportPeriod, reportPeriod } from './report-period.ts'
import { mayWrite, reportScopes, tellsTooMuch, writingScope } from './written-report-access.ts'

/** A report that somebody opened, with the scope that it may be seen in. */
export interface OpenedReport {
  readonly kept: KeptReport
  readonly scope: FiguresScope
  readonly about: ReportPeriod
  readonly areaName: string
}

/**
 * Finds a report for who asks.
 * @throws Refusal `not-found` when there is none, or none that this person may see
 */
export async function openReport(request: WebRequest, id: string): Promise<OpenedReport> {
  const { actor } = request
  const today = localDay(request.clock.now())
  for (const each of reportScopes(actor)) {
    const kept = await request.database.read(each, (db) => findWrittenReport(db, each, id))
    if (!kept || tellsTooMuch(actor, kept) || !mayWrite(actor, kept.area)) continue
    const about = reportPeriod(kept.period, today)
    if (!about) continue
    const areas = await ownAreasOf(request)
    return { kept, scope: writingScope(actor, kept.area), about, areaName: nameOfArea(areas, kept) }
  }
  return refuse('not-found')
}

function ownAreasOf(request: WebRequest): Promise<NamedArea[]> {
  const { actor, t, database } = request
  const self = actor.selfScope()
  return database.read(self, (db) => listOwnAreas(db, self, actor, localDay(request.clock.now()), t))
}

/** Whether an area is there, and is one that can be chosen: an address that looks like one may be made up. */
export async function isOwnArea(request: WebRequest, area: Area): Promise<boolean> {
  return (await ownAreasOf(request)).some((own) => sameArea(own.area, area))
}

const nameOfArea = (areas: readonly NamedArea[], { area, frozen }: KeptReport): string =>
  areas.find((each) => sameArea(each.area, area))?.name ?? frozen?.document.areaName ?? area.key

/** Counts a report as it is now, in the reader's language or in that of what it is set beside. */
export async function countReport(
  request: WebRequest,
  { kept, scope, about, areaName }: OpenedReport,
  voice: { readonly language: Language; readonly t: Translate } = request,
): Promise<CountedReport> {
  const now = request.clock.now()
  const self = request.actor.selfScope()
  const desks = await request.database.read(self, (db) =>
    readDesksOfReport(db, self, kept.area, about, localDay(now)),
  )
  if (!desks) return refuse('not-found')
  const { language, t } = voice
  const wish = { area: kept.area, areaName, about, withVisitors: kept.withVisitors, desks, language, t }
  return request.database.read(scope, (db) => readWrittenReport(db, scope, wish, now))
}

/** The same in the language of a frozen report, to set beside it. */
export function countInLanguageOf(
  request: WebRequest,
  opened: OpenedReport,
  language: Language,
): Promise<CountedReport> {
  return countReport(request, opened, { language, t: translator(language) })
}

/** Whether a period is over, so that a report of it can be frozen. */
export const isOver = ({ period }: ReportPeriod, now: Instant): boolean => period.until < localDay(now)
