import type { NationalScope } from '../../../platform/auth/scope.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { formErrorOf, parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import {
  organisationConstraints,
  organisationForm,
  organisationSent,
} from '../add-organisation/add-organisation.form.ts'
import { findMunicipalities } from '../find-municipalities/find-municipalities.query.ts'
import type { Municipality } from '../municipality.ts'
import { organisationsPermissions } from '../permissions.ts'
import { changeOrganisation } from './change-organisation.command.ts'
import { changeOrganisationPage } from './change-organisation.page.tsx'
import { findOrganisationDetails, type OrganisationDetails } from './change-organisation.query.ts'

export async function showOrganisation(request: WebRequest): Promise<Reply> {
  const { organisation, municipalities } = await prepare(request)
  const form = new FormFields([
    ['name', organisation.name],
    ['isil', organisation.isil ?? ''],
    ['active', organisation.active ? 'yes' : 'no'],
    ...organisation.municipalities.map((code) => ['municipalities', code] as const),
    ...organisation.provinces.map((code) => ['provinces', code] as const),
  ])
  const saved = request.query('bewaard') !== ''
  return showPage(
    changeOrganisationPage({ t: request.t, organisation, form, errors: [], municipalities, saved }),
  )
}

export async function submitChangeOrganisation(request: WebRequest): Promise<Reply> {
  const { scope, organisation, municipalities } = await prepare(request)
  const form = await request.form()
  const page = { t: request.t, organisation, form, municipalities, saved: false }
  const sent = {
    ...organisationSent(form, organisation.kind),
    municipality: organisation.municipality ?? '',
  }
  const parsed = parseForm(organisationForm, sent, request.t)
  if (!parsed.ok) return showAgain(changeOrganisationPage({ ...page, errors: parsed.errors }))
  try {
    await request.database.write(scope, (tx) =>
      changeOrganisation(tx, scope, organisation.id, parsed.value, request.clock.now()),
    )
    return seeOther(`/beheer/organisaties/${organisation.id}?bewaard=ja`)
  } catch (error) {
    const errors = [formErrorOf(error, organisationConstraints, request.t)]
    return showAgain(changeOrganisationPage({ ...page, errors }))
  }
}

async function prepare(
  request: WebRequest,
): Promise<{ scope: NationalScope; organisation: OrganisationDetails; municipalities: Municipality[] }> {
  const scope = request.actor.nationalScope(organisationsPermissions['organisations.administer'])
  const today = localDay(request.clock.now())
  return request.database.read(scope, async (db) => ({
    scope,
    organisation: foundOrRefuse(await findOrganisationDetails(db, scope, request.idParam('organisation'))),
    municipalities: await findMunicipalities(db, scope, today),
  }))
}
