import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { dayFields } from '../../../platform/http/date-fields.ts'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { typedOver, versionSent } from '../../../platform/http/newer-version.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { agreementPath } from '../agreement.ts'
import { sayDay } from '../agreement-parts.page.tsx'
import { occurrencesOf } from '../deliverable.ts'
import { ownAgreement } from '../drafting.ts'
import { findDeliverables } from '../find-due/find-due.query.ts'
import { markDelivery } from './mark-delivery.command.ts'
import { markForm, markSent } from './mark-delivery.form.ts'
import { markPage } from './mark-delivery.page.tsx'

export async function showMark(request: WebRequest): Promise<Reply> {
  const { page, occurrence, today } = await prepare(request)
  return showPage(
    markPage({
      ...page,
      form: new FormFields([
        ['done', occurrence.doneOn !== null || occurrence.version === 0 ? 'ja' : 'nee'],
        ...dayFields('doneOn', occurrence.doneOn ?? today),
        ['note', occurrence.note],
        ['version', String(occurrence.version)],
      ]),
      errors: [],
    }),
  )
}

export async function submitMark(request: WebRequest): Promise<Reply> {
  const { own, page, today } = await prepare(request)
  const form = await request.form()
  const { t, language } = request
  const parsed = parseForm(markForm(today), markSent(form), t)
  if (!parsed.ok) return showAgain(markPage({ ...page, form, errors: parsed.errors }))
  const outcome = await request.database.write(own.scope, (tx) =>
    markDelivery(
      tx,
      own.scope,
      {
        deliverableId: page.deliverable.id,
        dueOn: page.dueOn,
        version: versionSent(form),
      },
      parsed.value,
      request.clock.now(),
    ),
  )
  if (outcome === 'kept') return seeOther(agreementPath(own.agreement.id, '?bericht=gemarkeerd#leveringen'))
  const now = await prepare(request)
  const { doneOn, note, version } = now.occurrence
  return {
    kind: 'page',
    status: 409,
    page: markPage({
      ...now.page,
      form: typedOver(form, version),
      stored: [
        { term: t('agreements.delivery.done-on'), text: sayDay(doneOn, language) },
        { term: t('agreements.delivery.note'), text: note },
      ],
      errors: [{ id: 'meanwhile', message: t('agreements.error.meanwhile') }],
    }),
  }
}

async function prepare(request: WebRequest) {
  const own = await ownAgreement(request)
  const id = request.idParam('deliverable')
  const dueOn = request.param('day')
  const today = localDay(request.clock.now())
  const all = await request.database.read(own.scope, (db) =>
    findDeliverables(db, own.scope, [own.agreement.id]),
  )
  const deliverable = foundOrRefuse(all.find((each) => each.id === id))
  const occurrence = foundOrRefuse(
    occurrencesOf(deliverable, { today, until: latestDay, lastDay: own.agreement.untilDay }).find(
      (each) => each.dueOn === dueOn,
    ),
  )
  return {
    own,
    today,
    occurrence,
    page: { t: request.t, language: request.language, agreement: own.agreement, deliverable, dueOn },
  }
}

/** No form takes a day after this one. */
const latestDay = '2099-12-31'
