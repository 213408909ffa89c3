import type { FormError } from '../../../platform/http/form-errors.ts'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { voiceOf } from '../../../platform/i18n/public-language.ts'
import { addDays, isDay, localDay, startOfDay } from '../../../platform/time/local-time.ts'
import { findPublicDesks } from '../../desks/public.ts'
import { bookAppointment } from '../book-appointment/book-appointment.command.ts'
import { makeBookingKey, readBookingKey } from '../booking-key.ts'
import { noDeskPage } from '../desk-at-work.page.tsx'
import { type DeskAtWork, findDeskAtWork, listsOfToday, topicName } from '../desk-at-work.ts'
import { findAppointment, findAppointments, openingOf } from '../find-appointment/find-appointment.query.ts'
import { findFreeSlots } from '../find-slots/find-slots.query.ts'
import { readSlot } from '../slot-value.ts'
import { type FreeSlot, firstSlotDays } from '../slots.ts'
import { visitorFields, visitorSent } from '../visitor-fields.ts'
import { visitorTopics } from '../visitor-topics.ts'
import { bookAtDeskPage, bookedAtDeskPage, deskTimesPage } from './book-at-desk.page.tsx'

/** So many days with times stand on one page. */
const daysOnPage = 5
/** So many days of what is booked stand below them. */
const daysBooked = 28

/** The times of a desk that are free, and what is booked: the first tap chooses a time. */
export async function showDeskTimes(request: WebRequest): Promise<Reply> {
  const { t, language } = request
  const work = await findDeskAtWork(request)
  if (!work) return showPage(noDeskPage(t, t('appointments.times.title')))
  const { scope, desk } = work
  const now = request.clock.now()
  const today = localDay(now)
  const asked = request.query('vanaf')
  const found = await request.database.read(scope, async (db) => ({
    free: await findFreeSlots(db, scope, { deskId: desk.id, booker: 'desk' }, now),
    booked: await findAppointments(db, scope, desk.id, {
      from: startOfDay(today),
      until: startOfDay(addDays(today, daysBooked)),
    }),
    lists: await listsOfToday(db, work, request),
  }))
  const { offers, slots, hours } = found.free
  return showPage(
    deskTimesPage({
      t,
      language,
      ...work,
      offers,
      ...firstSlotDays(slots, daysOnPage, isDay(asked) ? asked : ''),
      booked: found.booked
        .filter(({ state }) => state !== 'cancelled')
        .map((appointment) => ({
          ...appointment,
          topic: topicName(found.lists, appointment.topicCode),
          // What the desk closed since: nobody would be there.
          isOpen: openingOf(appointment, hours) !== undefined,
        })),
    }),
  )
}

/** The second tap: what may be filled in, and the button. */
export async function showBookAtDesk(request: WebRequest): Promise<Reply> {
  const { t } = request
  const work = await findDeskAtWork(request)
  if (!work) return showPage(noDeskPage(t, t('appointments.times.title')))
  const chosen = request.query('tijd')
  if (!readSlot(chosen, request.clock.now())) return seeOther('/balie/afspraken')
  const form = new FormFields([
    ['key', makeBookingKey()],
    ['time', chosen],
    ['language', 'nl'],
  ])
  return showPage(await formPage(request, work, form, []))
}

export async function submitBookAtDesk(request: WebRequest): Promise<Reply> {
  const { t, keys } = request
  const form = await request.form()
  const work = await findDeskAtWork(request, 'referrals.refer', form.text('desk'))
  const key = readBookingKey(form.text('key'))
  if (!work || !key) return seeOther('/balie/afspraken')
  const { scope } = work
  const now = request.clock.now()
  const chosen = readSlot(form.text('time'), now)
  const person = parseForm(visitorFields(Number(localDay(now).slice(0, 4))), visitorSent(form), t)
  const errors: FormError[] = [
    ...(chosen ? [] : [{ id: 'time', message: t('appointments.error.time') }]),
    ...(person.ok ? [] : person.errors),
  ]
  if (!chosen || !person.ok) return showAgain(await formPage(request, work, form, errors))
  const booking = await request.database.write(scope, async (tx) => {
    const lists = await listsOfToday(tx, work, request)
    const topicCode = lists.topics.find(({ code }) => code === form.text('topic'))?.code
    return bookAppointment(
      tx,
      scope,
      keys,
      { key, deskId: scope.deskId, ...chosen, topicCode, madeBy: 'desk', person: person.value },
      now,
    )
  })
  if (!booking.ok)
    return showAgain(
      await formPage(
        request,
        work,
        form,
        [{ id: 'time', message: t('appointments.error.taken') }],
        booking.next,
      ),
    )
  const voice = voiceOf(form.text('language'))
  const found = await request.database.read(scope, async (db) => ({
    appointment: await findAppointment(db, scope, booking.id),
    desks: await findPublicDesks(db, scope, [work.desk.id]),
    free: await findFreeSlots(db, scope, { deskId: work.desk.id, booker: 'desk' }, now),
    topics: await visitorTopics(db, voice, work, now),
  }))
  const [desk] = found.desks
  if (!found.appointment || !desk) return seeOther('/balie/afspraken')
  return showPage(
    bookedAtDeskPage({
      t,
      ...work,
      voice,
      code: booking.code,
      again: booking.again,
      appointment: found.appointment,
      shown: {
        desk,
        mother: undefined,
        hours: found.free.hours,
        children: [],
        libraryName: '',
        successor: undefined,
      },
      topic: found.topics.find(({ code }) => code === found.appointment?.topicCode)?.label,
      host: request.url.host,
    }),
  )
}

async function formPage(
  request: WebRequest,
  work: DeskAtWork,
  form: FormFields,
  errors: readonly FormError[],
  instead?: readonly FreeSlot[],
) {
  const { t, language } = request
  const lists = await request.database.read(work.scope, (db) => listsOfToday(db, work, request))
  const startsAt = readSlot(form.text('time'), request.clock.now())?.startsAt
  return bookAtDeskPage({ t, language, ...work, form, errors, lists, startsAt, instead })
}
