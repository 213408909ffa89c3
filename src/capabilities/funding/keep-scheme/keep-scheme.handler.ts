import { uuidv7 } from 'uuidv7'
import type { NationalScope } from '../../../platform/auth/scope.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type FormError, formErrorOf, parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { typedOver, versionSent } from '../../../platform/http/newer-version.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import { saysTheSame, sentBefore } from '../../../platform/http/sent-before.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { sentId } from '../keep-booking/keep-booking.form.ts'
import { fundingPermissions } from '../permissions.ts'
import { findSchemes } from '../read-year-account/read-year-account.query.ts'
import { addScheme, changeScheme } from './keep-scheme.command.ts'
import { lateSchemeForm, schemeFields, schemeForm, schemeSent } from './keep-scheme.form.ts'
import { schemePage } from './keep-scheme.page.tsx'
import { findLastSignedYear } from './keep-scheme.query.ts'

const taken = {
  schemes_one_per_year: { id: 'firstYear', message: 'money.error.scheme-overlap' },
} as const
const takenLate = {
  schemes_one_per_year: { id: 'lastYear', message: 'money.error.scheme-overlap' },
} as const

export function showAddScheme(request: WebRequest): Reply {
  scopeOf(request)
  return showPage(schemePage({ ...pageOf(request), form: new FormFields([['id', uuidv7()]]), errors: [] }))
}

export async function submitAddScheme(request: WebRequest): Promise<Reply> {
  const scope = scopeOf(request)
  const form = await request.form()
  const again = (errors: readonly FormError[]) => showAgain(schemePage({ ...pageOf(request), form, errors }))
  const parsed = parseForm(schemeForm, schemeSent(form), request.t)
  if (!parsed.ok) return again(parsed.errors)
  const id = sentId(form) ?? uuidv7()
  try {
    const outcome = await request.database.write(scope, (tx) =>
      addScheme(tx, scope, id, parsed.value, request.clock.now()),
    )
    if (outcome === 'sent-before') {
      const stored = (await request.database.read(scope, (db) => findSchemes(db, scope))).find(
        (each) => each.id === id,
      )
      if (!saysTheSame(parsed.value, stored))
        return {
          kind: 'page',
          status: 409,
          page: schemePage({ ...pageOf(request), ...sentBefore(form, request.t) }),
        }
    }
  } catch (error) {
    return again([formErrorOf(error, taken, request.t)])
  }
  return seeOther(`/beheer/geldregelingen/${id}?bericht=bewaard`)
}

export async function showScheme(request: WebRequest): Promise<Reply> {
  const { scheme, isSigned } = await prepare(request)
  return showPage(
    schemePage({
      ...pageOf(request),
      scheme,
      isSigned,
      form: new FormFields(schemeFields(scheme)),
      errors: [],
      saved: request.query('bericht') === 'bewaard',
    }),
  )
}

export async function submitScheme(request: WebRequest): Promise<Reply> {
  const { scope, scheme, lastSignedYear, isSigned } = await prepare(request)
  const form = await request.form()
  const page = { ...pageOf(request), scheme, isSigned }
  const again = (errors: readonly FormError[]) => showAgain(schemePage({ ...page, form, errors }))
  const parsed = parseForm(
    lastSignedYear === null ? schemeForm : lateSchemeForm(lastSignedYear),
    schemeSent(form),
    request.t,
  )
  if (!parsed.ok) return again(parsed.errors)
  try {
    const outcome = await request.database.write(scope, (tx) =>
      changeScheme(
        tx,
        scope,
        { id: scheme.id, version: versionSent(form) },
        parsed.value,
        request.clock.now(),
      ),
    )
    if (outcome === 'kept') return seeOther(`/beheer/geldregelingen/${scheme.id}?bericht=bewaard`)
  } catch (error) {
    return again([formErrorOf(error, isSigned ? takenLate : taken, request.t)])
  }
  const now = await prepare(request)
  return {
    kind: 'page',
    status: 409,
    page: schemePage({
      ...pageOf(request),
      scheme: now.scheme,
      isSigned: now.isSigned,
      hasNewer: true,
      form: typedOver(form, now.scheme.version),
      errors: [{ id: 'meanwhile', message: request.t('money.error.meanwhile') }],
    }),
  }
}

async function prepare(request: WebRequest) {
  const scope = scopeOf(request)
  const id = request.idParam('scheme')
  return request.database.read(scope, async (db) => {
    const lastSignedYear = await findLastSignedYear(db, scope, id)
    return {
      scope,
      scheme: foundOrRefuse((await findSchemes(db, scope)).find((each) => each.id === id)),
      lastSignedYear,
      isSigned: lastSignedYear !== null,
    }
  })
}

const scopeOf = (request: WebRequest): NationalScope =>
  request.actor.nationalScope(fundingPermissions['funding.administer'])

const pageOf = ({ t, language }: WebRequest) => ({ t, language, isSigned: false })
