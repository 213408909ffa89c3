import { mayOf, type Route, route } from '../../platform/http/route.ts'
import { showAskExport, submitAskExport } from './ask-export/ask-export.handler.ts'
import {
  showChooseAnswers,
  submitChooseAnswers,
} from './choose-import-answers/choose-import-answers.handler.ts'
import {
  showChooseColumns,
  submitChooseColumns,
} from './choose-import-columns/choose-import-columns.handler.ts'
import { exportAddress } from './contact-export.ts'
import { showCorrectContact, submitCorrectContact } from './correct-contact/correct-contact.handler.ts'
import { showCountRush, submitCountRush } from './count-rush/count-rush.handler.ts'
import { submitDeleteContact } from './delete-contact/delete-contact.handler.ts'
import { showEnterTally, submitEnterTally } from './enter-tally/enter-tally.handler.ts'
import { submitStopImport } from './erase-imports/erase-imports.handler.ts'
import { fetchExport } from './fetch-export/fetch-export.handler.ts'
import { showExport, showExportProgress, submitRetryExport } from './follow-export/follow-export.handler.ts'
import { showImport, showImportProgress, submitRetryImport } from './follow-import/follow-import.handler.ts'
import { importLimits } from './history-import.ts'
import { importAddress } from './import-step.page.tsx'
import { showListContacts } from './list-contacts/list-contacts.handler.ts'
import { showMendRow, submitLeaveOutRow, submitMendRow } from './mend-import-row/mend-import-row.handler.ts'
import { contactsPermissions } from './permissions.ts'
import {
  downloadWrongRows,
  showPreviewImport,
  submitConfirmImport,
  submitLeaveOutErrors,
} from './preview-import/preview-import.handler.ts'
import { receiveOutbox } from './receive-outbox/receive-outbox.handler.ts'
import { submitQuietHour } from './record-quiet-hour/record-quiet-hour.handler.ts'
import { showRegisterContact, submitRegisterContact } from './register-contact/register-contact.handler.ts'
import { submitRemoveTally } from './remove-tally/remove-tally.handler.ts'
import {
  showCorrectionTerm,
  submitCorrectionTerm,
} from './set-correction-term/set-correction-term.handler.ts'
import { showStartImport, showTooLarge, submitStartImport } from './start-import/start-import.handler.ts'
import { showUndoImport, submitUndoImport } from './undo-import/undo-import.handler.ts'

const may = mayOf(contactsPermissions)
const oneImport = `${importAddress}/:id`

export const contactsRoutes: readonly Route[] = [
  route('GET', '/balie', may('contacts.register'), showRegisterContact),
  route('POST', '/balie', may('contacts.register'), submitRegisterContact),
  route('POST', '/balie/ontvangen', may('contacts.register'), receiveOutbox),
  route('GET', '/balie/druk', may('contacts.register'), showCountRush),
  route('POST', '/balie/druk', may('contacts.register'), submitCountRush),
  route('GET', '/balie/turflijst', may('contacts.register'), showEnterTally),
  route('POST', '/balie/turflijst', may('contacts.register'), submitEnterTally),
  route('POST', '/balie/turflijst/:id/verwijderen', may('contacts.register'), submitRemoveTally),
  route('POST', '/balie/stil-uur', may('contacts.register'), submitQuietHour),
  route('GET', '/balie/registraties', may('contacts.register'), showListContacts),
  route('GET', '/balie/contacten/:id', may('contacts.register'), showCorrectContact),
  route('POST', '/balie/contacten/:id', may('contacts.register'), submitCorrectContact),
  route('POST', '/balie/contacten/:id/verwijderen', may('contacts.register'), submitDeleteContact),
  route('GET', exportAddress, may('contacts.export'), showAskExport),
  route('POST', exportAddress, may('contacts.export'), submitAskExport),
  route('GET', `${exportAddress}/:id`, may('contacts.export'), showExport),
  route('GET', `${exportAddress}/:id/voortgang`, may('contacts.export'), showExportProgress),
  route('POST', `${exportAddress}/:id/opnieuw`, may('contacts.export'), submitRetryExport),
  route('GET', `${exportAddress}/:id/bestand`, may('contacts.export'), fetchExport),
  route('GET', '/beheer/correcties', may('contacts.set-correction-term'), showCorrectionTerm),
  route('POST', '/beheer/correcties', may('contacts.set-correction-term'), submitCorrectionTerm),
  route('GET', importAddress, may('contacts.import'), showStartImport),
  route('POST', importAddress, may('contacts.import'), submitStartImport, {
    // The file, with room for what a form adds around it.
    largestBody: importLimits.bytes + 64 * 1024,
    tooLarge: showTooLarge,
  }),
  route('GET', oneImport, may('contacts.import'), showImport),
  route('GET', `${oneImport}/voortgang`, may('contacts.import'), showImportProgress),
  route('POST', `${oneImport}/opnieuw`, may('contacts.import'), submitRetryImport),
  route('POST', `${oneImport}/stoppen`, may('contacts.import'), submitStopImport),
  route('GET', `${oneImport}/kolommen`, may('contacts.import'), showChooseColumns),
  route('POST', `${oneImport}/kolommen`, may('contacts.import'), submitChooseColumns),
  route('GET', `${oneImport}/antwoorden`, may('contacts.import'), showChooseAnswers),
  route('POST', `${oneImport}/antwoorden`, may('contacts.import'), submitChooseAnswers),
  route('GET', `${oneImport}/controle`, may('contacts.import'), showPreviewImport),
  route('GET', `${oneImport}/weggelaten.csv`, may('contacts.import'), downloadWrongRows),
  route('POST', `${oneImport}/fouten-weglaten`, may('contacts.import'), submitLeaveOutErrors),
  route('GET', `${oneImport}/regels/:number`, may('contacts.import'), showMendRow),
  route('POST', `${oneImport}/regels/:number`, may('contacts.import'), submitMendRow),
  route('POST', `${oneImport}/regels/:number/weglaten`, may('contacts.import'), submitLeaveOutRow),
  route('POST', `${oneImport}/inlezen`, may('contacts.import'), submitConfirmImport),
  route('GET', `${oneImport}/ongedaan`, may('contacts.import'), showUndoImport),
  route('POST', `${oneImport}/ongedaan`, may('contacts.import'), submitUndoImport),
]
