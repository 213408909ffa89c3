import { largestDocumentForm } from '../../platform/documents/document-check.ts'
import { mayOf, type Route, route } from '../../platform/http/route.ts'
import { agreementsPath, libraryAgreementsPath } from './agreement.ts'
import { showStatus, submitStatus } from './change-status/change-status.handler.ts'
import { showBlocks, submitBlocks } from './choose-blocks/choose-blocks.handler.ts'
import { showParties, submitParties } from './choose-parties/choose-parties.handler.ts'
import { showComparison } from './compare-versions/compare-versions.handler.ts'
import { showFillBlock, submitFillBlock } from './fill-block/fill-block.handler.ts'
import {
  showAddDeliverable,
  showDeliverable,
  submitAddDeliverable,
  submitDeliverable,
} from './keep-deliverable/keep-deliverable.handler.ts'
import {
  refuseLargePaper,
  showAddPaper,
  showRemovePaper,
  submitAddPaper,
  submitRemovePaper,
} from './keep-paper/keep-paper.handler.ts'
import { listAgreements } from './list-agreements/list-agreements.handler.ts'
import { showText, submitVersion } from './make-version/make-version.handler.ts'
import { showMark, submitMark } from './mark-delivery/mark-delivery.handler.ts'
import { agreementsPermissions } from './permissions.ts'
import { listLibraryAgreements, showLibraryAgreement } from './read-library/read-library.handler.ts'
import { showTerms, submitTerms } from './set-terms/set-terms.handler.ts'
import { showAgreement } from './show-agreement/show-agreement.handler.ts'
import {
  fetchDocument,
  fetchLibraryDocument,
  fetchLibraryPaper,
  fetchPaper,
  showLibraryVersion,
  showVersion,
} from './show-version/show-version.handler.ts'
import {
  showRename,
  showStart,
  submitRename,
  submitStart,
} from './start-agreement/start-agreement.handler.ts'

const may = mayOf(agreementsPermissions)
const keep = may('agreements.keep')
const read = may('agreements.read-library')
const one = `${agreementsPath}/:agreement`
const ofLibrary = `${libraryAgreementsPath}/:agreement`

// Words before ids: the first address that fits answers.
export const agreementsRoutes: Route[] = [
  route('GET', agreementsPath, keep, listAgreements),
  route('GET', `${agreementsPath}/nieuw`, keep, showStart),
  route('POST', `${agreementsPath}/nieuw`, keep, submitStart),
  route('GET', libraryAgreementsPath, read, listLibraryAgreements),
  route('GET', ofLibrary, read, showLibraryAgreement),
  route('GET', `${ofLibrary}/versie/:number`, read, showLibraryVersion),
  route('GET', `${ofLibrary}/versie/:number/document`, read, fetchLibraryDocument),
  route('GET', `${ofLibrary}/papier/:paper`, read, fetchLibraryPaper),
  route('GET', one, keep, showAgreement),
  route('GET', `${one}/naam`, keep, showRename),
  route('POST', `${one}/naam`, keep, submitRename),
  route('GET', `${one}/partijen`, keep, showParties),
  route('POST', `${one}/partijen`, keep, submitParties),
  route('GET', `${one}/looptijd`, keep, showTerms),
  route('POST', `${one}/looptijd`, keep, submitTerms),
  route('GET', `${one}/bouwstenen`, keep, showBlocks),
  route('POST', `${one}/bouwstenen`, keep, submitBlocks),
  route('GET', `${one}/invullen/:block`, keep, showFillBlock),
  route('POST', `${one}/invullen/:block`, keep, submitFillBlock),
  route('GET', `${one}/tekst`, keep, showText),
  route('POST', `${one}/tekst`, keep, submitVersion),
  route('GET', `${one}/vergelijken`, keep, showComparison),
  route('GET', `${one}/versie/:number`, keep, showVersion),
  route('GET', `${one}/versie/:number/document`, keep, fetchDocument),
  route('GET', `${one}/versie/:number/papier`, keep, showAddPaper),
  route('POST', `${one}/versie/:number/papier`, keep, submitAddPaper, {
    largestBody: largestDocumentForm,
    tooLarge: refuseLargePaper,
  }),
  route('GET', `${one}/papier/:paper`, keep, fetchPaper),
  route('GET', `${one}/papier/:paper/verwijderen`, keep, showRemovePaper),
  route('POST', `${one}/papier/:paper/verwijderen`, keep, submitRemovePaper),
  route('GET', `${one}/status`, keep, showStatus),
  route('POST', `${one}/status`, keep, submitStatus),
  route('GET', `${one}/levering`, keep, showAddDeliverable),
  route('POST', `${one}/levering`, keep, submitAddDeliverable),
  route('GET', `${one}/levering/:deliverable`, keep, showDeliverable),
  route('POST', `${one}/levering/:deliverable`, keep, submitDeliverable),
  route('GET', `${one}/levering/:deliverable/:day`, keep, showMark),
  route('POST', `${one}/levering/:deliverable/:day`, keep, submitMark),
]
