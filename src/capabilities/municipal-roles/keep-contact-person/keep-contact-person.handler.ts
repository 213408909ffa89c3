import { dayFields } from '../../../platform/http/date-fields.ts'
import { municipalityAddress } from '../../organisations/public.ts'
import { keep } from '../keeping.ts'
import { findContactPersons } from '../list-contact-persons/list-contact-persons.query.ts'
import { municipalContext } from '../municipal-context.ts'
import { addContactPerson, changeContactPerson } from './keep-contact-person.command.ts'
import { contactPersonFields, contactPersonForm, contactPersonSent } from './keep-contact-person.form.ts'
import { contactPersonPage } from './keep-contact-person.page.tsx'

/** Who speaks for a municipality, one by one. */
export const contactPersonHandlers = keep({
  prepare: municipalContext,
  param: 'person',
  find: async (db, { scope, municipality }, id) =>
    (await findContactPersons(db, scope, { municipalityCodes: [municipality.code] })).find(
      (each) => each.id === id,
    ),
  form: () => contactPersonForm,
  sent: contactPersonSent,
  fields: contactPersonFields,
  begin: (_request, { today }) => dayFields('fromDay', today),
  page: contactPersonPage,
  add: (tx, { scope, municipality }, id, facts, now) =>
    addContactPerson(tx, scope, { municipalityCode: municipality.code }, id, facts, now),
  change: (tx, { scope, municipality }, at, facts, now) =>
    changeContactPerson(tx, scope, { municipalityCode: municipality.code }, at, facts, now),
  after: ({ municipality }) =>
    municipalityAddress('/sturing/contactpersonen', municipality, { bericht: 'bewaard' }),
})
