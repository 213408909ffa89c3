import { anyone, publicRoutes, type Route, route } from '../../platform/http/route.ts'
import { answerApi, apiPath } from './answer-api/answer-api.handler.ts'
import { sendCatalogueText, sendDataPackage } from './describe-data/describe-data.handler.ts'
import { downloadTable } from './download-table/download-table.handler.ts'
import { tables } from './published-cell.ts'
import { showOpenData } from './show-open-data/show-open-data.handler.ts'
import { fileOf } from './table-file.ts'

export const openDataRoutes: readonly Route[] = [
  ...publicRoutes('GET', '/open-data', showOpenData),
  ...tables.map((table) => route('GET', `/open-data/${fileOf(table)}`, anyone(), downloadTable(table))),
  route('GET', '/open-data/datapackage.json', anyone(), sendDataPackage),
  route('GET', '/open-data/dcat.ttl', anyone(), sendCatalogueText),
  route('GET', apiPath, anyone(), answerApi),
]
