import { type Reply, seeOther, showPage } from '../../../platform/http/reply.ts'
import { isId, type WebRequest } from '../../../platform/http/web-request.ts'
import { addDays, localDay, startOfDay } from '../../../platform/time/local-time.ts'
import { makeBookingKey, readBookingKey } from '../booking-key.ts'
import { noDeskPage } from '../desk-at-work.page.tsx'
import { findDeskAtWork, listsOfToday, topicName } from '../desk-at-work.ts'
import { findAppointments } from '../find-appointment/find-appointment.query.ts'
import { callNumber, takeNumber } from '../queue-visitors/queue-visitors.command.ts'
import { findQueue } from '../queue-visitors/queue-visitors.query.ts'
import { showTodayPage } from './show-today.page.tsx'

/** Who comes today and who waits, without a name. */
export async function showToday(request: WebRequest): Promise<Reply> {
  const { t, language } = request
  const work = await findDeskAtWork(request)
  if (!work) return showPage(noDeskPage(t, t('appointments.today.title')))
  const { scope, desk } = work
  const now = request.clock.now()
  const today = localDay(now)
  const found = await request.database.read(scope, async (db) => ({
    appointments: await findAppointments(db, scope, desk.id, {
      from: startOfDay(today),
      until: startOfDay(addDays(today, 1)),
    }),
    queue: await findQueue(db, scope, today),
    lists: await listsOfToday(db, work, request),
  }))
  return showPage(
    showTodayPage({
      t,
      language,
      ...work,
      now,
      today,
      queue: found.queue,
      appointments: found.appointments
        .filter(({ state }) => state !== 'cancelled')
        .map((appointment) => ({ ...appointment, topic: topicName(found.lists, appointment.topicCode) })),
      given: numberIn(request.query('gegeven')),
      called: numberIn(request.query('geroepen')),
      calledAlready: request.query('geroepen') === 'al',
      takingKey: makeBookingKey(),
      nobodyWaits: request.query('geroepen') === 'niemand',
      codeUnknown: request.query('code') === 'onbekend',
    }),
  )
}

const numberIn = (text: string): number | undefined => (/^\d{1,5}$/.test(text) ? Number(text) : undefined)

/** Gives the next number to who walked in. */
export async function submitTakeNumber(request: WebRequest): Promise<Reply> {
  const form = await request.form()
  const work = await findDeskAtWork(request, 'referrals.refer', form.text('desk'))
  const key = readBookingKey(form.text('key'))
  if (!work || !key) return seeOther('/balie/vandaag')
  const number = await request.database.write(work.scope, (tx) =>
    takeNumber(tx, work.scope, key, request.clock.now()),
  )
  return seeOther(backTo(work.desk.id, { gegeven: `${number}` }))
}

/** Calls who waits longest. */
export async function submitCallNext(request: WebRequest): Promise<Reply> {
  const form = await request.form()
  const work = await findDeskAtWork(request, 'referrals.refer', form.text('desk'))
  if (!work) return seeOther('/balie/vandaag')
  const called = await request.database.write(work.scope, (tx) =>
    callNumber(
      tx,
      work.scope,
      { to: 'called', after: numberIn(form.text('last')) ?? 0 },
      request.clock.now(),
    ),
  )
  return seeOther(
    backTo(work.desk.id, {
      geroepen: called === undefined ? 'niemand' : called === 'changed' ? 'al' : `${called}`,
    }),
  )
}

/** Somebody who waited has gone. */
export async function submitLetGo(request: WebRequest): Promise<Reply> {
  const form = await request.form()
  const work = await findDeskAtWork(request, 'referrals.refer', form.text('desk'))
  const id = form.text('number')
  if (!work || !isId(id)) return seeOther('/balie/vandaag')
  await request.database.write(work.scope, (tx) =>
    callNumber(tx, work.scope, { to: 'left', id }, request.clock.now()),
  )
  return seeOther(backTo(work.desk.id, {}))
}

const backTo = (desk: string, said: Readonly<Record<string, string>>): string =>
  `/balie/vandaag?${new URLSearchParams({ informatiepunt: desk, ...said })}`
