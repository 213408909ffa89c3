import { writeCsv } from '../../../platform/csv/read-csv.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { workbookType, writeWorkbook } from '../../../platform/spreadsheet/write-workbook.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { monitorSheets, monitorTable } from '../monitor-file.ts'
import { reportsPermissions } from '../permissions.ts'
import { reportPeriod } from '../report-period.ts'
import { monitorPage } from './hand-in-monitor.page.tsx'
import { type MonitorReturn, readMonitorReturn } from './hand-in-monitor.query.ts'

/** So many years can be chosen. */
const years = 5

/** What a library hands in for the national monitor over a year, to see before it goes. */
export async function showMonitor(request: WebRequest): Promise<Reply> {
  const { t, language } = request
  const monitor = await read(request)
  const thisYear = Number(localDay(request.clock.now()).slice(0, 4))
  const choices = Array.from({ length: years }, (_, back) => String(thisYear - back))
  return showPage(monitorPage({ t, language, monitor, choices }))
}

export async function downloadMonitorWorkbook(request: WebRequest): Promise<Reply> {
  const monitor = await read(request)
  return {
    kind: 'file',
    contentType: workbookType,
    fileName: `landelijke-monitor-${monitor.year}.xlsx`,
    body: writeWorkbook(monitorSheets(monitor, request.t)),
  }
}

export async function downloadMonitorCsv(request: WebRequest): Promise<Reply> {
  const monitor = await read(request)
  return {
    kind: 'file',
    contentType: 'text/csv; charset=utf-8',
    fileName: `landelijke-monitor-${monitor.year}.csv`,
    body: writeCsv(monitorTable(monitor, request.t)),
  }
}

/** Of the year that an address names; without one, of this year. */
async function read(request: WebRequest): Promise<MonitorReturn> {
  const { actor, language } = request
  const now = request.clock.now()
  const today = localDay(now)
  const asked = request.query('jaar') || today.slice(0, 4)
  const about = foundOrRefuse(reportPeriod(asked, today))
  const year = foundOrRefuse(about.kind === 'year' ? about.code : undefined)
  const scope = actor.libraryScope(reportsPermissions['reports.hand-in-monitor'])
  return request.database.read(scope, (db) => readMonitorReturn(db, scope, { year, language }, now))
}
