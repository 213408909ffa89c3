import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { dayFields, daySent } from '../../../platform/http/date-fields.ts'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { findPerson } from '../change-person/change-person.query.ts'
import { findRoles } from '../find-roles/find-roles.query.ts'
import { peoplePermissions } from '../permissions.ts'
import { assignRole } from './assign-role.command.ts'
import { assignRoleForm } from './assign-role.form.ts'
import { assignRolePage } from './assign-role.page.tsx'
import { findRolesToGive } from './assign-role.query.ts'

export async function showAssignRole(request: WebRequest): Promise<Reply> {
  const { today, person, choices } = await prepare(request)
  const form = new FormFields(dayFields('from', today))
  return showPage(assignRolePage({ t: request.t, person, choices, form, errors: [] }))
}

export async function submitAssignRole(request: WebRequest): Promise<Reply> {
  const { t } = request
  const { scope, today, person, held, choices } = await prepare(request)
  const organisation = foundOrRefuse(choices.organisation)
  const form = await request.form()
  const page = { t, person, choices, form }
  const sent = { role: form.text('role'), desk: form.text('desk'), from: daySent(form, 'from') }
  const parsed = parseForm(assignRoleForm(choices, today), sent, t)
  if (!parsed.ok) return showAgain(assignRolePage({ ...page, errors: parsed.errors }))
  const { role, desk: deskId, from } = parsed.value
  const hasIt = held.some(
    (each) =>
      each.role === role &&
      each.organisationId === organisation.id &&
      each.deskId === deskId &&
      (each.validUntil === null || each.validUntil >= from),
  )
  if (hasIt) {
    const errors = [{ id: 'role', message: t('people.error.has-role') }]
    return showAgain(assignRolePage({ ...page, errors }))
  }
  const given = { accountId: person.id, role, organisation, deskId, from }
  await request.database.write(scope, (tx) => assignRole(tx, scope, given, request.clock.now()))
  return seeOther(`/beheer/mensen/${person.id}?bewaard=ja`)
}

async function prepare(request: WebRequest) {
  const scope = request.actor.administrationScope(peoplePermissions['people.administer'])
  const today = localDay(request.clock.now())
  return request.database.read(scope, async (db) => {
    const person = foundOrRefuse(await findPerson(db, scope, request.idParam('person')))
    return {
      scope,
      today,
      person,
      held: await findRoles(db, scope, [person.id], today),
      choices: await findRolesToGive(db, scope, request.query('organisatie')),
    }
  })
}
