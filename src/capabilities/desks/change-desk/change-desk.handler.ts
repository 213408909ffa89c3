import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { formErrorOf, parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { findOrganisations } from '../../organisations/public.ts'
import { deskConstraints, deskForm, deskSent } from '../add-desk/add-desk.form.ts'
import { findDeskFormChoices } from '../add-desk/add-desk.query.ts'
import { desksPermissions } from '../permissions.ts'
import { changeDesk } from './change-desk.command.ts'
import { type ChangeDeskPage, changeDeskPage } from './change-desk.page.tsx'
import { type DeskDetails, findDeskDetails, findPlaces } from './change-desk.query.ts'

export async function showDesk(request: WebRequest): Promise<Reply> {
  const { page } = await prepareDeskPage(request)
  return showPage(changeDeskPage({ ...page, saved: request.query('bewaard') !== '' }))
}

export async function submitChangeDesk(request: WebRequest): Promise<Reply> {
  const { t } = request
  const { scope, page: stored } = await prepareDeskPage(request)
  const form = await request.form()
  const page = { ...stored, form }
  const parsed = parseForm(deskForm, deskSent(form), t)
  if (!parsed.ok) return showAgain(changeDeskPage({ ...page, errors: parsed.errors }))
  const input = parsed.value
  if (input.mother && !page.choices.mothers.some(({ id }) => id === input.mother))
    return showAgain(
      changeDeskPage({ ...page, errors: [{ id: 'mother', message: t('desks.error.mother') }] }),
    )
  try {
    await request.database.write(scope, (tx) => changeDesk(tx, scope, page.desk, input, request.clock.now()))
    return seeOther(`/beheer/informatiepunten/${page.desk.id}?bewaard=ja`)
  } catch (error) {
    return showAgain(changeDeskPage({ ...page, errors: [formErrorOf(error, deskConstraints, t)] }))
  }
}

/** Everything that the page of a desk shows, as it stands in the database. */
export async function prepareDeskPage(
  request: WebRequest,
): Promise<{ scope: AdministrationScope; page: ChangeDeskPage }> {
  const scope = request.actor.administrationScope(desksPermissions['desks.administer'])
  const today = localDay(request.clock.now())
  return request.database.read(scope, async (db) => {
    const desk = foundOrRefuse(await findDeskDetails(db, scope, request.idParam('desk')))
    const [library] = await findOrganisations(db, scope, [desk.libraryId])
    return {
      scope,
      page: {
        t: request.t,
        desk,
        libraryName: library?.name ?? '',
        form: fieldsOf(desk),
        placeForm: new FormFields([]),
        errors: [],
        choices: await findDeskFormChoices(db, scope, desk.libraryId, today, desk.id),
        places: await findPlaces(db, scope, desk.id),
        saved: false,
      },
    }
  })
}

function fieldsOf(desk: DeskDetails): FormFields {
  return new FormFields([
    ['name', desk.name],
    ['kind', desk.kind],
    ['municipality', desk.municipality],
    ['mother', desk.mother ?? ''],
    ['street', desk.street ?? ''],
    ['house-number', desk.houseNumber ?? ''],
    ['postcode', desk.postcode ?? ''],
    ['town', desk.town ?? ''],
    ['active', desk.active ? 'yes' : 'no'],
  ])
}
