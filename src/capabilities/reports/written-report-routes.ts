import { mayOf, type Route, route } from '../../platform/http/route.ts'
import {
  downloadPdf,
  downloadReportCsv,
  downloadReportWorkbook,
} from './download-written-report/download-written-report.handler.ts'
import {
  downloadMonitorCsv,
  downloadMonitorWorkbook,
  showMonitor,
} from './hand-in-monitor/hand-in-monitor.handler.ts'
import {
  showDiscard,
  showFreeze,
  submitDiscard,
  submitFreeze,
  submitRemarks,
} from './keep-written-report/keep-written-report.handler.ts'
import { showReports } from './list-written-reports/list-written-reports.handler.ts'
import { reportsPermissions } from './permissions.ts'
import { submitSchedule, submitStop } from './schedule-report/schedule-report.handler.ts'
import { showWrittenReport } from './show-written-report/show-written-report.handler.ts'
import { submitNewReport } from './start-written-report/start-written-report.handler.ts'

const may = mayOf(reportsPermissions)

/** The reports that people write, send and get by mail. */
export const writtenReportRoutes: readonly Route[] = [
  // Who may see figures gets to know who writes the reports.
  route('GET', '/sturing/rapporten', may('reports.open'), showReports),
  route('POST', '/sturing/rapporten', may('reports.write-report'), submitNewReport),
  route('POST', '/sturing/rapporten/per-mail', may('reports.write-report'), submitSchedule),
  route('POST', '/sturing/rapporten/per-mail/:schedule/stoppen', may('reports.open'), submitStop),
  route('GET', '/sturing/rapporten/landelijke-monitor', may('reports.hand-in-monitor'), showMonitor),
  route(
    'GET',
    '/sturing/rapporten/landelijke-monitor.xlsx',
    may('reports.hand-in-monitor'),
    downloadMonitorWorkbook,
  ),
  route(
    'GET',
    '/sturing/rapporten/landelijke-monitor.csv',
    may('reports.hand-in-monitor'),
    downloadMonitorCsv,
  ),
  route('GET', '/sturing/rapporten/:report', may('reports.write-report'), showWrittenReport),
  route('POST', '/sturing/rapporten/:report', may('reports.write-report'), submitRemarks),
  route('GET', '/sturing/rapporten/:report/vastleggen', may('reports.write-report'), showFreeze),
  route('POST', '/sturing/rapporten/:report/vastleggen', may('reports.write-report'), submitFreeze),
  route('GET', '/sturing/rapporten/:report/weggooien', may('reports.write-report'), showDiscard),
  route('POST', '/sturing/rapporten/:report/weggooien', may('reports.write-report'), submitDiscard),
  route('GET', '/sturing/rapporten/:report/rapport.pdf', may('reports.write-report'), downloadPdf),
  route(
    'GET',
    '/sturing/rapporten/:report/rapport.xlsx',
    may('reports.write-report'),
    downloadReportWorkbook,
  ),
  route('GET', '/sturing/rapporten/:report/rapport.csv', may('reports.write-report'), downloadReportCsv),
]
