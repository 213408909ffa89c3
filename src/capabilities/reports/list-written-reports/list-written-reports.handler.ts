import type { FormError } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Page, type Reply, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { nameAccounts } from '../../people/public.ts'
import { addressOf } from '../area-address.ts'
import { findOwnSchedules } from '../find-report-schedules/find-report-schedules.query.ts'
import { type ListedReport, listWrittenReports } from '../find-written-reports/find-written-reports.query.ts'
import { listOwnAreas } from '../list-own-areas/list-own-areas.query.ts'
import { reportsPermissions } from '../permissions.ts'
import { lastOver, reportPeriods } from '../report-period.ts'
import { mayWrite, reportScopes, tellsTooMuch } from '../written-report-access.ts'
import { reportsPage } from './list-written-reports.page.tsx'

/** What was written about one's areas, and where a new report begins. An address may name the area and the period. */
export async function showReports(request: WebRequest): Promise<Reply> {
  return showPage(await pageOf(request, new FormFields(request.url.searchParams), []))
}

/** The same page, with what was chosen and what to do about it. */
export async function showReportsAgain(
  request: WebRequest,
  form: FormFields,
  errors: readonly FormError[],
): Promise<Reply> {
  return showAgain(await pageOf(request, form, errors))
}

async function pageOf(request: WebRequest, form: FormFields, errors: readonly FormError[]): Promise<Page> {
  const { actor, t, language, sendsMail, database } = request
  const today = localDay(request.clock.now())
  const self = actor.selfScope()
  const own = await database.read(self, (db) => listOwnAreas(db, self, actor, today, t))
  const areas = own.filter(({ area }) => mayWrite(actor, area))
  const reports = new Map<string, ListedReport>()
  const people = new Map<string, string>()
  for (const scope of reportScopes(actor))
    await database.read(scope, async (db) => {
      const found = await listWrittenReports(db, scope)
      for (const report of found)
        if (!tellsTooMuch(actor, report) && mayWrite(actor, report.area)) reports.set(report.id, report)
      const ids = found.map(({ changedByAccountId }) => changedByAccountId)
      for (const [id, name] of await nameAccounts(db, scope, ids)) people.set(id, name)
    })
  const schedules = await database.read(self, (db) => findOwnSchedules(db, self))
  return reportsPage({
    t,
    language,
    sendsMail,
    areas,
    periods: reportPeriods(today),
    chosen: {
      area: form.text('gebied') || (areas[0] ? addressOf(areas[0].area) : ''),
      period: form.text('periode') || lastOver('quarter', today).code,
    },
    reports: [...reports.values()],
    people,
    schedules,
    handsInMonitor: actor.may(reportsPermissions['reports.hand-in-monitor']),
    message: request.query('bericht'),
    errors,
  })
}
