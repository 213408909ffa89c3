import { parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { typedOver, versionSent } from '../../../platform/http/newer-version.ts'
import { type Reply, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import {
  findLibrariesWorkingIn,
  findMunicipalities,
  findOrganisationsOfKinds,
} from '../../organisations/public.ts'
import { goOn, type OwnAgreement, ownAgreement, placeOf, stepsOf } from '../drafting.ts'
import { inSentence } from '../written-agreement.ts'
import { chooseParties } from './choose-parties.command.ts'
import { partiesForm, partiesSent } from './choose-parties.form.ts'
import { partiesPage } from './choose-parties.page.tsx'

export async function showParties(request: WebRequest): Promise<Reply> {
  const { page } = await prepare(request)
  return showPage(partiesPage({ ...page, saved: request.query('bericht') === 'bewaard', errors: [] }))
}

export async function submitParties(request: WebRequest): Promise<Reply> {
  const { own, page } = await prepare(request)
  const form = await request.form()
  const parsed = parseForm(partiesForm(own.agreement.kind, page.choices), partiesSent(form), request.t)
  if (!parsed.ok) return showAgain(partiesPage({ ...page, form, errors: parsed.errors }))
  const outcome = await request.database.write(own.scope, (tx) =>
    chooseParties(
      tx,
      own.scope,
      { id: own.agreement.id, version: versionSent(form) },
      parsed.value,
      request.clock.now(),
    ),
  )
  if (outcome === 'kept') return goOn(request, form, '/partijen')
  if (outcome === 'agreed')
    return showAgain(
      partiesPage({
        ...page,
        form,
        errors: [{ id: 'library', message: request.t('agreements.error.agreed-parties') }],
      }),
    )
  const now = await prepare(request)
  const { t } = request
  const { agreement } = now.own
  return {
    kind: 'page',
    status: 409,
    page: partiesPage({
      ...now.page,
      form: typedOver(form, agreement.version),
      stored: [
        { term: t('agreements.field.library'), text: agreement.library },
        { term: t('agreements.field.municipalities'), text: inSentence(agreement.partyNames) },
      ],
      errors: [{ id: 'meanwhile', message: t('agreements.error.meanwhile') }],
    }),
  }
}

async function prepare(request: WebRequest) {
  const own = await ownAgreement(request)
  const { scope, agreement } = own
  const found = await request.database.read(scope, async (db) => {
    const libraries = await findOrganisationsOfKinds(db, scope, ['library'])
    const municipalities = await findMunicipalities(db, scope, localDay(request.clock.now()))
    return {
      choices: {
        libraries,
        municipalities: municipalities.filter(({ code }) => code !== agreement.municipalityCode),
      },
      nearby: await findLibrariesWorkingIn(db, scope, agreement.municipalityCode),
    }
  })
  return { own, page: { ...pageOf(request, own), ...found } }
}

const pageOf = (request: WebRequest, own: OwnAgreement) => ({
  t: request.t,
  language: request.language,
  agreement: own.agreement,
  place: placeOf(stepsOf(own), '/partijen'),
  form: new FormFields([
    ['library', own.agreement.libraryId ?? ''],
    ['municipalities', own.agreement.partyNames.join('\n')],
    ['version', String(own.agreement.version)],
  ]),
})
