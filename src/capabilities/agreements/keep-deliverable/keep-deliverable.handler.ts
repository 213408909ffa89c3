import { uuidv7 } from 'uuidv7'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { typedOver, versionSent } from '../../../platform/http/newer-version.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import { saysTheSame, sentBefore } from '../../../platform/http/sent-before.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { findGoals } from '../../goals/public.ts'
import { agreementPath } from '../agreement.ts'
import { sayDay } from '../agreement-parts.page.tsx'
import { ownAgreement } from '../drafting.ts'
import { findDeliverables } from '../find-due/find-due.query.ts'
import { idSent } from '../start-agreement/start-agreement.form.ts'
import { addDeliverable, changeDeliverable } from './keep-deliverable.command.ts'
import { deliverableFields, deliverableForm, deliverableSent } from './keep-deliverable.form.ts'
import { deliverablePage } from './keep-deliverable.page.tsx'

export async function showAddDeliverable(request: WebRequest): Promise<Reply> {
  const { page } = await prepare(request)
  return showPage(
    deliverablePage({
      ...page,
      form: new FormFields([
        ['id', uuidv7()],
        ['owedBy', 'library'],
        ['repeats', 'once'],
      ]),
      errors: [],
    }),
  )
}

export async function submitAddDeliverable(request: WebRequest): Promise<Reply> {
  const { own, page } = await prepare(request)
  const form = await request.form()
  const parsed = parseForm(deliverableForm(page.goals), deliverableSent(form), request.t)
  if (!parsed.ok) return showAgain(deliverablePage({ ...page, form, errors: parsed.errors }))
  const id = idSent(form) ?? uuidv7()
  const outcome = await request.database.write(own.scope, (tx) =>
    addDeliverable(tx, own.scope, { id, agreementId: own.agreement.id }, parsed.value, request.clock.now()),
  )
  if (outcome === 'sent-before') {
    const all = await request.database.read(own.scope, (db) =>
      findDeliverables(db, own.scope, [own.agreement.id]),
    )
    const stored = all.find((each) => each.id === id)
    if (!saysTheSame(parsed.value, stored))
      return { kind: 'page', status: 409, page: deliverablePage({ ...page, ...sentBefore(form, request.t) }) }
  }
  return seeOther(agreementPath(own.agreement.id, '?bericht=bewaard#leveringen'))
}

export async function showDeliverable(request: WebRequest): Promise<Reply> {
  const { page, deliverable } = await prepareKept(request)
  return showPage(
    deliverablePage({ ...page, form: new FormFields(deliverableFields(deliverable)), errors: [] }),
  )
}

export async function submitDeliverable(request: WebRequest): Promise<Reply> {
  const { own, page, deliverable } = await prepareKept(request)
  const form = await request.form()
  const { t, language } = request
  const parsed = parseForm(deliverableForm(page.goals), deliverableSent(form), t)
  if (!parsed.ok) return showAgain(deliverablePage({ ...page, form, errors: parsed.errors }))
  const outcome = await request.database.write(own.scope, (tx) =>
    changeDeliverable(
      tx,
      own.scope,
      { id: deliverable.id, version: versionSent(form) },
      parsed.value,
      request.clock.now(),
    ),
  )
  if (outcome === 'kept') return seeOther(agreementPath(own.agreement.id, '?bericht=bewaard#leveringen'))
  const now = await prepareKept(request)
  const { what, owedBy, firstDue, repeats, lastDue, version } = now.deliverable
  return {
    kind: 'page',
    status: 409,
    page: deliverablePage({
      ...now.page,
      form: typedOver(form, version),
      stored: [
        { term: t('agreements.deliverables.what'), text: what },
        { term: t('agreements.deliverables.by'), text: t(`agreements.owed-by.${owedBy}`) },
        { term: t('agreements.deliverables.first'), text: sayDay(firstDue, language) },
        { term: t('agreements.deliverables.repeats'), text: t(`agreements.repeats.${repeats}`) },
        { term: t('agreements.deliverables.last'), text: sayDay(lastDue, language) },
      ],
      errors: [{ id: 'meanwhile', message: t('agreements.error.meanwhile') }],
    }),
  }
}

async function prepare(request: WebRequest) {
  const own = await ownAgreement(request)
  const goals = await request.database.read(own.scope, (db) =>
    findGoals(db, own.scope, own.agreement.municipalityCode),
  )
  return { own, page: { t: request.t, agreement: own.agreement, goals } }
}

async function prepareKept(request: WebRequest) {
  const { own, page } = await prepare(request)
  const id = request.idParam('deliverable')
  const all = await request.database.read(own.scope, (db) =>
    findDeliverables(db, own.scope, [own.agreement.id]),
  )
  const deliverable = foundOrRefuse(all.find((each) => each.id === id))
  return { own, deliverable, page: { ...page, deliverableId: id } }
}
