import { mayOf, type Route, route } from '../../platform/http/route.ts'
import { submitAskCount } from './ask-count/ask-count.handler.ts'
import { downloadBusyHours } from './download-busy-hours/download-busy-hours.handler.ts'
import { downloadCombinations } from './download-combinations/download-combinations.handler.ts'
import { downloadCoverage } from './download-coverage/download-coverage.handler.ts'
import { downloadCsv, downloadWorkbook } from './download-figures/download-figures.handler.ts'
import { showContactsBehind } from './list-contacts-behind/list-contacts-behind.handler.ts'
import { reportsPermissions } from './permissions.ts'
import { showBenchmark } from './show-benchmark/show-benchmark.handler.ts'
import { showBusyHours } from './show-busy-hours/show-busy-hours.handler.ts'
import { showCombinations } from './show-combinations/show-combinations.handler.ts'
import { showCoverage } from './show-coverage/show-coverage.handler.ts'
import { showCountProgress, showFigures } from './show-figures/show-figures.handler.ts'
import { showOpeningHours } from './show-opening-hours/show-opening-hours.handler.ts'
import { weighDesk } from './weigh-desk/weigh-desk.handler.ts'
import { weighHours } from './weigh-hours/weigh-hours.handler.ts'
import { writtenReportRoutes } from './written-report-routes.ts'

const may = mayOf(reportsPermissions)

export const reportsRoutes: readonly Route[] = [
  route('GET', '/sturing', may('reports.open'), showFigures),
  route('GET', '/sturing/tellen.json', may('reports.open'), showCountProgress),
  route('POST', '/sturing/tellen', may('reports.open'), submitAskCount),
  route('GET', '/sturing/cijfers.xlsx', may('reports.open'), downloadWorkbook),
  route('GET', '/sturing/cijfers.csv', may('reports.open'), downloadCsv),
  route('GET', '/sturing/vergelijken', may('reports.open'), showBenchmark),
  route('GET', '/sturing/samenhang', may('reports.open'), showCombinations),
  route('GET', '/sturing/samenhang.csv', may('reports.open'), downloadCombinations),
  route('GET', '/sturing/drukte', may('reports.open'), showBusyHours),
  route('GET', '/sturing/drukte.csv', may('reports.open'), downloadBusyHours),
  route('GET', '/sturing/bereik', may('reports.open'), showCoverage),
  route('GET', '/sturing/bereik.csv', may('reports.open'), downloadCoverage),
  route('GET', '/sturing/bereik/wat-als', may('reports.open'), weighDesk),
  route('GET', '/sturing/bereik/ruimere-tijden', may('reports.open'), weighHours),
  route('GET', '/sturing/openingstijden', may('reports.open'), showOpeningHours),
  ...writtenReportRoutes,
  route('GET', '/sturing/hulpcontacten', may('reports.open-contacts'), showContactsBehind),
]
