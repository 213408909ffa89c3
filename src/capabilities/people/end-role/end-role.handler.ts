import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { daySent } from '../../../platform/http/date-fields.ts'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { findOrganisations } from '../../organisations/public.ts'
import { findPerson } from '../change-person/change-person.query.ts'
import { findRoles, isLastAdministrator, namePlacesOfRoles } from '../find-roles/find-roles.query.ts'
import { peoplePermissions } from '../permissions.ts'
import { endRole } from './end-role.command.ts'
import { endRoleForm } from './end-role.form.ts'
import { endRolePage } from './end-role.page.tsx'

export async function showEndRole(request: WebRequest): Promise<Reply> {
  const { page } = await prepare(request)
  return showPage(endRolePage(page))
}

export async function submitEndRole(request: WebRequest): Promise<Reply> {
  const { t } = request
  const { scope, today, libraryId, isLast, page: stored } = await prepare(request)
  const form = await request.form()
  const page = { ...stored, form }
  const sent = { when: form.text('when'), until: daySent(form, 'until') }
  const parsed = parseForm(endRoleForm(today), sent, t)
  if (!parsed.ok) return showAgain(endRolePage({ ...page, errors: parsed.errors }))
  if (isLast) {
    const errors = [{ id: 'when', message: t('people.error.last-administrator') }]
    return showAgain(endRolePage({ ...page, errors }))
  }
  await request.database.write(scope, (tx) =>
    endRole(tx, scope, page.held, libraryId, parsed.value, request.clock.now()),
  )
  return seeOther(`/beheer/mensen/${page.person.id}?bewaard=ja`)
}

async function prepare(request: WebRequest) {
  const scope = request.actor.administrationScope(peoplePermissions['people.administer'])
  const today = localDay(request.clock.now())
  return request.database.read(scope, async (db) => {
    const person = foundOrRefuse(await findPerson(db, scope, request.idParam('person')))
    const roles = await findRoles(db, scope, [person.id], today)
    const held = foundOrRefuse(roles.find(({ id }) => id === request.param('role')))
    const [organisation] = await findOrganisations(db, scope, [held.organisationId])
    return {
      scope,
      today,
      libraryId: organisation?.kind === 'library' ? organisation.id : undefined,
      isLast: await isLastAdministrator(db, scope, { roleId: held.id }, today),
      page: {
        t: request.t,
        person,
        held,
        places: await namePlacesOfRoles(db, scope, [held]),
        form: new FormFields([]),
        errors: [],
      },
    }
  })
}
