import { anyone, mayOf, publicRoutes, type Route, route } from '../../platform/http/route.ts'
import { answerLink, askNewLink, showEntryByLink } from './answer-link/answer-link.handler.ts'
import { showKeepTrue, submitCheck, submitUpkeepAct } from './keep-true/keep-true.handler.ts'
import { showUpkeep } from './list-upkeep/list-upkeep.handler.ts'
import { directoryPermissions } from './permissions.ts'
import { showReportMistake, submitReportMistake } from './report-mistake/report-mistake.handler.ts'
import { linkPath, upkeepPath } from './upkeep.ts'

const may = mayOf(directoryPermissions)

export const upkeepRoutes: Route[] = [
  route('GET', upkeepPath, may('directory.open-keeping'), showUpkeep),
  route('GET', `${upkeepPath}/:partner`, may('directory.open-keeping'), showKeepTrue),
  route('POST', `${upkeepPath}/:partner`, may('directory.open-keeping'), submitCheck),
  route('POST', `${upkeepPath}/:partner/doen`, may('directory.open-keeping'), submitUpkeepAct),
  route('GET', `${linkPath}/:token`, anyone(), showEntryByLink),
  route('POST', `${linkPath}/:token`, anyone(), answerLink),
  route('POST', linkPath, anyone(), askNewLink),
  ...publicRoutes('GET', '/sociale-kaart/:service/klopt-niet', showReportMistake),
  ...publicRoutes('POST', '/sociale-kaart/:service/klopt-niet', submitReportMistake),
]
