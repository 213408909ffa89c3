import { largestImport } from '../../platform/csv/read-csv.ts'
import { mayOf, type Route, route } from '../../platform/http/route.ts'
import { showAddBranch, submitAddBranch } from './add-branch/add-branch.handler.ts'
import {
  showBranch,
  submitChangeBranch,
  submitCloseBranch,
  submitOpenBranch,
} from './change-branch/change-branch.handler.ts'
import { branchesFile } from './import-branches/import-branches.handler.ts'
import { showBranches } from './list-branches/list-branches.handler.ts'
import { desksPermissions } from './permissions.ts'

const may = mayOf(desksPermissions)
const branch = '/beheer/vestigingen/:branch'

/** The branches of libraries, with and without a desk. */
export const branchRoutes: readonly Route[] = [
  route('GET', '/beheer/vestigingen', may('desks.administer'), showBranches),
  route('GET', '/beheer/vestigingen/nieuw', may('desks.administer'), showAddBranch),
  route('POST', '/beheer/vestigingen/nieuw', may('desks.administer'), submitAddBranch),
  route('GET', branch, may('desks.administer'), showBranch),
  route('POST', branch, may('desks.administer'), submitChangeBranch),
  route('POST', `${branch}/sluiten`, may('desks.administer'), submitCloseBranch),
  route('POST', `${branch}/openen`, may('desks.administer'), submitOpenBranch),
  route('GET', '/beheer/inlezen/vestigingen', may('desks.administer'), branchesFile.show),
  route('POST', '/beheer/inlezen/vestigingen', may('desks.administer'), branchesFile.submit, {
    largestBody: largestImport,
  }),
  route('POST', '/beheer/inlezen/vestigingen/opslaan', may('desks.administer'), branchesFile.confirm, {
    largestBody: largestImport,
  }),
  route('GET', '/beheer/inlezen/vestigingen/voorbeeld', may('desks.administer'), branchesFile.example),
]
