import { parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { typedOver, versionSent } from '../../../platform/http/newer-version.ts'
import { type Reply, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { sayDay } from '../agreement-parts.page.tsx'
import { goOn, type OwnAgreement, ownAgreement, placeOf, stepsOf } from '../drafting.ts'
import { setTerms } from './set-terms.command.ts'
import { termsFields, termsForm, termsSent } from './set-terms.form.ts'
import { termsPage } from './set-terms.page.tsx'

export async function showTerms(request: WebRequest): Promise<Reply> {
  const own = await ownAgreement(request)
  return showPage(
    termsPage({ ...pageOf(request, own), saved: request.query('bericht') === 'bewaard', errors: [] }),
  )
}

export async function submitTerms(request: WebRequest): Promise<Reply> {
  const own = await ownAgreement(request)
  const form = await request.form()
  const parsed = parseForm(termsForm, termsSent(form), request.t)
  if (!parsed.ok) return showAgain(termsPage({ ...pageOf(request, own), form, errors: parsed.errors }))
  const outcome = await request.database.write(own.scope, (tx) =>
    setTerms(
      tx,
      own.scope,
      { id: own.agreement.id, version: versionSent(form) },
      parsed.value,
      request.clock.now(),
    ),
  )
  if (outcome === 'kept') return goOn(request, form, '/looptijd')
  const now = await ownAgreement(request)
  const { t, language } = request
  const { fromDay, untilDay, noticeMonths, reviewOn, version } = now.agreement
  return {
    kind: 'page',
    status: 409,
    page: termsPage({
      ...pageOf(request, now),
      form: typedOver(form, version),
      stored: [
        { term: t('agreements.field.from'), text: sayDay(fromDay, language) },
        { term: t('agreements.field.until'), text: sayDay(untilDay, language) },
        { term: t('agreements.field.notice'), text: noticeMonths === null ? '' : String(noticeMonths) },
        { term: t('agreements.field.review'), text: sayDay(reviewOn, language) },
      ],
      errors: [{ id: 'meanwhile', message: t('agreements.error.meanwhile') }],
    }),
  }
}

const pageOf = (request: WebRequest, own: OwnAgreement) => ({
  t: request.t,
  language: request.language,
  agreement: own.agreement,
  place: placeOf(stepsOf(own), '/looptijd'),
  form: new FormFields([...termsFields(own.agreement), ['version', String(own.agreement.version)]]),
})
