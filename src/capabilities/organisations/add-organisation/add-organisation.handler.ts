import type { NationalScope } from '../../../platform/auth/scope.ts'
import { formErrorOf, parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { findMunicipalities } from '../find-municipalities/find-municipalities.query.ts'
import type { Municipality } from '../municipality.ts'
import { kindOfSlug, type OrganisationKind } from '../organisation.ts'
import { organisationsPermissions } from '../permissions.ts'
import { addOrganisation } from './add-organisation.command.ts'
import { organisationConstraints, organisationForm, organisationSent } from './add-organisation.form.ts'
import { addOrganisationPage, chooseKindPage, kindsToAdd } from './add-organisation.page.tsx'

export async function showAddOrganisation(request: WebRequest): Promise<Reply> {
  const { kind, municipalities } = await prepare(request)
  if (!kind) return showPage(chooseKindPage({ t: request.t }))
  return showPage(
    addOrganisationPage({ t: request.t, kind, form: new FormFields([]), errors: [], municipalities }),
  )
}

export async function submitAddOrganisation(request: WebRequest): Promise<Reply> {
  const { scope, kind, municipalities } = await prepare(request)
  if (!kind) return showPage(chooseKindPage({ t: request.t }))
  const form = await request.form()
  const page = { t: request.t, kind, form, municipalities }
  const parsed = parseForm(organisationForm, organisationSent(form, kind), request.t)
  if (!parsed.ok) return showAgain(addOrganisationPage({ ...page, errors: parsed.errors }))
  try {
    const id = await request.database.write(scope, (tx) =>
      addOrganisation(tx, scope, parsed.value, request.clock.now()),
    )
    return seeOther(`/beheer/organisaties/${id}?bewaard=ja`)
  } catch (error) {
    const errors = [formErrorOf(error, organisationConstraints, request.t)]
    return showAgain(addOrganisationPage({ ...page, errors }))
  }
}

async function prepare(
  request: WebRequest,
): Promise<{ scope: NationalScope; kind: OrganisationKind | undefined; municipalities: Municipality[] }> {
  const scope = request.actor.nationalScope(organisationsPermissions['organisations.administer'])
  const asked = kindOfSlug(request.query('soort'))
  const kind = kindsToAdd.find((each) => each === asked)
  const today = localDay(request.clock.now())
  const municipalities = await request.database.read(scope, (db) => findMunicipalities(db, scope, today))
  return { scope, kind, municipalities }
}
