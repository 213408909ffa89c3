import { mayOf, type Route, route } from '../../platform/http/route.ts'
import {
  showDeskSignals,
  submitReadAnswer,
  submitSeeToo,
  submitWithdrawSignal,
} from './list-desk-signals/list-desk-signals.handler.ts'
import { showSignals } from './list-signals/list-signals.handler.ts'
import { signalsPermissions } from './permissions.ts'
import { showReportSignal, submitReportSignal } from './report-signal/report-signal.handler.ts'
import { showSignal, submitAnswer, submitJoin, submitTakeApart } from './show-signal/show-signal.handler.ts'
import { deskPath, handlePath } from './signals-address.ts'

const may = mayOf(signalsPermissions)
const report = may('signals.report')
const handle = may('signals.handle')

export const signalsRoutes: Route[] = [
  route('GET', deskPath, report, showDeskSignals),
  route('GET', `${deskPath}/nieuw`, report, showReportSignal),
  route('POST', `${deskPath}/nieuw`, report, submitReportSignal),
  route('POST', `${deskPath}/:signal/ook`, report, submitSeeToo),
  route('POST', `${deskPath}/:signal/terug`, report, submitWithdrawSignal),
  route('POST', `${deskPath}/:signal/gelezen`, report, submitReadAnswer),
  route('GET', handlePath, handle, showSignals),
  route('GET', `${handlePath}/:signal`, handle, showSignal),
  route('POST', `${handlePath}/:signal`, handle, submitAnswer),
  route('POST', `${handlePath}/:signal/samenvoegen`, handle, submitJoin),
  route('POST', `${handlePath}/:signal/losmaken`, handle, submitTakeApart),
]
