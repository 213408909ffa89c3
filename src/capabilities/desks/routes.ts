import { largestImport } from '../../platform/csv/read-csv.ts'
import { mayOf, type Route, route } from '../../platform/http/route.ts'
import { showAddDesk, submitAddDesk } from './add-desk/add-desk.handler.ts'
import {
  showPlace,
  showPlaces,
  submitAddPlace,
  submitChangePlace,
  submitClosePlace,
} from './arrange-places/arrange-places.handler.ts'
import { branchRoutes } from './branch-routes.ts'
import { showDesk, submitChangeDesk } from './change-desk/change-desk.handler.ts'
import { showImports } from './choose-import/choose-import.handler.ts'
import { showCloseDesk, submitCloseDesk, submitReopenDesk } from './close-desk/close-desk.handler.ts'
import { finderRoutes } from './finder-routes.ts'
import { hoursRoutes } from './hours-routes.ts'
import { desksFile } from './import-desks/import-desks.handler.ts'
import { showDesks } from './list-desks/list-desks.handler.ts'
import { desksPermissions } from './permissions.ts'

const may = mayOf(desksPermissions)
const desk = '/beheer/informatiepunten/:desk'

export const desksRoutes: readonly Route[] = [
  ...finderRoutes,
  ...hoursRoutes,
  ...branchRoutes,
  route('GET', '/beheer/informatiepunten', may('desks.administer'), showDesks),
  route('GET', '/beheer/informatiepunten/nieuw', may('desks.administer'), showAddDesk),
  route('POST', '/beheer/informatiepunten/nieuw', may('desks.administer'), submitAddDesk),
  route('GET', desk, may('desks.administer'), showDesk),
  route('POST', desk, may('desks.administer'), submitChangeDesk),
  route('GET', `${desk}/sluiten`, may('desks.administer'), showCloseDesk),
  route('POST', `${desk}/sluiten`, may('desks.administer'), submitCloseDesk),
  route('POST', `${desk}/openen`, may('desks.administer'), submitReopenDesk),
  route('GET', `${desk}/plaatsen`, may('desks.administer'), showPlaces),
  route('POST', `${desk}/plaatsen`, may('desks.administer'), submitAddPlace),
  route('GET', `${desk}/plaatsen/:place`, may('desks.administer'), showPlace),
  route('POST', `${desk}/plaatsen/:place`, may('desks.administer'), submitChangePlace),
  route('POST', `${desk}/plaatsen/:place/sluiten`, may('desks.administer'), submitClosePlace),
  route('GET', '/beheer/inlezen', may('desks.administer'), showImports),
  route('GET', '/beheer/inlezen/informatiepunten', may('desks.administer'), desksFile.show),
  route('POST', '/beheer/inlezen/informatiepunten', may('desks.administer'), desksFile.submit, {
    largestBody: largestImport,
  }),
  route('POST', '/beheer/inlezen/informatiepunten/opslaan', may('desks.administer'), desksFile.confirm, {
    largestBody: largestImport,
  }),
  route('GET', '/beheer/inlezen/informatiepunten/voorbeeld', may('desks.administer'), desksFile.example),
]
