import type { FormError } from '../../../platform/http/form-errors.ts'
import { type Reply, seeOther } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { areaAt } from '../area-address.ts'
import { findReportOf } from '../find-written-reports/find-written-reports.query.ts'
import { showReportsAgain } from '../list-written-reports/list-written-reports.handler.ts'
import { isOwnArea } from '../opened-report.ts'
import { seesVisitors } from '../own-areas.ts'
import { reportPeriod } from '../report-period.ts'
import { writingScope } from '../written-report-access.ts'
import { startWrittenReport } from './start-written-report.command.ts'

/** Opens the report of an area and a period: the one that is there, else a new draft. */
export async function submitNewReport(request: WebRequest): Promise<Reply> {
  const { actor, t } = request
  const form = await request.form()
  const now = request.clock.now()
  const area = areaAt(form.text('gebied'))
  const about = reportPeriod(form.text('periode'), localDay(now))
  if (!area || !about) {
    const errors: FormError[] = [
      ...(area ? [] : [{ id: 'gebied', message: t('sent-reports.error.area') }]),
      ...(about ? [] : [{ id: 'periode', message: t('sent-reports.error.period') }]),
    ]
    return showReportsAgain(request, form, errors)
  }
  const scope = writingScope(actor, area)
  if (!(await isOwnArea(request, area)))
    return showReportsAgain(request, form, [{ id: 'gebied', message: t('sent-reports.error.area') }])
  const wish = { area, about, withVisitors: seesVisitors(actor, area.level) }
  const found = await request.database.read(scope, (db) => findReportOf(db, scope, wish))
  const id = found ?? (await request.database.write(scope, (tx) => startWrittenReport(tx, scope, wish, now)))
  return seeOther(`/sturing/rapporten/${id}`)
}
