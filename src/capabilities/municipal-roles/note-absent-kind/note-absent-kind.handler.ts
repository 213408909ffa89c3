import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { typedOver, versionSent } from '../../../platform/http/newer-version.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { municipalityAddress } from '../../organisations/public.ts'
import { listedKinds } from '../direction.ts'
import { municipalContext } from '../municipal-context.ts'
import { findAbsentKinds } from '../show-direction/show-direction.query.ts'
import { noteAbsentKind } from './note-absent-kind.command.ts'
import { absentKindForm, absentKindSent } from './note-absent-kind.form.ts'
import { absentKindPage } from './note-absent-kind.page.tsx'

export async function showAbsentKind(request: WebRequest): Promise<Reply> {
  const { page } = await prepare(request)
  const form = new FormFields([
    ['reason', page.noted?.reason ?? ''],
    ['version', String(page.noted?.version ?? 0)],
  ])
  return showPage(absentKindPage({ ...page, form, errors: [] }))
}

/** Notes why a kind of organisation is not here, or that it is after all. */
export async function submitAbsentKind(request: WebRequest): Promise<Reply> {
  const { scope, page } = await prepare(request)
  const form = await request.form()
  const isHere = form.has('here')
  const parsed = isHere
    ? ({ ok: true, value: { reason: '' } } as const)
    : parseForm(absentKindForm, absentKindSent(form), request.t)
  if (!parsed.ok) return showAgain(absentKindPage({ ...page, form, errors: parsed.errors }))
  const version = versionSent(form)
  const at = { municipalityCode: page.municipality.code, kind: page.kind, version }
  const outcome = await request.database.write(scope, (tx) =>
    noteAbsentKind(tx, scope, at, parsed.value.reason, request.clock.now()),
  )
  if (outcome === 'kept')
    return seeOther(`${municipalityAddress('/sturing/regie', page.municipality, { bericht: 'bewaard' })}`)
  const { page: now } = await prepare(request)
  const errors = [{ id: 'meanwhile', message: request.t('direction.error.meanwhile') }]
  const again = { ...now, stored: now.noted?.reason ?? '', errors }
  return {
    kind: 'page',
    status: 409,
    page: absentKindPage({ ...again, form: typedOver(form, now.noted?.version ?? 0) }),
  }
}

async function prepare(request: WebRequest) {
  const { scope, municipality } = await municipalContext(request)
  const kind = foundOrRefuse(listedKinds.find((each) => each === request.params.kind))
  const absent = await request.database.read(scope, (db) => findAbsentKinds(db, scope, municipality.code))
  const noted = absent.find((each) => each.kind === kind)
  return { scope, page: { t: request.t, municipality, kind, noted } }
}
