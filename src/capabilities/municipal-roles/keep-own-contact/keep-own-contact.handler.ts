import { dayFields } from '../../../platform/http/date-fields.ts'
import { addContactPerson, changeContactPerson } from '../keep-contact-person/keep-contact-person.command.ts'
import { contactPersonFields } from '../keep-contact-person/keep-contact-person.form.ts'
import { keep } from '../keeping.ts'
import { findContactPersons } from '../list-contact-persons/list-contact-persons.query.ts'
import { meetingContext } from '../meeting-desk.ts'
import { choicesOf, ownContactForm, ownContactSent } from './keep-own-contact.form.ts'
import { ownContactPage } from './keep-own-contact.page.tsx'

/** Who speaks for a library or a desk of it, one by one. */
export const ownContactHandlers = keep({
  prepare: meetingContext,
  param: 'person',
  find: async (db, context, id) => {
    const persons = await findContactPersons(db, context.scope, {
      libraryIds: context.libraries.map((library) => library.id),
    })
    const own = choicesOf(context).map(({ of }) => ('deskId' in of ? of.deskId : null))
    return persons.find((each) => each.id === id && own.includes(each.deskId))
  },
  form: ownContactForm,
  sent: ownContactSent,
  fields: contactPersonFields,
  begin: (_request, context) => [
    ['desk', choicesOf(context)[0]?.value ?? ''],
    ...dayFields('fromDay', context.today),
  ],
  page: ownContactPage,
  add: (tx, { scope }, id, { of, facts }, now) => addContactPerson(tx, scope, of, id, facts, now),
  change: (tx, { scope }, at, { of, facts }, now) => changeContactPerson(tx, scope, of, at, facts, now),
  after: () => '/balie/gemeente?bericht=bewaard',
})
