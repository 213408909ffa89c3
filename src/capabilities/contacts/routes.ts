import { mayOf, type Route, route } from '../../platform/http/route.ts'
import { showCorrectContact, submitCorrectContact } from './correct-contact/correct-contact.handler.ts'
import { showCountRush, submitCountRush } from './count-rush/count-rush.handler.ts'
import { submitDeleteContact } from './delete-contact/delete-contact.handler.ts'
import { showEnterTally, submitEnterTally } from './enter-tally/enter-tally.handler.ts'
import { showListContacts } from './list-contacts/list-contacts.handler.ts'
import { contactsPermissions } from './permissions.ts'
import { receiveOutbox } from './receive-outbox/receive-outbox.handler.ts'
import { submitQuietHour } from './record-quiet-hour/record-quiet-hour.handler.ts'
import { showRegisterContact, submitRegisterContact } from './register-contact/register-contact.handler.ts'
import { submitRemoveTally } from './remove-tally/remove-tally.handler.ts'
import {
  showCorrectionTerm,
  submitCorrectionTerm,
} from './set-correction-term/set-correction-term.handler.ts'

const may = mayOf(contactsPermissions)

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
  route('GET', '/beheer/correcties', may('contacts.set-correction-term'), showCorrectionTerm),
  route('POST', '/beheer/correcties', may('contacts.set-correction-term'), submitCorrectionTerm),
]
