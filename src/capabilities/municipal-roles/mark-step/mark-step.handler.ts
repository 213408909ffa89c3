import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type FormError, parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { typedOver, versionSent } from '../../../platform/http/newer-version.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { municipalityAddress } from '../../organisations/public.ts'
import { type StepMark, tips } from '../first-steps.ts'
import { municipalContext } from '../municipal-context.ts'
import { markStep } from './mark-step.command.ts'
import { stepForm, stepSent } from './mark-step.form.ts'
import { stepPage } from './mark-step.page.tsx'
import { findStepMarks } from './mark-step.query.ts'

export async function showStep(request: WebRequest): Promise<Reply> {
  const { page, mark } = await prepare(request)
  return showPage(stepPage({ ...page, form: fieldsOf(mark), errors: [] }))
}

export async function submitStep(request: WebRequest): Promise<Reply> {
  const { scope, page } = await prepare(request)
  const form = await request.form()
  const again = (errors: readonly FormError[]): Reply => showAgain(stepPage({ ...page, form, errors }))
  const parsed = parseForm(stepForm, stepSent(form), request.t)
  if (!parsed.ok) return again(parsed.errors)
  const version = versionSent(form)
  const kept = await request.database.write(scope, (tx) =>
    markStep(
      tx,
      scope,
      { municipalityCode: page.municipality.code, tip: page.tip },
      { ...parsed.value, version },
      request.clock.now(),
    ),
  )
  if (kept)
    return seeOther(municipalityAddress('/sturing/gemeente', page.municipality, { bericht: 'bewaard' }))
  const { mark } = await prepare(request)
  return {
    kind: 'page',
    status: 409,
    page: stepPage({
      ...page,
      stored: mark,
      form: typedOver(form, mark?.version ?? 0),
      errors: [{ id: 'meanwhile', message: request.t('network.error.meanwhile') }],
    }),
  }
}

const fieldsOf = (mark: StepMark | undefined): FormFields =>
  new FormFields([
    ['state', mark?.state ?? ''],
    ['note', mark?.note ?? ''],
    ['version', String(mark?.version ?? 0)],
  ])

async function prepare(request: WebRequest) {
  const { scope, municipality } = await municipalContext(request)
  const tip = foundOrRefuse(tips.find((each) => String(each) === request.param('tip')))
  const marks = await request.database.read(scope, (db) => findStepMarks(db, scope, municipality.code))
  return { scope, mark: marks.get(tip), page: { t: request.t, municipality, tip } }
}
