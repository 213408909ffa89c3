import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { versionSent } from '../../../platform/http/newer-version.ts'
import { type Reply, seeOther, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { partnerAddress } from '../entry-form.page.tsx'
import { findContactPersons, findPartner } from '../find-partner/find-partner.query.ts'
import { keepingScope, ownerOf } from '../keeping-scope.ts'
import { saveEntry } from '../save-entry.ts'
import { addContactPerson, changeContactPerson, removeContactPerson } from './keep-contact-person.command.ts'
import { contactPersonFields, contactPersonForm, contactPersonSent } from './keep-contact-person.form.ts'
import { keepContactPersonPage } from './keep-contact-person.page.tsx'

// A library has its own people to call at every organisation, also at one that everybody shares.

export async function showAddContactPerson(request: WebRequest): Promise<Reply> {
  const { page } = await prepare(request)
  return showPage(keepContactPersonPage({ ...page, form: new FormFields([]), errors: [] }))
}

export async function submitAddContactPerson(request: WebRequest): Promise<Reply> {
  const { t } = request
  const { scope, page } = await prepare(request)
  return saveEntry({
    t,
    form: await request.form(),
    parse: (form) => parseForm(contactPersonForm, contactPersonSent(form), t),
    page: (sent) => keepContactPersonPage({ ...page, ...sent }),
    save: (facts) =>
      request.database.write(scope, (tx) =>
        addContactPerson(
          tx,
          scope,
          { partnerId: page.partner.id, libraryId: ownerOf(scope) },
          facts,
          request.clock.now(),
        ),
      ),
    done: () => partnerAddress(page.partner, '?bewaard=ja'),
  })
}

export async function showChangeContactPerson(request: WebRequest): Promise<Reply> {
  const { page, person } = await findOwnPerson(request)
  return showPage(
    keepContactPersonPage({ ...page, personId: person.id, form: contactPersonFields(person), errors: [] }),
  )
}

export async function submitChangeContactPerson(request: WebRequest): Promise<Reply> {
  const { t } = request
  const { scope, page, person } = await findOwnPerson(request)
  return saveEntry({
    t,
    form: await request.form(),
    parse: (form) => parseForm(contactPersonForm, contactPersonSent(form), t),
    page: (sent) => keepContactPersonPage({ ...page, personId: person.id, ...sent }),
    save: (facts, version) =>
      request.database.write(scope, (tx) =>
        changeContactPerson(tx, scope, { ...person, version }, facts, request.clock.now()),
      ),
    done: () => partnerAddress(page.partner, '?bewaard=ja'),
    stored: async () => contactPersonFields((await findOwnPerson(request)).person),
  })
}

export async function submitRemoveContactPerson(request: WebRequest): Promise<Reply> {
  const { scope, page, person } = await findOwnPerson(request)
  const version = versionSent(await request.form())
  await request.database.write(scope, (tx) =>
    removeContactPerson(tx, scope, { ...person, version }, request.clock.now()),
  )
  return seeOther(partnerAddress(page.partner, '?bewaard=ja'))
}

async function prepare(request: WebRequest) {
  const scope = keepingScope(request.actor)
  const partner = foundOrRefuse(
    await request.database.read(scope, (db) => findPartner(db, scope, request.idParam('partner'))),
  )
  if (scope.kind === 'nation' && partner.libraryId !== null) refuse('not-found')
  return { scope, page: { t: request.t, partner, isNation: scope.kind === 'nation' } }
}

async function findOwnPerson(request: WebRequest) {
  const { scope, page } = await prepare(request)
  const id = request.idParam('person')
  const persons = await request.database.read(scope, (db) => findContactPersons(db, scope, page.partner.id))
  const person = persons.find((one) => one.id === id && one.libraryId === ownerOf(scope))
  return { scope, page, person: foundOrRefuse(person) }
}
