import { mayOf, type Route, route } from '../../platform/http/route.ts'
import { downloadCsv, downloadWorkbook } from './download-figures/download-figures.handler.ts'
import { showContactsBehind } from './list-contacts-behind/list-contacts-behind.handler.ts'
import { reportsPermissions } from './permissions.ts'
import { showFigures } from './show-figures/show-figures.handler.ts'

const may = mayOf(reportsPermissions)

export const reportsRoutes: readonly Route[] = [
  route('GET', '/sturing', may('reports.open'), showFigures),
  route('GET', '/sturing/cijfers.xlsx', may('reports.open'), downloadWorkbook),
  route('GET', '/sturing/cijfers.csv', may('reports.open'), downloadCsv),
  route('GET', '/sturing/hulpcontacten', may('reports.open-contacts'), showContactsBehind),
]
