import { formErrorOf, parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { findOrganisations, findOrganisationsOfKinds } from '../../organisations/public.ts'
import { desksPermissions } from '../permissions.ts'
import { addDesk } from './add-desk.command.ts'
import { deskConstraints, deskForm, deskSent } from './add-desk.form.ts'
import { addDeskPage, chooseLibraryPage } from './add-desk.page.tsx'
import { findDeskFormChoices } from './add-desk.query.ts'

export async function showAddDesk(request: WebRequest): Promise<Reply> {
  const { t } = request
  const { libraries, library, choices } = await prepare(request)
  if (!library || !choices) return showPage(chooseLibraryPage({ t, libraries }))
  return showPage(addDeskPage({ t, library, form: new FormFields([]), errors: [], choices }))
}

export async function submitAddDesk(request: WebRequest): Promise<Reply> {
  const { t } = request
  const { scope, libraries, library, choices } = await prepare(request)
  if (!library || !choices) return showPage(chooseLibraryPage({ t, libraries }))
  const form = await request.form()
  const page = { t, library, form, choices }
  const parsed = parseForm(deskForm, deskSent(form), t)
  if (!parsed.ok) return showAgain(addDeskPage({ ...page, errors: parsed.errors }))
  const input = parsed.value
  if (input.mother && !choices.mothers.some(({ id }) => id === input.mother))
    return showAgain(addDeskPage({ ...page, errors: [{ id: 'mother', message: t('desks.error.mother') }] }))
  try {
    const id = await request.database.write(scope, (tx) =>
      addDesk(tx, scope, library.id, input, request.clock.now()),
    )
    return seeOther(`/beheer/informatiepunten/${id}?bewaard=ja`)
  } catch (error) {
    return showAgain(addDeskPage({ ...page, errors: [formErrorOf(error, deskConstraints, t)] }))
  }
}

/** A library adds to itself; the nation says to which library, among those in use. */
async function prepare(request: WebRequest) {
  const scope = request.actor.administrationScope(desksPermissions['desks.administer'])
  return request.database.read(scope, async (db) => {
    const libraries =
      scope.kind === 'library'
        ? await findOrganisations(db, scope, [scope.libraryId])
        : await findOrganisationsOfKinds(db, scope, ['library'])
    const library =
      scope.kind === 'library'
        ? libraries[0]
        : libraries.find(({ id }) => id === request.query('bibliotheek'))
    const today = localDay(request.clock.now())
    const choices = library && (await findDeskFormChoices(db, scope, library.id, today))
    return { scope, libraries, library, choices }
  })
}
