import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import { foundOrRefuse, Refusal, refuse } from '../../../platform/errors/refusals.ts'
import { type FormError, formErrorOf, parseForm } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { findOrganisations } from '../../organisations/public.ts'
import { deskConstraints, deskForm, deskSent } from '../add-desk/add-desk.form.ts'
import { findDeskFormChoices, findDeskProblems } from '../add-desk/add-desk.query.ts'
import { sayProblems } from '../address-check.ts'
import { leaveOldPoint, sameAddress } from '../desk.ts'
import { deskFields, mergeFields, readShown, writeShown } from '../desk-fields.ts'
import { desksPermissions } from '../permissions.ts'
import { addressLine } from '../venue.ts'
import { changeDesk } from './change-desk.command.ts'
import { type ChangeDeskPage, changeDeskPage } from './change-desk.page.tsx'
import { findDeskDetails, findDeskNames } from './change-desk.query.ts'

export async function showDesk(request: WebRequest): Promise<Reply> {
  const { page } = await prepareDeskPage(request)
  return showPage(changeDeskPage({ ...page, saved: request.query('bewaard') !== '' }))
}

export async function submitChangeDesk(request: WebRequest): Promise<Reply> {
  const { t } = request
  const { scope, page: stored } = await prepareDeskPage(request)
  const { desk } = stored
  const form = await request.form()
  const shown = form.text('shown')
  if (shown !== stored.shown) return showMeanwhile(stored, form)
  const again = (errors: readonly FormError[], asksWhyMoved = form.has('address-change')): Reply =>
    showAgain(changeDeskPage({ ...stored, form, errors, asksWhyMoved }))

  const today = localDay(request.clock.now())
  const parsed = parseForm(deskForm(today), deskSent(form), t)
  if (!parsed.ok) return again(parsed.errors)
  const input = leaveOldPoint(parsed.value, desk)
  const problems = await request.database.read(scope, (db) =>
    findDeskProblems(db, scope, input, stored.choices, today),
  )
  if (problems.length > 0) return again(sayProblems(problems, t))

  // Only who changed it knows whether visitors must go elsewhere from now on.
  const isMove = desk.active && !sameAddress(input, desk) && addressLine(desk) !== ''
  const why = form.text('address-change')
  if (isMove && why !== 'moved' && why !== 'mended')
    return again([{ id: 'address-change', message: t('desks.error.address-change') }], true)
  const moved = isMove && why === 'moved'
  try {
    await request.database.write(scope, (tx) =>
      changeDesk(tx, scope, desk, input, request.clock.now(), { moved, shown }),
    )
    return seeOther(`/beheer/informatiepunten/${desk.id}?bewaard=ja`)
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'conflict')
      return showMeanwhile((await prepareDeskPage(request)).page, form)
    return again([formErrorOf(error, deskConstraints, t)])
  }
}

/** Somebody else was first: what he changed, beside what was typed here, of which nothing is lost. */
function showMeanwhile(stored: ChangeDeskPage, typed: FormFields): Reply {
  const { t } = stored
  const shown = readShown(typed.text('shown')) ?? refuse('conflict')
  const { differences, merged } = mergeFields(shown, stored.form, typed)
  const error = { id: 'meanwhile', message: t('desks.error.changed-meanwhile') }
  return showAgain(changeDeskPage({ ...stored, form: merged, meanwhile: differences, errors: [error] }))
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
    const names = await findDeskNames(db, scope, desk.successor ? [desk.successor] : [])
    const form = deskFields(desk)
    return {
      scope,
      page: {
        t: request.t,
        language: request.language,
        desk,
        libraryName: library?.name ?? '',
        keepsHours: request.actor.desksFor(desksPermissions['desks.keep-hours']).includes(desk.id),
        successorName: desk.successor ? names.get(desk.successor) : undefined,
        form,
        shown: writeShown(form),
        errors: [],
        choices: await findDeskFormChoices(db, scope, desk.libraryId, today, desk),
        saved: false,
      },
    }
  })
}
