import type { DeskScope } from '../../../platform/auth/scope.ts'
import { readShortCode } from '../../../platform/auth/short-code.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import type { FormError } from '../../../platform/http/form-errors.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { addDays, localDay } from '../../../platform/time/local-time.ts'
import { findDesks } from '../../desks/public.ts'
import { cancelAppointment } from '../cancel-appointment/cancel-appointment.command.ts'
import { findDeskAtWork, listsOfToday, topicName } from '../desk-at-work.ts'
import {
  findAppointment,
  findAppointmentByCode,
  findHoursFrom,
  openingOf,
} from '../find-appointment/find-appointment.query.ts'
import { findFreeSlots } from '../find-slots/find-slots.query.ts'
import { isAhead, moveAppointment } from '../move-appointment/move-appointment.command.ts'
import { referralsPermissions } from '../permissions.ts'
import type { Person } from '../person.ts'
import { readPerson } from '../read-person/read-person.command.ts'
import { settleAppointment } from '../settle-appointment/settle-appointment.command.ts'
import { mayBeSettled } from '../settling-time.ts'
import { readSlot } from '../slot-value.ts'
import { firstSlotDays } from '../slots.ts'
import { handleAppointmentPage, moveAtDeskPage } from './handle-appointment.page.tsx'

const permission = referralsPermissions['referrals.refer']
/** Of so many days the times stand in the list to move to. */
const daysToMoveTo = 5

/** One appointment, for the desk; who comes only after a tap. */
export async function showAppointmentAtDesk(request: WebRequest): Promise<Reply> {
  return showPage(await pageOf(request, await deskScopeOf(request)))
}

/** Opens who comes; that it was opened stands in the log of the privacy officer. */
export async function showVisitor(request: WebRequest): Promise<Reply> {
  const scope = await deskScopeOf(request)
  const person = await request.database.keep(scope, (tx) =>
    readPerson(
      tx,
      scope,
      request.keys,
      { kind: 'appointment', id: request.idParam('appointment'), why: 'handle' },
      request.clock.now(),
    ),
  )
  return showPage(await pageOf(request, scope, { person: person ?? 'gone' }))
}

/** The appointment of a visitor who shows his code. */
export async function submitVisitorCode(request: WebRequest): Promise<Reply> {
  const form = await request.form()
  const work = await findDeskAtWork(request, 'referrals.refer', form.text('desk'))
  if (!work) return seeOther('/balie/vandaag')
  const code = readShortCode(form.text('code'))
  const { scope, desk } = work
  const found =
    code &&
    (await request.database.read(scope, (db) =>
      findAppointmentByCode(db, scope, request.keys.hashOfCode(code)),
    ))
  return seeOther(
    found
      ? `/balie/afspraken/${found.id}`
      : `/balie/vandaag?${new URLSearchParams({ informatiepunt: desk.id, code: 'onbekend' })}`,
  )
}

/** Came, did not come, or not said yet. */
export async function submitSettle(request: WebRequest): Promise<Reply> {
  const scope = await deskScopeOf(request)
  const form = await request.form()
  const state = (['came', 'not-came', 'booked'] as const).find((each) => each === form.text('state'))
  const id = request.idParam('appointment')
  if (state)
    await request.database.write(scope, (tx) =>
      settleAppointment(tx, scope, { id, state }, request.clock.now()),
    )
  return seeOther(
    form.text('back') === 'today'
      ? `/balie/vandaag?informatiepunt=${scope.deskId}`
      : `/balie/afspraken/${id}`,
  )
}

/** Asks whether it has to be cancelled; cancels when that was answered. */
export async function submitCancelAtDesk(request: WebRequest): Promise<Reply> {
  const scope = await deskScopeOf(request)
  if ((await request.form()).text('sure') !== 'yes')
    return showPage(await pageOf(request, scope, { asksCancel: true }))
  const id = request.idParam('appointment')
  const { keys } = request
  await request.database.write(scope, (tx) => cancelAppointment(tx, scope, keys, { id }, request.clock.now()))
  return seeOther(`/balie/afspraken/${id}`)
}

export async function showMoveAtDesk(request: WebRequest): Promise<Reply> {
  return showPage(await movePageOf(request, await deskScopeOf(request), '', []))
}

export async function submitMoveAtDesk(request: WebRequest): Promise<Reply> {
  const scope = await deskScopeOf(request)
  const { t, keys } = request
  const id = request.idParam('appointment')
  const sent = (await request.form()).text('time')
  const chosen = readSlot(sent, request.clock.now())
  const problem = (message: 'appointments.error.time' | 'appointments.error.taken') => [
    { id: 'time', message: t(message) },
  ]
  if (!chosen) return showAgain(await movePageOf(request, scope, sent, problem('appointments.error.time')))
  const moving = await request.database.write(scope, (tx) =>
    moveAppointment(tx, scope, keys, { id, startsAt: chosen.startsAt, booker: 'desk' }, request.clock.now()),
  )
  return moving.ok
    ? seeOther(`/balie/afspraken/${id}`)
    : showAgain(await movePageOf(request, scope, sent, problem('appointments.error.taken')))
}

/** The desk whose appointment it is. @throws not-found for one of another desk */
async function deskScopeOf(request: WebRequest): Promise<DeskScope> {
  const all = request.actor.desksScope(permission)
  const { deskId } = foundOrRefuse(
    await request.database.read(all, (db) => findAppointment(db, all, request.idParam('appointment'))),
  )
  return request.actor.deskScope(permission, deskId)
}

async function read(request: WebRequest, scope: DeskScope) {
  const now = request.clock.now()
  return request.database.read(scope, async (db) => {
    const appointment = foundOrRefuse(await findAppointment(db, scope, request.idParam('appointment')))
    const [desk] = await findDesks(db, scope, [scope.deskId])
    const hours = await findHoursFrom(db, scope, scope.deskId, addDays(localDay(appointment.startsAt), -1))
    const lists = await listsOfToday(db, { scope }, request)
    return {
      appointment,
      deskName: desk?.name ?? '',
      topic: topicName(lists, appointment.topicCode),
      isOpen: openingOf(appointment, hours) !== undefined,
      ahead: isAhead(appointment, now),
      mayBeSettled: appointment.state !== 'cancelled' && mayBeSettled(appointment.startsAt, now),
    }
  })
}

const pageOf = async (
  request: WebRequest,
  scope: DeskScope,
  opened: { readonly person?: Person | 'sign-first' | 'gone'; readonly asksCancel?: true } = {},
) =>
  handleAppointmentPage({
    t: request.t,
    language: request.language,
    ...(await read(request, scope)),
    ...opened,
  })

async function movePageOf(
  request: WebRequest,
  scope: DeskScope,
  chosen: string,
  errors: readonly FormError[],
) {
  const found = await read(request, scope)
  const { slots } = await request.database.read(scope, (db) =>
    findFreeSlots(
      db,
      scope,
      { deskId: scope.deskId, booker: 'desk', offerId: found.appointment.offerId },
      request.clock.now(),
    ),
  )
  return moveAtDeskPage({
    t: request.t,
    language: request.language,
    ...found,
    slots: firstSlotDays(slots, daysToMoveTo).slots,
    chosen,
    errors,
  })
}
