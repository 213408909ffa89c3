import { mayOf, type Route, route } from '../../platform/http/route.ts'
import { contactsPermissions } from './permissions.ts'
import { receiveOutbox } from './receive-outbox/receive-outbox.handler.ts'
import { showRegisterContact, submitRegisterContact } from './register-contact/register-contact.handler.ts'

const may = mayOf(contactsPermissions)

export const contactsRoutes: readonly Route[] = [
  route('GET', '/balie', may('contacts.register'), showRegisterContact),
  route('POST', '/balie', may('contacts.register'), submitRegisterContact),
  route('POST', '/balie/ontvangen', may('contacts.register'), receiveOutbox),
]
