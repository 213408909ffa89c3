import type { LinkScope } from '../../../platform/auth/scope.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type Reply, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import type { PublicVoice } from '../../../platform/i18n/public-language.ts'
import { appointmentFile } from '../appointment-calendar.ts'
import { whereText } from '../appointment-words.ts'
import { cancelAppointment } from '../cancel-appointment/cancel-appointment.command.ts'
import { openingOf } from '../find-appointment/find-appointment.query.ts'
import { findFreeSlots } from '../find-slots/find-slots.query.ts'
import { isAhead, moveAppointment } from '../move-appointment/move-appointment.command.ts'
import { openVisitorCode } from '../open-code.ts'
import { readSlot } from '../slot-value.ts'
import { firstSlotDays } from '../slots.ts'
import { withdrawCallBack } from '../withdraw-call-back/withdraw-call-back.command.ts'
import {
  askCodePage,
  cancelPage,
  movePage,
  type Notice,
  showAppointmentPage,
  showCallBackPage,
} from './show-appointment.page.tsx'
import { findOpenedAppointment, findOpenedCallBack } from './show-appointment.query.ts'

/** Of so many days with a place the times stand in the list to move to. */
const daysToMoveTo = 5

/** Where one types the code on the paper. */
export const showAskCode = (_request: WebRequest, voice: PublicVoice): Reply =>
  showPage(askCodePage({ voice, typed: '' }))

/** What belongs to a code that was typed. */
export async function submitCode(request: WebRequest, voice: PublicVoice): Promise<Reply> {
  return withCode(request, voice, (await request.form()).text('code'), undefined)
}

/** What belongs to the link in a mail. */
export const showByLink = (request: WebRequest, voice: PublicVoice): Promise<Reply> =>
  withCode(request, voice, request.param('token'), undefined)

/** Asks whether it has to be cancelled; cancels when that was answered. */
export async function submitCancel(request: WebRequest, voice: PublicVoice): Promise<Reply> {
  const form = await request.form()
  const code = form.text('code')
  return withAppointment(request, voice, code, async (scope) => {
    const { keys } = request
    const now = request.clock.now()
    if (form.text('sure') !== 'yes') {
      const opened = await read(request, voice, scope)
      return isAhead(opened.appointment, now)
        ? showPage(cancelPage({ ...opened, voice, code }))
        : showAppointmentOf(request, voice, scope, code)
    }
    await request.database.write(scope, (tx) =>
      cancelAppointment(tx, scope, keys, { id: scope.subjectId }, now),
    )
    return showAppointmentOf(request, voice, scope, code)
  })
}

/** Shows the times to move to; moves when one was chosen. */
export async function submitMove(request: WebRequest, voice: PublicVoice): Promise<Reply> {
  const form = await request.form()
  const code = form.text('code')
  return withAppointment(request, voice, code, async (scope) => {
    const { keys } = request
    const now = request.clock.now()
    const opened = await read(request, voice, scope)
    const { appointment } = opened
    if (!isAhead(appointment, now)) return showAppointmentOf(request, voice, scope, code)
    const free = async () => {
      const { slots } = await request.database.read(scope, (db) =>
        findFreeSlots(
          db,
          scope,
          { deskId: appointment.deskId, booker: 'outside', offerId: appointment.offerId },
          now,
        ),
      )
      return firstSlotDays(slots, daysToMoveTo).slots
    }
    const page = { ...opened, voice, code, chosen: form.text('time') }
    if (!form.has('choosing')) return showPage(movePage({ ...page, slots: await free(), errors: [] }))
    const chosen = readSlot(form.text('time'), now)
    const problem = (message: 'visit.booking.pick-error' | 'visit.booking.taken') => [
      { id: 'time', message: voice.t(message) },
    ]
    if (!chosen || chosen.offerId !== appointment.offerId)
      return showAgain(
        movePage({ ...page, slots: await free(), errors: problem('visit.booking.pick-error') }),
      )
    const moving = await request.database.write(scope, (tx) =>
      moveAppointment(
        tx,
        scope,
        keys,
        { id: appointment.id, startsAt: chosen.startsAt, booker: 'outside' },
        now,
      ),
    )
    if (moving.ok) return showAppointmentOf(request, voice, scope, code, 'moved')
    return showAgain(movePage({ ...page, slots: await free(), errors: problem('visit.booking.taken') }))
  })
}

