import type { DeskScope } from '../../../platform/auth/scope.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type FormError, parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { addDays, localDay } from '../../../platform/time/local-time.ts'
import { askCallBack } from '../ask-call-back/ask-call-back.command.ts'
import { leastNoticeMinutes } from '../ask-call-back/ask-call-back.form.ts'
import { makeBookingKey, readBookingKey } from '../booking-key.ts'
import { suggestCallTime, suitings } from '../call-time.ts'
import { noDeskPage } from '../desk-at-work.page.tsx'
import { type DeskAtWork, findDeskAtWork, listsOfToday, topicName } from '../desk-at-work.ts'
import { findHoursFrom } from '../find-appointment/find-appointment.query.ts'
import { callOutcomes, findCallBack, findCallBacks } from '../find-call-backs/find-call-backs.query.ts'
import { findReceiver } from '../pass-on/pass-on.query.ts'
import { referralsPermissions } from '../permissions.ts'
import type { Person } from '../person.ts'
import { readPerson } from '../read-person/read-person.command.ts'
import { tryCallBack } from '../try-call-back/try-call-back.command.ts'
import { visitorFields, visitorSent } from '../visitor-fields.ts'
import { withdrawCallBack } from '../withdraw-call-back/withdraw-call-back.command.ts'
import { addCallBackPage, callBackMadeAtDeskPage, handleCallBacksPage } from './handle-call-backs.page.tsx'

const permission = referralsPermissions['referrals.refer']
/** What ended stays on the list for so many days. */
const daysShown = 7

/** Who has to be called, soonest first; numbers only after a tap. */
export const showCallBacks = async (request: WebRequest): Promise<Reply> =>
  listOf(request, await findDeskAtWork(request))

/** Opens one number, to call it; that stands in the log of the privacy officer. */
export async function showNumber(request: WebRequest): Promise<Reply> {
  const { scope, id } = await callBackOf(request)
  const person = await request.database.keep(scope, (tx) =>
    readPerson(tx, scope, request.keys, { kind: 'call-back', id, why: 'call' }, request.clock.now()),
  )
  return listOf(request, await findDeskAtWork(request, 'referrals.refer', scope.deskId), {
    id,
    person: person ?? 'gone',
  })
}

/** What came of a try. */
export async function submitTry(request: WebRequest): Promise<Reply> {
  const { scope, id } = await callBackOf(request)
  const form = await request.form()
  const outcome = callOutcomes.find((each) => each === form.text('outcome'))
  const tried = form.text('tried')
  if (outcome && /^\d{1,4}$/.test(tried))
    await request.database.write(scope, (tx) =>
      tryCallBack(tx, scope, { id, outcome, tried: Number(tried) }, request.clock.now()),
    )
  return seeOther(`/balie/terugbellen?informatiepunt=${scope.deskId}`)
}

/** The visitor need not be called any more; his number is erased at once. */
export async function submitDropCallBack(request: WebRequest): Promise<Reply> {
  const { scope, id } = await callBackOf(request)
  await request.database.write(scope, (tx) => withdrawCallBack(tx, scope, { id }, request.clock.now()))
  return seeOther(`/balie/terugbellen?informatiepunt=${scope.deskId}`)
}

export async function showAddCallBack(request: WebRequest): Promise<Reply> {
  const work = await findDeskAtWork(request)
  if (!work) return showPage(noDeskPage(request.t, request.t('appointments.call.title')))
  const form = new FormFields([
    ['key', makeBookingKey()],
    ['suits', 'any'],
  ])
  return showPage(await formPage(request, work, form, []))
}

/** Somebody at the desk, or on the line while it is full, asks to be called later. */
export async function submitAddCallBack(request: WebRequest): Promise<Reply> {
  const { t, keys } = request
  const form = await request.form()
  const work = await findDeskAtWork(request, 'referrals.refer', form.text('desk'))
  const key = readBookingKey(form.text('key'))
  if (!work || !key) return seeOther('/balie/terugbellen')
  const { scope } = work
  const now = request.clock.now()
  const person = parseForm(visitorFields(Number(localDay(now).slice(0, 4))), visitorSent(form), t)
  if (!person.ok) return showAgain(await formPage(request, work, form, person.errors))
  if (person.value.contact?.kind !== 'phone')
    return showAgain(
      await formPage(request, work, form, [{ id: 'contact', message: t('appointments.error.phone') }]),
    )
  const suits = suitings.find((each) => each === form.text('suits')) ?? 'any'
  const { code, plannedAt } = await request.database.write(scope, async (tx) => {
    const hours = await findHoursFrom(tx, scope, scope.deskId, addDays(localDay(now), -1))
    const planned = suggestCallTime(hours, suits, now.add({ minutes: leastNoticeMinutes }))
    const lists = await listsOfToday(tx, work, request)
    const asked = await askCallBack(
      tx,
      scope,
      keys,
      {
        key,
        deskId: scope.deskId,
        libraryId: scope.libraryId,
        topicCode: lists.topics.find((topic) => topic.code === form.text('topic'))?.code,
        suits,
        plannedAt: planned,
        madeBy: 'desk',
        person: person.value,
      },
      now,
    )
    return { ...asked, plannedAt: planned }
  })
  return showPage(
    callBackMadeAtDeskPage({
      t,
      language: request.language,
      ...work,
      code,
      plannedAt,
      host: request.url.host,
      visitorLanguage: form.text('language'),
    }),
  )
}

async function listOf(
  request: WebRequest,
  work: DeskAtWork | undefined,
  opened?: { readonly id: string; readonly person: Person | 'sign-first' | 'gone' },
): Promise<Reply> {
  const { t, language } = request
  if (!work) return showPage(noDeskPage(t, t('appointments.call.title')))
  const { scope, desk } = work
  const now = request.clock.now()
  const found = await request.database.read(scope, async (db) => ({
    ...(await findCallBacks(db, scope, desk.id, now.subtract({ hours: 24 * daysShown }))),
    lists: await listsOfToday(db, work, request),
    receiver: await findReceiver(db, scope, desk.id, request.passesOnTo),
  }))
  const named = <Each extends { readonly topicCode: string | null }>(each: Each) => ({
    ...each,
    topic: topicName(found.lists, each.topicCode),
  })
  return showPage(
    handleCallBacksPage({
      t,
      language,
      ...work,
      now,
      waiting: found.waiting.map(named),
      ended: found.ended.map(named),
      receiver: found.receiver,
      opened,
    }),
  )
}

/** The call back in the address, and the scope of its desk. @throws not-found for one of another desk */
async function callBackOf(request: WebRequest): Promise<{ scope: DeskScope; id: string }> {
  const all = request.actor.desksScope(permission)
  const id = request.idParam('callBack')
  const { deskId } = foundOrRefuse(await request.database.read(all, (db) => findCallBack(db, all, id)))
  return { id, scope: request.actor.deskScope(permission, deskId) }
}

async function formPage(
  request: WebRequest,
  work: DeskAtWork,
  form: FormFields,
  errors: readonly FormError[],
) {
  const lists = await request.database.read(work.scope, (db) => listsOfToday(db, work, request))
  return addCallBackPage({ t: request.t, ...work, form, errors, lists })
}
