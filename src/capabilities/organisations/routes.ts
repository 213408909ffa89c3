import { largestImport } from '../../platform/csv/read-csv.ts'
import { mayOf, type Route, route } from '../../platform/http/route.ts'
import { showAddOrganisation, submitAddOrganisation } from './add-organisation/add-organisation.handler.ts'
import {
  showOrganisation,
  submitChangeOrganisation,
} from './change-organisation/change-organisation.handler.ts'
import {
  confirmLibraries,
  showImportLibraries,
  showLibrariesExample,
  submitLibrariesFile,
} from './import-libraries/import-libraries.handler.ts'
import { showOrganisations } from './list-organisations/list-organisations.handler.ts'
import { organisationsPermissions } from './permissions.ts'

const may = mayOf(organisationsPermissions)

export const organisationsRoutes: readonly Route[] = [
  route('GET', '/beheer/organisaties', may('organisations.administer'), showOrganisations),
  route('GET', '/beheer/organisaties/nieuw', may('organisations.administer'), showAddOrganisation),
  route('POST', '/beheer/organisaties/nieuw', may('organisations.administer'), submitAddOrganisation),
  route('GET', '/beheer/organisaties/:organisation', may('organisations.administer'), showOrganisation),
  route(
    'POST',
    '/beheer/organisaties/:organisation',
    may('organisations.administer'),
    submitChangeOrganisation,
  ),
  route('GET', '/beheer/inlezen/bibliotheken', may('organisations.administer'), showImportLibraries),
  route('POST', '/beheer/inlezen/bibliotheken', may('organisations.administer'), submitLibrariesFile, {
    largestBody: largestImport,
  }),
  route('POST', '/beheer/inlezen/bibliotheken/opslaan', may('organisations.administer'), confirmLibraries, {
    largestBody: largestImport,
  }),
  route(
    'GET',
    '/beheer/inlezen/bibliotheken/voorbeeld',
    may('organisations.administer'),
    showLibrariesExample,
  ),
]