/** The appointment as a calendar file. */
export async function sendAppointmentFile(request: WebRequest, voice: PublicVoice): Promise<Reply> {
  const code = (await request.form()).text('code')
  return withAppointment(request, voice, code, async (scope) => {
    const { appointment, shown } = await read(request, voice, scope)
    const place = openingOf(appointment, shown.hours)?.hours.placeId ?? null
    return {
      kind: 'file',
      contentType: 'text/calendar; charset=utf-8',
      fileName: 'afspraak.ics',
      body: appointmentFile(
        {
          ...appointment,
          start: appointment.startsAt.epochMilliseconds,
          end: appointment.endsAt.epochMilliseconds,
          cancelled: appointment.state === 'cancelled',
          summary: voice.t('visit.mail-appointment.calendar', { desk: shown.desk.name }),
          location:
            whereText(shown.desk, { placeId: place, byTelephone: appointment.byTelephone }, voice) ||
            undefined,
        },
        request.clock.now(),
      ),
    }
  })
}

/** Takes back that one asked to be called: the number is erased at once. */
export async function submitWithdrawCallBack(request: WebRequest, voice: PublicVoice): Promise<Reply> {
  const code = (await request.form()).text('code')
  const opened = await openVisitorCode(request, code)
  if (opened.kind !== 'opened' || opened.what !== 'call-back') return unknown(voice, code, opened.kind)
  const { scope } = opened
  await request.database.write(scope, (tx) =>
    withdrawCallBack(tx, scope, { id: scope.subjectId }, request.clock.now()),
  )
  return showCallBackOf(request, voice, scope, code)
}

async function withCode(
  request: WebRequest,
  voice: PublicVoice,
  code: string,
  notice: Notice | undefined,
): Promise<Reply> {
  const opened = await openVisitorCode(request, code)
  if (opened.kind !== 'opened') return unknown(voice, code, opened.kind)
  return opened.what === 'appointment'
    ? showAppointmentOf(request, voice, opened.scope, code, notice)
    : showCallBackOf(request, voice, opened.scope, code)
}

async function withAppointment(
  request: WebRequest,
  voice: PublicVoice,
  code: string,
  answer: (scope: LinkScope) => Promise<Reply>,
): Promise<Reply> {
  const opened = await openVisitorCode(request, code)
  return opened.kind === 'opened' && opened.what === 'appointment'
    ? answer(opened.scope)
    : unknown(voice, code, opened.kind)
}

/** A token of a link is not shown again: nobody typed it. */
function unknown(voice: PublicVoice, code: string, kind: 'opened' | 'unknown' | 'wait'): Reply {
  const typed = code.length > 20 ? '' : code
  const problem = kind === 'wait' ? 'visit.booking.code-wait' : 'visit.booking.code-unknown'
  const page = askCodePage({ voice, typed, problem })
  return kind === 'wait' ? { kind: 'page', status: 429, page } : showAgain(page)
}

const read = async (request: WebRequest, voice: PublicVoice, scope: LinkScope) =>
  foundOrRefuse(
    await request.database.read(scope, (db) => findOpenedAppointment(db, scope, voice, request.clock.now())),
  )

async function showAppointmentOf(
  request: WebRequest,
  voice: PublicVoice,
  scope: LinkScope,
  code: string,
  notice?: Notice,
): Promise<Reply> {
  const opened = await read(request, voice, scope)
  const ahead = isAhead(opened.appointment, request.clock.now())
  return showPage(showAppointmentPage({ ...opened, voice, code, ahead, notice }))
}

async function showCallBackOf(
  request: WebRequest,
  voice: PublicVoice,
  scope: LinkScope,
  code: string,
): Promise<Reply> {
  const opened = foundOrRefuse(
    await request.database.read(scope, (db) => findOpenedCallBack(db, scope, voice, request.clock.now())),
  )
  return showPage(showCallBackPage({ ...opened, voice, code }))
}
