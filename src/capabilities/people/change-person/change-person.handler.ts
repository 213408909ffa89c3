import { hashPassword } from '../../../platform/auth/password.ts'
import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { findOrganisations } from '../../organisations/public.ts'
import { findHomeLibrary } from '../find-home-library/find-home-library.query.ts'
import { findRoles, isLastAdministrator, namePlacesOfRoles } from '../find-roles/find-roles.query.ts'
import { peoplePermissions } from '../permissions.ts'
import { startPasswordPage } from '../start-password.page.tsx'
import { makeStartPassword } from '../start-password.ts'
import { changePerson, givePassword } from './change-person.command.ts'
import { changePersonForm } from './change-person.form.ts'
import { type ChangePersonPage, changePersonPage } from './change-person.page.tsx'
import { findPerson, type PersonDetails } from './change-person.query.ts'

export async function showPerson(request: WebRequest): Promise<Reply> {
  const { page } = await prepare(request)
  return showPage(changePersonPage({ ...page, saved: request.query('bewaard') !== '' }))
}

export async function submitChangePerson(request: WebRequest): Promise<Reply> {
  const { t } = request
  const { scope, person, page: stored } = await prepareChange(request)
  const form = await request.form()
  const page = { ...stored, form }
  const parsed = parseForm(
    changePersonForm,
    { name: form.text('name'), active: form.text('active') !== 'no' },
    t,
  )
  if (!parsed.ok) return showAgain(changePersonPage({ ...page, errors: parsed.errors }))
  if (!parsed.value.active) {
    const last = await request.database.read(scope, (db) =>
      isLastAdministrator(db, scope, { accountId: person.id }, localDay(request.clock.now())),
    )
    const objection = page.self ? 'people.error.own-account' : last ? 'people.error.last-administrator' : null
    if (objection)
      return showAgain(changePersonPage({ ...page, errors: [{ id: 'active', message: t(objection) }] }))
  }
  await request.database.write(scope, (tx) =>
    changePerson(tx, scope, person, parsed.value, request.clock.now()),
  )
  return seeOther(`/beheer/mensen/${person.id}?bewaard=ja`)
}

export async function submitGivePassword(request: WebRequest): Promise<Reply> {
  const { scope, person, page } = await prepareChange(request)
  // One's own goes by way of the old one, so that an open screen alone does not hand over the account.
  if (page.self) refuse('not-allowed')
  const password = makeStartPassword()
  const hash = await hashPassword(password)
  await request.database.write(scope, (tx) => givePassword(tx, scope, person, hash, request.clock.now()))
  return showPage(startPasswordPage({ t: request.t, person: page.person, password }))
}

async function prepareChange(request: WebRequest) {
  const prepared = await prepare(request)
  if (!prepared.page.person.changeable) refuse('not-allowed')
  return prepared
}

async function prepare(request: WebRequest): Promise<{
  scope: AdministrationScope
  person: { id: string; libraryId: string | undefined }
  page: ChangePersonPage
}> {
  const scope = request.actor.administrationScope(peoplePermissions['people.administer'])
  const today = localDay(request.clock.now())
  return request.database.read(scope, async (db) => {
    const person = foundOrRefuse(await findPerson(db, scope, request.idParam('person')))
    const roles = await findRoles(db, scope, [person.id], today)
    const [organisation] = await findOrganisations(db, scope, [person.organisationId])
    return {
      scope,
      person: {
        id: person.id,
        libraryId: await findHomeLibrary(db, scope, person.id),
      },
      page: {
        t: request.t,
        person,
        organisationName: organisation?.name ?? '',
        self: person.id === request.actor.accountId,
        roles,
        places: await namePlacesOfRoles(db, scope, roles),
        form: fieldsOf(person),
        errors: [],
        saved: false,
      },
    }
  })
}

function fieldsOf(person: PersonDetails): FormFields {
  return new FormFields([
    ['name', person.name],
    ['active', person.active ? 'yes' : 'no'],
  ])
}
