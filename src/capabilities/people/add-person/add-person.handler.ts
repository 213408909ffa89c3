import { hashPassword } from '../../../platform/auth/password.ts'
import { formErrorOf, parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { findRolesToGive } from '../assign-role/assign-role.query.ts'
import { peoplePermissions } from '../permissions.ts'
import { startPasswordPage } from '../start-password.page.tsx'
import { makeStartPassword } from '../start-password.ts'
import { addPerson } from './add-person.command.ts'
import { addPersonForm, personConstraints } from './add-person.form.ts'
import { addPersonPage, chooseOrganisationPage } from './add-person.page.tsx'

export async function showAddPerson(request: WebRequest): Promise<Reply> {
  const { t } = request
  const { choices } = await prepare(request)
  const { organisation } = choices
  if (!organisation) return showPage(chooseOrganisationPage({ t, organisations: choices.organisations }))
  return showPage(addPersonPage({ t, organisation, choices, form: new FormFields([]), errors: [] }))
}

export async function submitAddPerson(request: WebRequest): Promise<Reply> {
  const { t } = request
  const { scope, choices } = await prepare(request)
  const { organisation } = choices
  if (!organisation) return showPage(chooseOrganisationPage({ t, organisations: choices.organisations }))
  const form = await request.form()
  const page = { t, organisation, choices, form }
  const sent = Object.fromEntries(
    ['name', 'email', 'language', 'role', 'desk'].map((name) => [name, form.text(name)]),
  )
  const parsed = parseForm(addPersonForm(choices), sent, t)
  if (!parsed.ok) return showAgain(addPersonPage({ ...page, errors: parsed.errors }))
  const password = makeStartPassword()
  const input = { ...parsed.value, passwordHash: await hashPassword(password) }
  try {
    const id = await request.database.write(scope, (tx) =>
      addPerson(tx, scope, organisation, input, request.clock.now()),
    )
    return showPage(startPasswordPage({ t, person: { id, ...input }, password }))
  } catch (error) {
    return showAgain(addPersonPage({ ...page, errors: [formErrorOf(error, personConstraints, t)] }))
  }
}

async function prepare(request: WebRequest) {
  const scope = request.actor.administrationScope(peoplePermissions['people.administer'])
  const choices = await request.database.read(scope, (db) =>
    findRolesToGive(db, scope, request.query('organisatie')),
  )
  return { scope, choices }
}
