import { anyone, mayOf, type Route, route } from '../../platform/http/route.ts'
import { type FeedList, feedLists } from './answer-hsds/answer-hsds.form.ts'
import { answerList, answerOne, describeFeed, hsdsPath } from './answer-hsds/answer-hsds.handler.ts'
import { submitImportColumns } from './choose-import-columns/choose-import-columns.handler.ts'
import { exportGids } from './export-gids/export-gids.handler.ts'
import {
  showImport,
  showImportProgress,
  submitConfirmImport,
  submitStopImport,
} from './follow-import/follow-import.handler.ts'
import { importLimits, importPath } from './import-run.ts'
import { directoryPermissions } from './permissions.ts'
import { showStartImport, showTooLarge, submitStartImport } from './start-import/start-import.handler.ts'

const may = mayOf(directoryPermissions)
const mayImport = may('directory.import')

/** The directory and the desks by the Human Services Data Specification 3.1 (Open Referral), under an address of its own (decision 0032). */
export const hsdsRoutes: Route[] = [
  route('GET', hsdsPath, anyone(), describeFeed),
  ...(Object.keys(feedLists) as FeedList[]).flatMap((list) => [
    route('GET', `${hsdsPath}/${list}`, anyone(), answerList(list)),
    route('GET', `${hsdsPath}/${list}/:id`, anyone(), answerOne(list)),
  ]),
  route('GET', importPath, mayImport, showStartImport),
  route('POST', importPath, mayImport, submitStartImport, {
    largestBody: importLimits.bytes + 64 * 1024,
    tooLarge: showTooLarge,
  }),
  route('GET', `${importPath}/:id`, mayImport, showImport),
  route('GET', `${importPath}/:id/voortgang`, mayImport, showImportProgress),
  route('POST', `${importPath}/:id/kolommen`, mayImport, submitImportColumns),
  route('POST', `${importPath}/:id/inlezen`, mayImport, submitConfirmImport),
  route('POST', `${importPath}/:id/stoppen`, mayImport, submitStopImport),
  route('GET', '/beheer/sociale-kaart/gids.csv', mayImport, exportGids),
]
