import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type Reply, seeOther } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { areaAt } from '../area-address.ts'
import { showReportsAgain } from '../list-written-reports/list-written-reports.handler.ts'
import { isOwnArea } from '../opened-report.ts'
import { reportKinds } from '../report-period.ts'
import { writingScope } from '../written-report-access.ts'
import { endSchedule, scheduleReport } from './schedule-report.command.ts'

/** 'Stuur mij dit rapport': by a button beside a report, so there is nothing to type wrong but an address that was made up. */
export async function submitSchedule(request: WebRequest): Promise<Reply> {
  const { actor } = request
  const form = await request.form()
  const area = foundOrRefuse(areaAt(form.text('gebied')))
  const kind = foundOrRefuse(reportKinds.find((each) => each === form.text('soort')))
  writingScope(actor, area)
  if (!(await isOwnArea(request, area)))
    return showReportsAgain(request, form, [{ id: 'gebied', message: request.t('sent-reports.error.area') }])
  const scope = actor.selfScope()
  await request.database.write(scope, (tx) =>
    scheduleReport(tx, scope, { kind, area, origin: request.origin }, request.clock.now()),
  )
  return seeOther('/sturing/rapporten?bericht=gevraagd#per-mail')
}

/** Stopping is for whose it is; twice is as good as once. */
export async function submitStop(request: WebRequest): Promise<Reply> {
  const scope = request.actor.selfScope()
  const id = request.idParam('schedule')
  await request.database.write(scope, (tx) =>
    endSchedule(tx, scope, { id, why: 'stopped' }, request.clock.now()),
  )
  return seeOther('/sturing/rapporten?bericht=gestopt#per-mail')
}
