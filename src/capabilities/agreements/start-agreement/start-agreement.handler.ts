import { uuidv7 } from 'uuidv7'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { typedOver, versionSent } from '../../../platform/http/newer-version.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import { saysTheSame, sentBefore } from '../../../platform/http/sent-before.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { type GovernedMunicipality, governedMunicipality } from '../../organisations/public.ts'
import { agreementPath } from '../agreement.ts'
import { goOn, type OwnAgreement, ownAgreement, placeOf, stepsOf } from '../drafting.ts'
import { findAgreement } from '../find-agreements/find-agreements.query.ts'
import { agreementsPermissions } from '../permissions.ts'
import { renameAgreement, startAgreement } from './start-agreement.command.ts'
import { idSent, startForm, startSent } from './start-agreement.form.ts'
import { renamePage, startPage } from './start-agreement.page.tsx'

export async function showStart(request: WebRequest): Promise<Reply> {
  const { municipality } = await startFor(request)
  return showPage(
    startPage({
      t: request.t,
      municipality,
      form: new FormFields([
        ['kind', 'subsidy-decision'],
        ['id', uuidv7()],
      ]),
      errors: [],
    }),
  )
}

export async function submitStart(request: WebRequest): Promise<Reply> {
  const { scope, municipality } = await startFor(request)
  const form = await request.form()
  const parsed = parseForm(startForm, startSent(form), request.t)
  if (!parsed.ok) return showAgain(startPage({ t: request.t, municipality, form, errors: parsed.errors }))
  const id = idSent(form) ?? uuidv7()
  const outcome = await request.database.write(scope, (tx) =>
    startAgreement(
      tx,
      scope,
      { id, municipalityCode: municipality.code, ...parsed.value },
      request.clock.now(),
    ),
  )
  if (outcome === 'sent-before') {
    const stored = await request.database.read(scope, (db) => findAgreement(db, scope, id))
    if (!saysTheSame(parsed.value, stored))
      return {
        kind: 'page',
        status: 409,
        page: startPage({ t: request.t, municipality, ...sentBefore(form, request.t) }),
      }
  }
  return seeOther(agreementPath(id, '/partijen?bericht=bewaard'))
}

/** For whom one begins: a municipality that merged makes no new agreements, its successor does. */
async function startFor(request: WebRequest) {
  const { scope, municipality, municipalities } = await governedMunicipality(
    request,
    agreementsPermissions['agreements.keep'],
  )
  const isNow = (one: GovernedMunicipality) => one.validUntil === null
  let meant = municipality
  while (!isNow(meant)) {
    const successor = municipalities.find(({ code }) => code === meant.successorCode)
    if (!successor) break
    meant = successor
  }
  return { scope, municipality: meant }
}

export async function showRename(request: WebRequest): Promise<Reply> {
  const own = await ownAgreement(request)
  return showPage(
    renamePage({ ...pageOf(request, own), saved: request.query('bericht') === 'bewaard', errors: [] }),
  )
}

export async function submitRename(request: WebRequest): Promise<Reply> {
  const own = await ownAgreement(request)
  const form = await request.form()
  const { kind: fixed, versions } = own.agreement
  // Who made a version already chose the kind for good: the text was made of its blocks.
  const parsed = parseForm(startForm, { ...startSent(form), ...(versions > 0 && { kind: fixed }) }, request.t)
  if (!parsed.ok) return showAgain(renamePage({ ...pageOf(request, own), form, errors: parsed.errors }))
  const outcome = await request.database.write(own.scope, (tx) =>
    renameAgreement(
      tx,
      own.scope,
      { id: own.agreement.id, version: versionSent(form) },
      parsed.value,
      request.clock.now(),
    ),
  )
  if (outcome === 'kept') return goOn(request, form, '/naam')
  const now = await ownAgreement(request)
  const { t } = request
  return {
    kind: 'page',
    status: 409,
    page: renamePage({
      ...pageOf(request, now),
      form: typedOver(form, now.agreement.version),
      stored: [
        { term: t('agreements.field.title'), text: now.agreement.title },
        { term: t('agreements.field.kind'), text: t(`agreements.kind.${now.agreement.kind}`) },
      ],
      errors: [{ id: 'meanwhile', message: t('agreements.error.meanwhile') }],
    }),
  }
}

const pageOf = (request: WebRequest, own: OwnAgreement) => ({
  t: request.t,
  language: request.language,
  agreement: own.agreement,
  place: placeOf(stepsOf(own), '/naam'),
  form: new FormFields([
    ['kind', own.agreement.kind],
    ['title', own.agreement.title],
    ['version', String(own.agreement.version)],
  ]),
})
